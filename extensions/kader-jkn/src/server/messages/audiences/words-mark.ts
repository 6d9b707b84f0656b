import { createHash } from 'node:crypto';
import type { NoticeWords } from '../../../contract/message-audiences.ts';

/** A short mark of what a notice says: the same words are the same notice. */
export function wordsMark({ title, text, lines = [] }: NoticeWords): string {
  return createHash('sha256')
    .update(JSON.stringify([title, text, lines]))
    .digest('hex')
    .slice(0, 12);
}
