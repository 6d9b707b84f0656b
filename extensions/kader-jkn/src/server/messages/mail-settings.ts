import { accessSync, constants } from 'node:fs';

/** The settings of Directus: its environment, with figures and booleans read. */
export type Environment = Readonly<Record<string, unknown>>;

export interface SmtpSettings {
  kind: 'smtp';
  name: string | undefined;
  host: string;
  port: number | undefined;
  secure: boolean | undefined;
  ignoreTLS: boolean | undefined;
  auth: { user: string; pass: string } | undefined;
  tls: Record<string, unknown>;
}

export interface SendmailSettings {
  kind: 'sendmail';
  path: string;
  newline: string;
}

/** How this instance sends mail; `directus`: by the transport of Directus itself (ses, mailgun). */
export type MailSettings = (SmtpSettings | SendmailSettings | { kind: 'directus' }) & {
  from: string;
  /** e-mails in any minute, all processes together */
  perMinute: number;
};

/** Why no mail goes out. */
export type NoMail = 'off' | 'no_host' | 'no_sendmail' | 'no_sender' | 'no_key' | 'unknown_transport';

const defaultPerMinute = 60;
/** What Directus takes where nobody set a sender: nobody can answer it. */
const unsetSender = 'no-reply@example.com';

/** Reads the settings that Directus's own mailer reads (`EMAIL_*`), and KADER_MAIL_PER_MINUTE. */
export function readMailSettings(env: Environment): { ok: true; settings: MailSettings } | { ok: false; why: NoMail } {
  const perMinute = Number(text(env, 'KADER_MAIL_PER_MINUTE') ?? defaultPerMinute);
  if (!(perMinute >= 1)) return { ok: false, why: 'off' };
  const from = text(env, 'EMAIL_FROM');
  if (from === undefined || from === unsetSender) return { ok: false, why: 'no_sender' };
  const shared = { from, perMinute: Math.floor(perMinute) };

  switch ((text(env, 'EMAIL_TRANSPORT') ?? 'sendmail').toLowerCase()) {
    case 'smtp': {
      const host = text(env, 'EMAIL_SMTP_HOST');
      return host === undefined
        ? { ok: false, why: 'no_host' }
        : { ok: true, settings: { ...smtp(env, host), ...shared } };
    }
    case 'sendmail': {
      const path = text(env, 'EMAIL_SENDMAIL_PATH') ?? '/usr/sbin/sendmail';
      if (!isProgram(path)) return { ok: false, why: 'no_sendmail' };
      const newline = text(env, 'EMAIL_SENDMAIL_NEW_LINE') ?? 'unix';
      return { ok: true, settings: { kind: 'sendmail', path, newline, ...shared } };
    }
    case 'ses':
      return byDirectus(env, 'EMAIL_SES_', shared);
    case 'mailgun':
      return byDirectus(env, 'EMAIL_MAILGUN_', shared);
    default:
      return { ok: false, why: 'unknown_transport' };
  }
}

function byDirectus(env: Environment, prefix: string, shared: { from: string; perMinute: number }) {
  const isGiven = Object.keys(env).some((name) => name.startsWith(prefix) && text(env, name) !== undefined);
  if (!isGiven) return { ok: false, why: 'no_key' } as const;
  return { ok: true, settings: { kind: 'directus', ...shared } } as const;
}

function smtp(env: Environment, host: string): SmtpSettings {
  const [user, pass] = [text(env, 'EMAIL_SMTP_USER'), text(env, 'EMAIL_SMTP_PASSWORD')];
  const port = Number(text(env, 'EMAIL_SMTP_PORT'));
  return {
    kind: 'smtp',
    name: text(env, 'EMAIL_SMTP_NAME'),
    host,
    port: Number.isInteger(port) && port > 0 ? port : undefined,
    secure: truth(env, 'EMAIL_SMTP_SECURE'),
    ignoreTLS: truth(env, 'EMAIL_SMTP_IGNORE_TLS'),
    auth: user === undefined && pass === undefined ? undefined : { user: user ?? '', pass: pass ?? '' },
    tls: camelCased(env, 'EMAIL_SMTP_TLS_'),
  };
}

function text(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === undefined || value === null || value === '' ? undefined : String(value).trim();
}

/** Directus reads booleans itself, unless they were told it as text. */
function truth(env: Environment, name: string): boolean | undefined {
  const value = text(env, name);
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

/** `EMAIL_SMTP_TLS_REJECT_UNAUTHORIZED` is `rejectUnauthorized`, as Directus reads it. */
function camelCased(env: Environment, prefix: string): Record<string, unknown> {
  const names = Object.keys(env).filter((name) => name.startsWith(prefix));
  return Object.fromEntries(
    names.map((name) => {
      const key = name
        .slice(prefix.length)
        .toLowerCase()
        .replaceAll(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
      return [key, truth(env, name) ?? env[name]];
    }),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
