import { describe, expect, it } from 'vitest';
import { checkMail } from '../install/check-mail.ts';
import { readMailSettings } from './mail-settings.ts';

const from = { EMAIL_FROM: 'jkn@example.id' };
const smtp = { ...from, EMAIL_TRANSPORT: 'smtp', EMAIL_SMTP_HOST: 'mail.example.id' };

describe('the settings of mail', () => {
  it('are those of Directus', () => {
    const env = {
      ...smtp,
      ...{ EMAIL_SMTP_PORT: 465, EMAIL_SMTP_SECURE: true, EMAIL_SMTP_USER: 'jkn', EMAIL_SMTP_PASSWORD: 'rahasia' },
      ...{
        EMAIL_SMTP_TLS_REJECT_UNAUTHORIZED: 'false',
        EMAIL_SMTP_TLS_SERVERNAME: 'x.id',
        EMAIL_SMTP_NAME: 'kc-ska',
        KADER_MAIL_PER_MINUTE: '30',
      },
    };
    expect(readMailSettings(env)).toEqual({
      ok: true,
      settings: {
        ...{ kind: 'smtp', host: 'mail.example.id', port: 465, secure: true, ignoreTLS: undefined, name: 'kc-ska' },
        ...{ auth: { user: 'jkn', pass: 'rahasia' }, tls: { rejectUnauthorized: false, servername: 'x.id' } },
        ...{ from: 'jkn@example.id', perMinute: 30 },
      },
    });
    expect(readMailSettings(smtp)).toMatchObject({ ok: true, settings: { auth: undefined, perMinute: 60 } });
    const sendmail = { ...from, EMAIL_TRANSPORT: 'sendmail', EMAIL_SENDMAIL_PATH: process.execPath };
    expect(readMailSettings(sendmail)).toMatchObject({ ok: true, settings: { kind: 'sendmail', newline: 'unix' } });
    const ses = { ...from, EMAIL_TRANSPORT: 'ses', EMAIL_SES_REGION: 'ap-southeast-3' };
    expect(readMailSettings(ses)).toMatchObject({ ok: true, settings: { kind: 'directus' } });
  });

  it.each([
    ['off', { ...smtp, KADER_MAIL_PER_MINUTE: 0 }],
    ['off', { ...smtp, KADER_MAIL_PER_MINUTE: 'banyak' }],
    ['no_sender', { ...smtp, EMAIL_FROM: 'no-reply@example.com' }],
    ['no_host', { ...smtp, EMAIL_SMTP_HOST: '' }],
    ['no_sendmail', { ...from, EMAIL_SENDMAIL_PATH: '/nowhere/sendmail' }],
    ['no_key', { ...from, EMAIL_TRANSPORT: 'mailgun' }],
    ['unknown_transport', { ...from, EMAIL_TRANSPORT: 'pigeon' }],
  ])('say why nothing goes out: %s', (why, env) => {
    expect(readMailSettings(env)).toEqual({ ok: false, why });
    expect(checkMail(env)).toMatchObject({ level: 'warning', text: expect.stringContaining('No e-mail goes out') });
  });
});
