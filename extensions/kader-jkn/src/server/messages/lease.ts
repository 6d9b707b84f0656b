import type { Knex } from 'knex';
import type { Message, MessageChannel } from '../../contract/message-records.ts';
import { nextTry } from '../../core/message-rules.ts';

const millisecondsPerMinute = 60_000;

/** How long a message that was taken is nobody else's: longer than an attempt can last (see mail/open-transport.ts). */
export const leaseMinutes = 10;

/** What was taken before this moment has lost its lease. */
export function leaseStart(now: Date): Date {
  return new Date(now.getTime() - leaseMinutes * millisecondsPerMinute);
}

/** Where a message waits that can be sent: machines take e-mails, people or a gateway the rest. */
export function waitsAs(channel: MessageChannel): 'queued' | 'by_hand' {
  return channel === 'email' ? 'queued' : 'by_hand';
}

/** A transaction in which messages may move; our code alone opens one (schema/sql/messages.ts). */
export async function moving<T>(knex: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return await knex.transaction(async (trx) => {
    await trx.raw("select set_config('kader.messaging', 'on', true)");
    return await work(trx);
  });
}

export interface TakenBack {
  /** taken and never begun: they wait again */
  waiting: number;
  /** begun: whether they arrived nobody knows */
  unsure: number;
}

const begunAndGone =
  'Proses pengirim berhenti setelah server mulai menerima pesan ini. Belum diketahui apakah terkirim. (The sender stopped after the server had begun to take this message.)';

/** Takes back what a process took and did not settle before its lease ended, because it died or hangs. */
export async function takeBackLost(knex: Knex, now: Date): Promise<TakenBack> {
  return await moving(knex, async (trx) => {
    const lost: Pick<Message, 'id' | 'channel' | 'attempts'>[] = await trx('message')
      .where({ status: 'claimed' })
      .where('claimed_at', '<=', leaseStart(now))
      .orderBy('id')
      .select('id', 'channel', 'attempts')
      .forUpdate()
      .skipLocked();
    for (const { id, channel, attempts } of lost) {
      const next_at = nextTry(attempts, now);
      const back = { claimed_by: null, next_at, last_error: 'Proses pengirim berhenti. (The sender stopped.)' };
      await trx('message')
        .where({ id })
        .update({ ...back, status: next_at === null ? 'failed' : waitsAs(channel) });
    }
    const unsure = await trx('message')
      .where({ status: 'sending' })
      .where('sending_at', '<=', leaseStart(now))
      .update({ status: 'unsure', last_error: begunAndGone });
    return { waiting: lost.length, unsure };
  });
}
