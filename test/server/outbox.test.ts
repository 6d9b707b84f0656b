import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimMessages } from '../../extensions/kader-jkn/src/server/messages/claim-messages.ts';
import { takeBackLost } from '../../extensions/kader-jkn/src/server/messages/lease.ts';
import type { OutboxContext } from '../../extensions/kader-jkn/src/server/messages/outbox-context.ts';
import { queueMessages } from '../../extensions/kader-jkn/src/server/messages/queue-messages.ts';
import { runOutbox } from '../../extensions/kader-jkn/src/server/messages/run-outbox.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { headerOf, type MailServer, startMailServer } from './mail-server.ts';
import { messageOf, noticeTo, outboxOf, queue, rewrite } from './outbox-fixture.ts';

let app: TestDirectus;
let mail: MailServer;
let outbox: OutboxContext;

const minute = 60_000;
const inMinutes = (minutes: number) => () => new Date(Date.now() + minutes * minute);

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

beforeEach(async () => {
  mail = await startMailServer();
  outbox = outboxOf(app, mail.environment);
});

afterEach(async () => {
  await mail.close();
  // what one test leaves is not for the next
  const open = ['new', 'waiting', 'queued', 'by_hand'];
  const left = await app.knex('message').whereIn('status', open).pluck('id');
  await rewrite(app.knex, left, { status: 'cancelled' });
});

describe('an e-mail', () => {
  it('goes to one recipient, in the name of the branch, with its own Message-ID, and says that a machine sent it', async () => {
    const branch = await app.admin.post('/items/branch', {
      ...{ code: 'KC-MAIL', name: 'Kantor Cabang Sürakarta', timezone: 'Asia/Jakarta', first_month: '2026-01' },
      email: 'kc-mail@example.com',
    });
    const [id] = await queue(app, noticeTo('Ani@Example.com', { branch: branch.body.data.id }));
    expect(await runOutbox(outbox)).toMatchObject({ prepared: 1, sent: 1, failed: 0 });

    const sent = await messageOf(app, id);
    expect(sent).toMatchObject({ status: 'sent', to_address: 'ani@example.com', attempts: 1, last_error: null });
    expect(sent.server_answer).toMatch(/^250/);
    const [received, another] = mail.taken;
    expect(another).toBeUndefined();
    if (received === undefined) throw new Error('Nothing was received');
    expect(received).toMatchObject({ from: 'jkn@kader.example.com', to: ['ani@example.com'] });
    expect(headerOf(received, 'Message-ID')).toBe(sent.message_id);
    expect(headerOf(received, 'To')).toBe('Penerima uji <ani@example.com>');
    expect(headerOf(received, 'From')).toMatch(/^=\?UTF-8\?.*<jkn@kader\.example\.com>$/);
    expect(headerOf(received, 'Reply-To')).toBe('kc-mail@example.com');
    expect(headerOf(received, 'Subject')).toBe('Kabar uji');
    expect(headerOf(received, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(received, 'Content-Type')).toMatch(/^multipart\/alternative/);
  });

  it('carries its attachments', async () => {
    const { FilesService } = app.services();
    const { Readable } = await import('node:stream');
    const files = new FilesService({ knex: app.knex, schema: await app.schema() });
    const about = { filename_download: 'uji.txt', type: 'text/plain', title: 'Uji' };
    const file = String(
      await files.uploadOne(Readable.from([Buffer.from('isi lampiran')]), { ...about, storage: 'local' }),
    );
    await queue(app, noticeTo('lampiran@example.com', { attach: [{ file, name: 'lampiran.txt' }] }));
    await runOutbox(outbox);
    expect(mail.taken[0]?.raw).toContain('filename=lampiran.txt');
    expect(mail.taken[0]?.raw).toContain(Buffer.from('isi lampiran').toString('base64'));
  });

  it('starts no header and names no second recipient, whatever its words and address are', async () => {
    const data = {
      title: 'Judul\r\nBcc: korban@example.com',
      text: 'Isi\r\n.\r\nMAIL FROM:<x@y.z>',
      lines: [],
      link: null,
    };
    const name = 'Ani\r\nBcc: korban@example.com';
    const [id] = await queue(
      app,
      noticeTo('ani@example.com', { data, recipient: { kind: 'address', address: 'ani@example.com', name } }),
      noticeTo('ani@example.com, korban@example.com'),
      noticeTo('ani@example.com\r\nRCPT TO:<korban@example.com>'),
      noticeTo('"x> NOTIFY=NEVER"@example.com'),
    );
    const round = await runOutbox(outbox);
    for (const received of mail.taken) {
      expect(received.to).toEqual(['ani@example.com']);
      expect(headerOf(received, 'Bcc')).toBeNull();
    }
    expect(mail.asked.every((address) => address === 'ani@example.com')).toBe(true);
    expect(round.sent).toBe(mail.taken.length);
    expect(
      await app
        .knex('message')
        .where('id', '>', id ?? 0)
        .pluck('held_reason'),
    ).toEqual(Array.from({ length: 3 }, () => 'address_invalid'));
  });

  it('keeps its words and its Message-ID at every attempt', async () => {
    const [id] = await queue(app, noticeTo('ulang@example.com'));
    mail.onMessage = () => ({ code: 451, words: 'Please try again' });
    await runOutbox(outbox);
    mail.onMessage = () => 'take';
    await runOutbox(outbox, inMinutes(2));
    const { message_id } = await messageOf(app, id);
    const [first, second] = mail.ended;
    expect([first, second].map((one) => one && headerOf(one, 'Message-ID'))).toEqual([message_id, message_id]);
    expect(first?.raw.split('\r\n\r\n').slice(1)[0]).toBeDefined();
  });
});

describe('sendmail, where there is no mail server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kader-sendmail-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['takes it', 0, 'sent'],
    ['knows no such user', 67, 'failed'],
    ['cannot for now', 75, 'queued'],
  ] as const)('%s', async (_, code, status) => {
    const path = join(folder, `sendmail-${code}`);
    writeFileSync(path, `#!/bin/sh\nprintf '%s ' "$@" > "$0.told"\ncat > "$0.mail"\nexit ${code}\n`, { mode: 0o755 });
    const env = { EMAIL_FROM: 'jkn@kader.example.com', EMAIL_TRANSPORT: 'sendmail', EMAIL_SENDMAIL_PATH: path };
    const [id] = await queue(app, noticeTo(`sendmail${code}@example.com`));
    await runOutbox(outboxOf(app, env));
    const message = await messageOf(app, id);
    expect(message.status).toBe(status);
    expect(readFileSync(`${path}.told`, 'utf8')).toBe(`-i -f jkn@kader.example.com sendmail${code}@example.com `);
    const mailed = readFileSync(`${path}.mail`, 'utf8');
    expect(mailed).toContain(`Message-ID: ${message.message_id}\n`);
    expect(mailed).not.toContain('\r');
  });
});

describe('what does not get through', () => {
  it('is tried again after 1, 5, 30 minutes, 2, 6, 12 and 24 hours, then failed with the words of the server', async () => {
    const [id] = await queue(app, noticeTo('penuh@example.com'));
    mail.onRecipient = () => ({ code: 452, words: 'Mailbox full' });
    let now = new Date();
    const waited: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await runOutbox(outbox, () => now);
      const { status, next_at, attempts, last_error } = await messageOf(app, id);
      expect(attempts).toBe(attempt);
      expect(last_error).toContain('452 Mailbox full');
      if (next_at === null) {
        expect(status).toBe('failed');
        break;
      }
      expect(status).toBe('queued');
      waited.push((new Date(next_at).getTime() - now.getTime()) / minute);
      // not a moment earlier
      await runOutbox(outbox, () => new Date(new Date(next_at).getTime() - 1000));
      expect((await messageOf(app, id)).attempts).toBe(attempt);
      now = new Date(next_at);
    }
    expect(waited).toEqual([1, 5, 30, 120, 360, 720, 1440]);
    expect((await messageOf(app, id)).status).toBe('failed');
    expect(mail.taken).toEqual([]);
  });

  it.each(['recipient', 'message'] as const)('fails at once where the %s is refused for good', async (what) => {
    const [id] = await queue(app, noticeTo('tiada@example.com'));
    const refuse = () => ({ code: 550, words: 'No such user here' }) as const;
    if (what === 'recipient') mail.onRecipient = refuse;
    else mail.onMessage = refuse;
    expect(await runOutbox(outbox)).toMatchObject({ sent: 0, failed: 1, troubled: false });
    expect(await messageOf(app, id)).toMatchObject({
      status: 'failed',
      last_error: '550 No such user here',
      next_at: null,
    });
  });

  it('stays while the server is down, and costs those that were not tried nothing', async () => {
    const ids = await queue(app, ...Array.from({ length: 9 }, (_, place) => noticeTo(`mati${place}@example.com`)));
    await mail.close();
    expect(await runOutbox(outbox)).toMatchObject({ sent: 0, failed: 0, troubled: true });
    const states = await app.knex('message').whereIn('id', ids).select('status', 'attempts');
    expect(states.every(({ status }) => status === 'queued')).toBe(true);
    expect(states.filter(({ attempts }) => attempts === 0)).toHaveLength(5);

    mail = await startMailServer(Number(mail.environment['EMAIL_SMTP_PORT']));
    expect(await runOutbox(outbox, inMinutes(2))).toMatchObject({ sent: 9 });
    expect(new Set(mail.taken.flatMap(({ to }) => to)).size).toBe(9);
  });

  it('waits where the login is wrong, which is the fault of no message, and goes over TLS once it is right', async () => {
    const account = { user: 'jkn', password: 'rahasia' };
    const guarded = await startMailServer(0, account);
    const env = (password: string) => ({
      ...guarded.environment,
      ...{ EMAIL_SMTP_IGNORE_TLS: 'false', EMAIL_SMTP_TLS_REJECT_UNAUTHORIZED: 'false' },
      ...{ EMAIL_SMTP_USER: account.user, EMAIL_SMTP_PASSWORD: password },
    });
    try {
      const [id] = await queue(app, noticeTo('masuk@example.com'));
      expect(await runOutbox(outboxOf(app, env('salah')))).toMatchObject({ sent: 0, failed: 0, troubled: true });
      expect(await messageOf(app, id)).toMatchObject({ status: 'queued', last_error: expect.stringContaining('535') });
      expect(await runOutbox(outboxOf(app, env(account.password)), inMinutes(2))).toMatchObject({ sent: 1 });
      expect(guarded.taken).toHaveLength(1);
    } finally {
      await guarded.close();
    }
  });

  it('waits where no mail is configured, and nothing is tried', async () => {
    const [id] = await queue(app, noticeTo('nanti@example.com'));
    for (const env of [
      { EMAIL_TRANSPORT: 'smtp' },
      { ...mail.environment, KADER_MAIL_PER_MINUTE: '0' },
      { ...mail.environment, EMAIL_FROM: 'no-reply@example.com' },
      { EMAIL_TRANSPORT: 'sendmail', EMAIL_FROM: 'jkn@kader.example.com', EMAIL_SENDMAIL_PATH: '/nowhere/sendmail' },
    ]) {
      await runOutbox(outboxOf(app, env));
      expect(await messageOf(app, id)).toMatchObject({ status: 'queued', attempts: 0 });
    }
  });

  it('is unsure where the server took all and never answered, and is never sent again by itself', async () => {
    const [id] = await queue(app, noticeTo('entah@example.com'));
    mail.onMessage = () => 'never';
    const round = runOutbox(outbox);
    for (let tries = 0; tries < 200 && mail.ended.length === 0; tries += 1)
      await new Promise((on) => setTimeout(on, 20));
    expect((await messageOf(app, id)).status).toBe('sending');
    mail.cut();
    expect(await round).toMatchObject({ sent: 0, failed: 1 });
    expect((await messageOf(app, id)).status).toBe('unsure');

    mail.onMessage = () => 'take';
    for (const minutes of [1, 20, 2000]) await runOutbox(outbox, inMinutes(minutes));
    expect(mail.taken).toEqual([]);
    expect((await messageOf(app, id)).status).toBe('unsure');
  });
});

describe('several senders on one database', () => {
  it('send each of many messages once', async () => {
    const ids = await queue(app, ...Array.from({ length: 150 }, (_, place) => noticeTo(`banyak${place}@example.com`)));
    const rounds = await Promise.all(Array.from({ length: 4 }, () => runOutbox(outboxOf(app, mail.environment))));
    // whoever came while another prepared may have found nothing
    if (mail.taken.length < ids.length) await runOutbox(outbox);
    expect(mail.taken).toHaveLength(150);
    expect(new Set(mail.taken.map((one) => headerOf(one, 'Message-ID'))).size).toBe(150);
    expect(rounds.filter(({ sent }) => sent > 0).length).toBeGreaterThan(0);
    expect(await app.knex('message').whereIn('id', ids).where({ status: 'sent', attempts: 1 })).toHaveLength(150);
  });

  it('keep the rate of a minute together', async () => {
    await queue(app, ...Array.from({ length: 30 }, (_, place) => noticeTo(`laju${place}@example.com`)));
    const slow = () => outboxOf(app, { ...mail.environment, KADER_MAIL_PER_MINUTE: '7' });
    const began = Date.now() + 60 * minute;
    for (const [seconds, expected] of [
      [0, 7],
      [30, 7],
      [61, 14],
      [122, 21],
    ] as const) {
      const now = () => new Date(began + seconds * 1000);
      await Promise.all([runOutbox(slow(), now), runOutbox(slow(), now), runOutbox(slow(), now)]);
      await runOutbox(slow(), now);
      expect(mail.taken, `after ${seconds} seconds`).toHaveLength(expected);
    }
  });

  it('send nothing once the lease is lost: who took it meanwhile sends it, once', async () => {
    const [id] = await queue(app, noticeTo('sewa@example.com'));
    let letOn = () => {};
    const held = new Promise<void>((on) => {
      letOn = on;
    });
    // the first sender sleeps between taking the message and the recipient's acceptance
    const sleepy: OutboxContext = {
      ...outbox,
      getSchema: async () => {
        if ((await messageOf(app, id)).status === 'claimed') await held;
        return await app.schema();
      },
    };
    const first = runOutbox(sleepy);
    for (let tries = 0; tries < 200 && (await messageOf(app, id)).status !== 'claimed'; tries += 1) {
      await new Promise((on) => setTimeout(on, 10));
    }
    expect(await takeBackLost(app.knex, inMinutes(11)())).toEqual({ waiting: 1, unsure: 0 });
    expect(await runOutbox(outbox, inMinutes(13))).toMatchObject({ sent: 1 });
    letOn();
    expect(await first).toMatchObject({ sent: 0 });
    expect(mail.taken).toHaveLength(1);
    expect((await messageOf(app, id)).status).toBe('sent');
  });
});

describe('queueing', () => {
  it('leaves nothing behind where what caused it is undone', async () => {
    await app.knex
      .transaction(async (trx) => {
        expect((await queueMessages(trx, [noticeTo('batal@example.com', { dedupe: 'batal' })])).queued).toHaveLength(1);
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await app.knex('message').where({ dedupe_key: 'batal' })).toEqual([]);
    expect(await queueMessages(app.knex, [noticeTo('batal@example.com', { dedupe: 'batal' })])).toMatchObject({
      repeated: 0,
    });
  });

  it('queues the same reason once, in one call, in two, and in two at the same instant', async () => {
    const same = noticeTo('sekali@example.com', { dedupe: 'sekali' });
    expect(await queueMessages(app.knex, [same, same])).toMatchObject({ repeated: 1, queued: [expect.any(Number)] });
    expect(await queueMessages(app.knex, [same])).toEqual({ queued: [], repeated: 1 });
    const two = noticeTo('sekali@example.com', { dedupe: 'bersamaan' });
    const answers = await Promise.all([queueMessages(app.knex, [two]), queueMessages(app.knex, [two])]);
    expect(answers.map(({ repeated }) => repeated).sort()).toEqual([0, 1]);
  });

  it('gives each message a Message-ID of its own', async () => {
    const ids = await queue(app, noticeTo('a@example.com'), noticeTo('b@example.com'));
    const given: string[] = await app.knex('message').whereIn('id', ids).pluck('message_id');
    expect(new Set(given).size).toBe(2);
    expect(given.every((one) => /^<[0-9a-f-]{36}@[a-z0-9.-]+>$/.test(one))).toBe(true);
  });

  it('takes what is claimed from nobody else', async () => {
    const ids = await queue(app, ...Array.from({ length: 12 }, (_, place) => noticeTo(`ambil${place}@example.com`)));
    await runOutbox(outboxOf(app, {}));
    const request = { channels: ['email'] as const, limit: 5, ids };
    const taken = await Promise.all(Array.from({ length: 4 }, () => claimMessages(app.knex, request, new Date())));
    const all = taken.flat().map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(12);
    await takeBackLost(app.knex, inMinutes(11)());
  });
});
