import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SendmailSettings, SmtpSettings } from '../server/messages/mail-settings.ts';
import { judgeError } from './judge-error.ts';
import type { Mailer, MailOutcome, OutgoingMail } from './mailer.ts';
import { messageStream, untouched } from './message-stream.ts';

const second = 1000;
/** An attempt ends well before the lease of its message (server/messages/lease.ts). */
const attemptLasts = 240 * second;

/** Opens the pool of connections to the mail server, or the way to sendmail. Nothing is connected before the first mail. */
export function openMailer(settings: SmtpSettings | SendmailSettings, connections: number): Mailer {
  const transport = settings.kind === 'smtp' ? smtpTransport(settings, connections) : sendmailTransport(settings);
  // an error of an idle connection concerns no message
  transport.on('error', () => undefined);
  // nodemailer would begin to read what it makes itself at once
  transport.use('stream', ({ data, message }, done) => {
    const { readWhenAllowed } = data as Partial<AllowedReading>;
    if (message && readWhenAllowed) Object.assign(message, { createReadStream: readWhenAllowed });
    done();
  });
  return {
    send: (mail, begin) => sendOne(transport, mail, begin),
    close: () => transport.close(),
  };
}

function smtpTransport({ kind: _, name, port, secure, ignoreTLS, auth, ...rest }: SmtpSettings, connections: number) {
  return createTransport({
    ...rest,
    ...(name !== undefined && { name }),
    ...(port !== undefined && { port }),
    ...(secure !== undefined && { secure }),
    ...(ignoreTLS !== undefined && { ignoreTLS }),
    ...(auth !== undefined && { auth }),
    pool: true,
    maxConnections: connections,
    maxRequeues: 1,
    dnsTimeout: 10 * second,
    connectionTimeout: 30 * second,
    greetingTimeout: 30 * second,
    socketTimeout: 60 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function sendmailTransport({ path, newline }: SendmailSettings) {
  return createTransport({ sendmail: true, path, newline, disableFileAccess: true, disableUrlAccess: true });
}

/** Handed through nodemailer with each mail. */
interface AllowedReading {
  readWhenAllowed: () => Readable;
}

async function sendOne(
  transport: Transporter,
  mail: OutgoingMail,
  begin: () => Promise<boolean>,
): Promise<MailOutcome> {
  const content = await compose(mail);
  const progress = untouched();
  const reading: AllowedReading = { readWhenAllowed: () => messageStream(content, begin, progress) };
  try {
    const info = await transport.sendMail({
      envelope: { from: mail.from.address, to: [mail.to.address] },
      raw: content,
      signal: AbortSignal.timeout(attemptLasts),
      ...reading,
    });
    return { kind: 'sent', answer: String(info.response ?? '') };
  } catch (error) {
    return judgeError(error, progress);
  }
}

/** The whole message as bytes, in CRLF. What somebody typed is encoded by the library and starts no header. */
async function compose(mail: OutgoingMail): Promise<Buffer> {
  const { from, to, replyTo, messageId, date, subject, text, html, attachments } = mail;
  const composer = new MailComposer({
    ...{ from, to, subject, text, attachments, messageId, date },
    ...(replyTo !== null && { replyTo }),
    ...(html !== null && { html }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}
