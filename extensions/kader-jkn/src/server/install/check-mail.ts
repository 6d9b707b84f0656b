import type { Knex } from 'knex';
import { type NoMail, readMailSettings } from '../messages/mail-settings.ts';
import type { Finding } from './finding.ts';

const why: Readonly<Record<NoMail, string>> = {
  off: 'KADER_MAIL_PER_MINUTE is 0.',
  no_sender: 'set EMAIL_FROM to an address that can be answered.',
  no_host: 'set EMAIL_SMTP_HOST.',
  no_sendmail: 'there is no sendmail at EMAIL_SENDMAIL_PATH; set EMAIL_TRANSPORT=smtp and EMAIL_SMTP_HOST.',
  no_key: 'set the keys of the mail service (EMAIL_SES_*, EMAIL_MAILGUN_*).',
  unknown_transport: 'EMAIL_TRANSPORT must be smtp, sendmail, ses or mailgun.',
};

/** Whether e-mails go out. */
export function checkMail(env: Readonly<Record<string, unknown>>): Finding {
  const mail = readMailSettings(env);
  if (!mail.ok) return { level: 'warning', text: `No e-mail goes out, messages stay queued: ${why[mail.why]}` };
  const { from, perMinute } = mail.settings;
  return { level: 'ok', text: `E-mails go out as ${from}, at most ${perMinute} a minute.` };
}

/** Messages that wait for a person. */
export async function checkOutbox(knex: Knex): Promise<Finding[]> {
  const { rows } = await knex.raw<{ rows: [{ unsure: number; failed: number; old: number }] }>(
    `select count(*) filter (where status = 'unsure')::integer as unsure,
       count(*) filter (where status = 'failed' and date_created > now() - interval '7 days')::integer as failed,
       count(*) filter (where status = 'queued' and coalesce(next_at, date_created) < now() - interval '1 day')::integer as old
     from message where status in ('unsure', 'failed', 'queued')`,
  );
  const [{ unsure, failed, old }] = rows;
  return [
    counted(unsure, 'messages may have been sent or not: somebody must look (docs/messages.md, "Unsure")'),
    counted(failed, 'messages of the last 7 days could not be sent: their last_error says why'),
    counted(old, 'e-mails have been due for more than a day'),
  ].filter((finding) => finding !== null);
}

function counted(count: number, text: string): Finding | null {
  return count === 0 ? null : { level: 'warning', text: `${count} ${text}.` };
}
