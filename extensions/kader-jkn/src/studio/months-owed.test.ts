import { expect, it } from 'vitest';
import { owedTone } from './months-owed.ts';

it.each([
  [0, 'settled'],
  [1, 'some'],
  [11, 'some'],
  [12, 'strong'],
  [24, 'strong'],
])('shows %i months as %s', (months, tone) => {
  expect(owedTone(months, 12)).toBe(tone);
});
