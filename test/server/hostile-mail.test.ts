import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleContext } from '../../extensions/kader-jkn/src/contract/message-contexts.ts';
import { renderMessage, type TemplateBody } from '../../extensions/kader-jkn/src/documents/message/render-message.ts';
import { type Mailer, openMailer } from '../../extensions/kader-jkn/src/mail/index.ts';
import { headerOf, type MailServer, type ReceivedMail, startMailServer } from './mail-server.ts';

let server: MailServer;
let mailer: Mailer;

beforeAll(async () => {
  server = await startMailServer();
  const port = Number(server.environment['EMAIL_SMTP_PORT']);
  const settings = { kind: 'smtp', host: '127.0.0.1', port, ignoreTLS: true, secure: false, tls: {} } as const;
  mailer = openMailer({ ...settings, name: undefined, auth: undefined }, 1);
});

afterAll(async () => {
  mailer.close();
  await server.close();
});

/** The headers that our mails have, each once. */
const ours = [
  ...['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to'],
];

function headersOf({ raw }: ReceivedMail): string[] {
  const lines = (raw.split('\r\n\r\n')[0] ?? '').split('\r\n').filter((line) => !/^[ \t]/.test(line));
  return lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()).sort();
}

const ends = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0', '\v', '%0d%0a', '=0D=0A', '?=\r\n'];
const headers = [
  'Bcc: korban@example.com',
  'To: korban@example.com',
  'Content-Type: text/html',
  '',
  '.',
  'RCPT TO:<k@x.y>',
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...ends,
        ...headers,
        '"',
        '<',
        '>',
        ',',
        ';',
        ':',
        '@',
        '(',
        '\\',
        '=?utf-8?B?',
        '\u202E',
        'é',
        '😀',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

it('never gets a header, a part or a recipient more from a name, a subject or a text', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (name, office, words) => {
      server.taken.length = 0;
      const example = exampleContext('notice');
      const context = {
        ...example,
        notice: { title: words, text: words, lines: [{ text: name }], link: words },
        recipient: { name },
        branch: { ...(example['branch'] as object), name: office },
      };
      const template: TemplateBody = {
        ...({
          about: 'notice',
          channel: 'email',
          text: null,
          subject: 'Kabar {{notice.title}} {{recipient.name}}',
        } as const),
        html: '<p>{{recipient.name}}: {{notice.text}} <a href="{{notice.link}}">{{branch.name}}</a></p>',
      };
      const rendered = renderMessage(template, context, { locale: 'id-ID', timeZone: 'Asia/Jakarta' });
      const outcome = await mailer.send(
        {
          from: { name: office, address: 'jkn@kader.example.com' },
          to: { name, address: 'ani@example.com' },
          replyTo: 'kc@example.com',
          messageId: '<uji@kader.example.com>',
          date: new Date(0),
          subject: rendered.subject ?? '',
          text: rendered.text ?? '',
          html: rendered.html,
          attachments: [],
        },
        async () => true,
      );
      expect(outcome.kind).toBe('sent');
      const [received, another] = server.taken;
      expect(another).toBeUndefined();
      if (received === undefined) throw new Error('Nothing was received');
      expect(headersOf(received)).toEqual(ours);
      expect(received.to).toEqual(['ani@example.com']);
      expect(headerOf(received, 'To')).toMatch(/<?ani@example\.com>?$/);
      expect(headerOf(received, 'Reply-To')).toBe('kc@example.com');
      const boundary = /boundary="([^"]+)"/.exec(headerOf(received, 'Content-Type') ?? '')?.[1] ?? '';
      expect(received.raw.split(`--${boundary}`)).toHaveLength(4);
    }),
    { numRuns: 150 },
  );
});
