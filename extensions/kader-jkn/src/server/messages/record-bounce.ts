import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { Message } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { emailAddress } from '../../core/message-rules.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { moving } from './lease.ts';

export interface BounceReport {
  /** with or without its angle brackets */
  message_id: string | null;
  address: string | null;
  /** hard: the address will never take mail; soft: it did not this time */
  kind: 'hard' | 'soft';
  reason: string;
}

export interface BounceRecorded {
  /** the message that came back; null: it is not known which */
  message: Id | null;
  /** its address is not written to any more */
  stopped: boolean;
}

/** A returned mail that names only its address is taken for the newest that went there. */
const daysBack = 30;

/**
 * Records that an e-mail came back, as a machine that reads the mailbox of returns tells it; an administrator may too. A hard
 * bounce stops e-mails to the address until somebody lifts that. Told again it changes nothing. A machine of a branch
 * reports messages of that branch only. Refused as KADER_NOT_ALLOWED or KADER_MESSAGE_UNKNOWN.
 */
export async function recordBounce(desk: Desk, report: BounceReport): Promise<BounceRecorded> {
  const { accountability, knex } = desk;
  if (!accountability.admin && !accountability.roles.includes(roleIds.integration)) throw refusal('KADER_NOT_ALLOWED');
  const own = await knex('directus_users').where({ id: accountability.user }).first('branch');
  const branch: Id | null = accountability.admin ? null : (own?.branch ?? null);
  if (!accountability.admin && branch === null) throw refusal('KADER_NOT_ALLOWED');
  const now = desk.now();

  return await moving(knex, async (trx) => {
    const message = await findReturned(trx, report, branch, now);
    if (message === null) throw refusal('KADER_MESSAGE_UNKNOWN');
    const { id, status, to_address: address } = message;
    if (report.kind === 'soft') {
      await trx('message').where({ id }).update({ bounce_reason: report.reason });
      return { message: id, stopped: false };
    }
    if (status !== 'bounced') {
      const returned = {
        bounced_at: now,
        bounce_reason: report.reason,
        sent_at: trx.raw('coalesce(sent_at, ?)', [now]),
      };
      await trx('message')
        .where({ id })
        .update({ status: 'bounced', ...returned });
    }
    if (address === null) return { message: id, stopped: false };
    await trx.raw(
      `insert into message_stop (channel, branch, address, reason, note, active, date_created, user_created)
       values ('email', :branch, :address, 'bounced', :note, true, :now, :user) on conflict do nothing`,
      { branch: message.branch, address, note: report.reason, now, user: accountability.user },
    );
    return { message: id, stopped: true };
  });
}

async function findReturned(
  trx: Knex,
  { message_id, address }: BounceReport,
  branch: Id | null,
  now: Date,
): Promise<Pick<Message, 'id' | 'status' | 'to_address' | 'branch'> | null> {
  const sent = trx('message')
    .where({ channel: 'email' })
    .whereIn('status', ['sent', 'unsure', 'bounced'])
    .where((rows) => (branch === null ? rows : rows.where({ branch })));
  if (message_id !== null) sent.where({ message_id: `<${message_id.replace(/^<|>$/g, '')}>` });
  else {
    sent
      .where({ to_address: address === null ? null : emailAddress(address) })
      .where('date_created', '>', new Date(now.getTime() - daysBack * 86_400_000));
  }
  const found = await sent.orderBy('id', 'desc').forUpdate().first('id', 'status', 'to_address', 'branch');
  return found ?? null;
}
