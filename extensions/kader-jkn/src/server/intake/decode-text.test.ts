import { assert, asyncProperty, constantFrom, integer, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

/** The text of bytes that come in pieces of so many. */
async function decoded(bytes: Buffer, pieces: number): Promise<string> {
  async function* cut() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
  }
  let text = '';
  for await (const part of decodeText(cut(), null)) text += part;
  return text;
}

describe('decoding a text that comes in pieces', () => {
  it('never tears a letter of UTF-8 or UTF-16', async () => {
    const letters = string({ unit: constantFrom('a', ';', '\n', 'é', '“', '€', '𝒌'), minLength: 1 });
    await assert(
      asyncProperty(letters, integer({ min: 1, max: 9 }), async (text, pieces) => {
        expect(await decoded(Buffer.from(text), pieces)).toBe(text);
        expect(await decoded(Buffer.from(`\uFEFF${text}`, 'utf16le'), Math.max(2, pieces))).toBe(text);
      }),
    );
  });

  it('takes bytes that are no UTF-8 for Windows-1252, a letter at the end of a piece included', () => {
    return assert(
      asyncProperty(integer({ min: 1, max: 9 }), async (pieces) => {
        expect(await decoded(Buffer.from('Siti;Jos\xe9;\xe9\n', 'latin1'), pieces)).toBe('Siti;José;é\n');
      }),
    );
  });
});
