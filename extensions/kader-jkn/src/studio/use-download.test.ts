import { expect, it } from 'vitest';
import { fileNameIn } from './use-download.ts';

it.each([
  ['inline; filename="imbal-jasa-2022-01-SKA-01.pdf"', 'imbal-jasa-2022-01-SKA-01.pdf'],
  ['attachment', null],
  [undefined, null],
])('reads the name of a file from %s', (disposition, name) => {
  expect(fileNameIn(disposition)).toBe(name);
});
