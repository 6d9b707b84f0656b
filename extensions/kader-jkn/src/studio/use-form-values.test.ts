import { expect, it } from 'vitest';
import { relatedId } from './use-form-values.ts';

it.each([
  [7, 7],
  ['7', 7],
  [{ id: 7, head_name: 'Contoh' }, 7],
  [{ head_name: 'Baru' }, null],
  ['+', null],
  [null, null],
])('finds the id in %j', (value, id) => {
  expect(relatedId(value)).toBe(id);
});
