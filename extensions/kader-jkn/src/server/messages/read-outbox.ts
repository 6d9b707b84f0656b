import type { Knex } from 'knex';
import type { MessageStatus } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { type Environment, type NoMail, readMailSettings } from './mail-settings.ts';

export interface OutboxState {
  /** whether e-mails go out of this instance, and why not */
  mail: { ready: boolean; why: NoMail | null; perMinute: number | null };
  counts: Partial<Record<MessageStatus, number>>;
}

/** How the outbox stands, of one branch or of all. */
export async function readOutbox(knex: Knex, env: Environment, branch: Id | null): Promise<OutboxState> {
  const mail = readMailSettings(env);
  const rows: { status: MessageStatus; count: string }[] = await knex('message')
    .where((some) => (branch === null ? some : some.where({ branch })))
    .groupBy('status')
    .select('status')
    .count('* as count');
  return {
    mail: mail.ok
      ? { ready: true, why: null, perMinute: mail.settings.perMinute }
      : { ready: false, why: mail.why, perMinute: null },
    counts: Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)])),
  };
}
