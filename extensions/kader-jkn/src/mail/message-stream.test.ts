import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { messageStream, untouched } from './message-stream.ts';

const content = Buffer.from('x'.repeat(200_000));

describe('a message as a stream', () => {
  it('asks nobody before it is read, once when it is, and hands on every byte', async () => {
    const progress = untouched();
    let asked = 0;
    const stream = messageStream(content, async () => ++asked === 1, progress);
    await wait(5);
    expect([asked, progress.begun]).toEqual([0, false]);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    expect([asked, progress]).toEqual([1, { begun: true, lost: false, handedOn: true }]);
  });

  it('gives nothing where it may not begin, or where that cannot be written down', async () => {
    const refused = untouched();
    await expect(messageStream(content, async () => false, refused).toArray()).rejects.toThrow('lease');
    expect(refused).toEqual({ begun: false, lost: true, handedOn: false });
    const failed = untouched();
    const begin = () => Promise.reject(new Error('no database'));
    await expect(messageStream(content, begin, failed).toArray()).rejects.toThrow('no database');
    expect(failed).toEqual({ begun: false, lost: false, handedOn: false });
  });

  it('knows that not all was handed on while it was not', async () => {
    const progress = untouched();
    for await (const _ of messageStream(content, async () => true, progress)) break;
    expect(progress).toMatchObject({ begun: true, handedOn: false });
  });
});
