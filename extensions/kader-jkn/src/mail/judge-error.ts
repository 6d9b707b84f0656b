import type { MailOutcome } from './mailer.ts';
import type { Progress } from './message-stream.ts';

/** What nodemailer says of an attempt that failed. */
interface MailError {
  message?: string;
  code?: string;
  /** which SMTP command was answered so: `RCPT TO`, `DATA` … */
  command?: string;
  response?: string;
  responseCode?: number;
}

/** What a server refuses of one message; all else it refuses of whoever sends. */
const ofOneMessage: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

/** What sendmail(8) ends with where the message itself is at fault: data, user, host. */
const sendmailRefusals = /exited with code (64|65|66|67|68|77)$/;

/**
 * What a failed attempt means. A server that answered has not taken the message: 4xx perhaps later, 5xx never. Without an
 * answer only what was handed on whole can have been taken, and then nobody knows.
 */
export function judgeError(error: unknown, progress: Progress): MailOutcome {
  if (progress.lost) return { kind: 'lost' };
  const { message = String(error), code, command = '', response, responseCode = 0 } = (error ?? {}) as MailError;
  const words = response || message;
  const isOfMessage = ofOneMessage.has(command) || code === 'EMESSAGE';
  if (responseCode >= 500 && isOfMessage) return { kind: 'refused', error: words };
  if (responseCode >= 400) return { kind: 'later', error: words, troubled: !isOfMessage };
  if (code === 'EENVELOPE' || (code === 'EMESSAGE' && !progress.begun)) return { kind: 'refused', error: words };
  if (sendmailRefusals.test(message)) return { kind: 'refused', error: words };
  // sendmail tells by its code that it queued nothing
  if (code === 'ESENDMAIL' && /exited with code/.test(message)) return { kind: 'later', error: words, troubled: false };
  if (progress.handedOn) return { kind: 'unsure', error: words };
  return { kind: 'later', error: words, troubled: true };
}
