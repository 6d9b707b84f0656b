import { describe, expect, it } from 'vitest';
import { copyText } from './copy-rows.ts';

describe('a value as COPY reads it', () => {
  it.each([
    [null, '\\N'],
    ['', ''],
    ['\\N', '\\\\N'],
    ['Jalan\tMelati\r\nNo. 1', 'Jalan\\tMelati\\r\\nNo. 1'],
    ['Ny\0i', 'Nyi'],
    ['=1+1', '=1+1'],
    [1_680_000, '1680000'],
    [false, 'false'],
  ])('%j is %j', (value, written) => {
    expect(copyText(value)).toBe(written);
  });
});
