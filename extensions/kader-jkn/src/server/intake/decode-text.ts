import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { ListEncoding } from '../../contract/list-file.ts';

/**
 * The texts of the pieces of a file. Without an encoding: what its first bytes tell; else UTF-8 until bytes come that are none,
 * and from there on Windows-1252, as old Excel writes.
 */
export async function* decodeText(
  pieces: AsyncIterable<Buffer>,
  encoding: ListEncoding | null,
): AsyncGenerator<string> {
  let decoding: Decoding | null = null;
  for await (const piece of pieces) {
    decoding ??= decodingOf(encoding ?? encodingOf(piece), encoding === null);
    const text = decoding.text(piece);
    if (text !== '') yield text;
  }
  const last = decoding?.text(null);
  if (last) yield last;
}

interface Decoding {
  /** null: the file has ended */
  text: (piece: Buffer | null) => string;
}

/** By the byte order mark, or by the zero bytes between Latin letters. */
export function encodingOf(start: Buffer): ListEncoding {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const looked = start.subarray(0, 512);
  const zeros = [0, 0];
  for (const [at, byte] of looked.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked.length / 4 && odd > even) return 'utf-16le';
  if (even > looked.length / 4) return 'utf-16be';
  return 'utf-8';
}

function decodingOf(encoding: ListEncoding, maybeWindows: boolean): Decoding {
  if (encoding === 'utf-8') return utf8(maybeWindows);
  const decoder = new TextDecoder(encoding);
  return { text: (piece) => decoder.decode(piece ?? undefined, { stream: piece !== null }) };
}

const nothing: Buffer = Buffer.alloc(0);

/** UTF-8; where `maybeWindows`, bytes that are no UTF-8 turn it into Windows-1252, unless letters of UTF-8 came before. */
function utf8(maybeWindows: boolean): Decoding {
  let decoder = new TextDecoder('utf-8', { fatal: maybeWindows });
  let lettersSeen = false;
  /** bytes of a letter that the piece before did not end */
  let open = nothing;

  return {
    text(piece) {
      const whole = open.length === 0 ? (piece ?? nothing) : Buffer.concat([open, piece ?? nothing]);
      if (decoder.encoding !== 'utf-8') return decoder.decode(whole);
      const cut = piece === null ? whole.length : wholeLetters(whole);
      const ready = whole.subarray(0, cut);
      open = whole.subarray(cut);
      if (isAscii(ready)) return ready.toString('latin1');
      try {
        const text = decoder.decode(ready);
        lettersSeen = true;
        return text;
      } catch {
        decoder = new TextDecoder(lettersSeen ? 'utf-8' : 'windows-1252');
        if (!lettersSeen) open = nothing;
        return decoder.decode(lettersSeen ? ready : whole);
      }
    },
  };
}

/** How many bytes hold whole letters of UTF-8: the last letter may lack up to three. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
