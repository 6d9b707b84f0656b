import { describe, expect, it } from 'vitest';
import { judgeError } from './judge-error.ts';
import type { Progress } from './message-stream.ts';

const before: Progress = { begun: false, lost: false, handedOn: false };
const during: Progress = { begun: true, lost: false, handedOn: false };
const afterwards: Progress = { begun: true, lost: false, handedOn: true };

function answered(responseCode: number, command: string, code = 'EENVELOPE') {
  return { code, command, responseCode, response: `${responseCode} words of the server`, message: 'x' };
}
const broken = { code: 'ECONNECTION', command: 'CONN', message: 'Connection closed unexpectedly' };

describe('what a failed attempt means', () => {
  it.each([
    ['a recipient refused for good', answered(550, 'RCPT TO'), before, 'refused'],
    ['a recipient refused for now', answered(450, 'RCPT TO'), before, 'later'],
    ['a message refused for good after all of it', answered(554, 'DATA', 'EMESSAGE'), afterwards, 'refused'],
    ['a message refused for now after all of it', answered(451, 'DATA', 'EMESSAGE'), afterwards, 'later'],
    ['a message that is too large', { code: 'EMESSAGE', command: 'MAIL FROM', message: 'larger' }, before, 'refused'],
    ['a wrong login: the fault of no message', answered(535, 'AUTH PLAIN', 'EAUTH'), before, 'later'],
    ['a sender that is not let in', answered(550, 'MAIL FROM'), before, 'later'],
    ['no connection', { code: 'ECONNECTION', message: 'connect ECONNREFUSED' }, before, 'later'],
    ['a line that broke before the message', broken, before, 'later'],
    ['a line that broke in the middle of the message', broken, during, 'later'],
    ['a line that broke after the message, without an answer', broken, afterwards, 'unsure'],
    ['an answer that cannot be read', { ...broken, code: 'EPROTOCOL' }, afterwards, 'unsure'],
    ['half an acceptance', { ...broken, responseCode: 250, response: '250 O' }, afterwards, 'unsure'],
    ['an attempt that took too long, before the message', { name: 'AbortError', code: 'EABORT' }, before, 'later'],
    ['an attempt that took too long, after it', { name: 'AbortError', code: 'EABORT' }, afterwards, 'unsure'],
    [
      'sendmail without such a user',
      { code: 'ESENDMAIL', message: 'Sendmail exited with code 67' },
      afterwards,
      'refused',
    ],
    [
      'sendmail that could not now',
      { code: 'ESENDMAIL', message: 'Sendmail exited with code 75' },
      afterwards,
      'later',
    ],
    [
      'sendmail that was killed',
      { code: 'ESENDMAIL', message: 'Sendmail was terminated by SIGKILL' },
      afterwards,
      'unsure',
    ],
    ['a lease that was lost', { code: 'ESTREAM' }, { ...before, lost: true }, 'lost'],
  ] as const)('%s', (_, error, progress, kind) => {
    expect(judgeError(error, progress).kind).toBe(kind);
  });

  it('keeps the words of the server', () => {
    expect(judgeError(answered(550, 'RCPT TO'), before)).toEqual({ kind: 'refused', error: '550 words of the server' });
  });

  it('leaves the rest alone where it is not about this message', () => {
    const troubled = (error: object, progress = before) => judgeError(error, progress);
    expect(troubled(answered(450, 'RCPT TO'))).toMatchObject({ troubled: false });
    expect(troubled(answered(454, 'AUTH PLAIN', 'EAUTH'))).toMatchObject({ troubled: true });
    expect(troubled({ code: 'EDNS', message: 'getaddrinfo ENOTFOUND' })).toMatchObject({ troubled: true });
  });
});
