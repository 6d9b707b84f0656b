import { Readable } from 'node:stream';

/** What the other side may have of a message. */
export interface Progress {
  /** `begin` said yes: bytes may have left */
  begun: boolean;
  /** `begin` said no */
  lost: boolean;
  /** all was handed on: without that no server can have taken it as complete */
  handedOn: boolean;
}

export const untouched = (): Progress => ({ begun: false, lost: false, handedOn: false });

const pieceBytes = 64 * 1024;

/**
 * A message that is read only once `begin` allows it: nodemailer begins to read when the server has said 354, after it took
 * the recipient.
 */
export function messageStream(content: Buffer, begin: () => Promise<boolean>, progress: Progress): Readable {
  let offset = 0;
  return new Readable({
    highWaterMark: pieceBytes,
    async read() {
      try {
        if (offset === 0) {
          progress.begun = await begin();
          progress.lost = !progress.begun;
          if (progress.lost) {
            this.destroy(new Error('The lease of the message was lost.'));
            return;
          }
        }
        const piece = content.subarray(offset, offset + pieceBytes);
        offset += piece.length;
        if (offset >= content.length) progress.handedOn = true;
        this.push(piece);
        if (offset >= content.length) this.push(null);
      } catch (error) {
        this.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}
