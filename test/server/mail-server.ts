import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** headers and body, in CRLF */
  raw: string;
}

/** What the server does with a recipient or a message: takes it, answers with a code, or never answers. */
export type Answer = 'take' | 'never' | { code: number; words: string };

export interface MailServer {
  /** what it took, in that order */
  taken: ReceivedMail[];
  /** what came to its end before it answered */
  ended: ReceivedMail[];
  /** recipients it was asked about */
  asked: string[];
  onRecipient: (address: string) => Answer;
  onMessage: (mail: ReceivedMail) => Answer;
  /** what Directus is told to find it */
  environment: Record<string, string>;
  /** cuts every connection without a word */
  cut: () => void;
  close: () => Promise<void>;
}

/** Starts a real SMTP server on a port of its own; with an `account` it asks for STARTTLS and a login. */
export async function startMailServer(port = 0, account?: { user: string; password: string }): Promise<MailServer> {
  const server = new SMTPServer({
    // its own certificate is as good as any here, and needs no warning
    logger: false,
    authOptional: account === undefined,
    disabledCommands: account === undefined ? ['STARTTLS', 'AUTH'] : [],
    onAuth: ({ username, password }, _session, answer) => {
      if (username === account?.user && password === account?.password) answer(null, { user: username });
      else answer(new Error('Invalid username or password'));
    },
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, answer) => {
      mail.asked.push(address);
      reply(mail.onRecipient(address), answer);
    },
    onData: (stream, { envelope }, answer) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const received = {
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString(),
        };
        mail.ended.push(received);
        const what = mail.onMessage(received);
        if (what === 'take') mail.taken.push(received);
        reply(what, answer);
      });
    },
  });
  // a client that is killed is no fault of the server
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: given } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    taken: [],
    ended: [],
    asked: [],
    onRecipient: () => 'take',
    onMessage: () => 'take',
    environment: {
      EMAIL_TRANSPORT: 'smtp',
      EMAIL_SMTP_HOST: '127.0.0.1',
      EMAIL_SMTP_PORT: String(given),
      EMAIL_SMTP_IGNORE_TLS: 'true',
      EMAIL_FROM: 'Kader JKN <jkn@kader.example.com>',
      KADER_MAIL_PER_MINUTE: '10000',
    },
    cut: () => {
      for (const { _socket: socket } of server.connections as Set<{ _socket: Socket }>) socket.destroy();
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return mail;
}

function reply(what: Answer, answer: (error?: Error | null) => void): void {
  if (what === 'never') return;
  if (what === 'take') answer();
  else answer(Object.assign(new Error(what.words), { responseCode: what.code }));
}

/** A header of a mail, unfolded; null where it is not there. */
export function headerOf({ raw }: ReceivedMail, name: string): string | null {
  const head = (raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}
