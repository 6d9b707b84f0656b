import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Message, MessageChannel, MessageStatus } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { nextTry } from '../../core/message-rules.ts';
import { leaseStart, moving, waitsAs } from './lease.ts';
import { judge, readStandings } from './read-standings.ts';

export interface ClaimRequest {
  channels: readonly MessageChannel[];
  /** at most so many */
  limit: number;
  /** of one branch alone */
  branch?: Id | null;
  /** these alone */
  ids?: readonly Id[];
  /** at most so many e-mails taken in any minute, all processes together */
  perMinute?: number;
}

/** A message that is ours to send until its lease ends; `claim` names this one taking of it. */
export type ClaimedMessage = Message & { claim: string };

/** How an attempt ended. */
export type SendOutcome =
  | { kind: 'sent'; answer: string }
  /** turned away for good, in the other side's own words */
  | { kind: 'refused'; error: string }
  /** surely not taken, but perhaps later */
  | { kind: 'later'; error: string }
  /** nobody can tell whether it was taken */
  | { kind: 'unsure'; error: string };

const millisecondsPerMinute = 60_000;
/** An error of a mail server may be long; what it means stands at its beginning. */
const mostOfAnError = 2000;

/**
 * Takes messages that are due, for this process alone: other processes pass over them. What may not go any more, since it
 * was prepared, is held instead, and what would come at night waits for the morning.
 */
export async function claimMessages(knex: Knex, request: ClaimRequest, now: Date): Promise<ClaimedMessage[]> {
  for (;;) {
    const { looked, claimed } = await moving(knex, (trx) => claimSome(trx, request, now));
    if (claimed.length > 0 || looked === 0) return claimed;
  }
}

async function claimSome(trx: Knex, request: ClaimRequest, now: Date) {
  const limit = Math.min(request.limit, await leftThisMinute(trx, request.perMinute, now));
  if (limit <= 0) return { looked: 0, claimed: [] };
  const { rows } = await trx.raw<{ rows: { id: Id }[] }>(
    `select id from message
     where status in ('queued', 'by_hand') and channel = any (:channels)
       and coalesce(next_at, not_before, date_created) <= :now
       and (:branch::integer is null or branch = :branch) and (:ids::integer[] is null or id = any (:ids))
     order by coalesce(next_at, not_before, date_created), id
     limit :limit
     for update skip locked`,
    {
      channels: [...request.channels],
      now,
      branch: request.branch ?? null,
      ids: request.ids === undefined ? null : [...request.ids],
      limit,
    },
  );
  const standings = await readStandings(
    trx,
    rows.map(({ id }) => id),
    now,
  );
  const claimed: ClaimedMessage[] = [];
  for (const one of standings) {
    const { id } = one.message;
    const may = judge(one, now);
    if (!may.ok) {
      await trx('message').where({ id }).update({ status: 'held', held_reason: may.held, next_at: null });
    } else if (may.at > now) {
      await trx('message').where({ id }).update({ next_at: may.at });
    } else {
      const claim = randomUUID();
      const taken = {
        status: 'claimed',
        claimed_by: claim,
        claimed_at: now,
        attempts: one.message.attempts + 1,
      } as const;
      await trx('message').where({ id }).update(taken);
      claimed.push({ ...one.message, ...taken, claimed_at: now.toISOString(), claim });
    }
  }
  return { looked: rows.length, claimed };
}

/** One process at a time counts and takes, so that all together keep the rate. */
async function leftThisMinute(trx: Knex, perMinute: number | undefined, now: Date): Promise<number> {
  if (perMinute === undefined) return Number.MAX_SAFE_INTEGER;
  await trx.raw("select pg_advisory_xact_lock(hashtext('kader mail rate'))");
  const taken = await trx('message')
    .where({ channel: 'email' })
    .where('claimed_at', '>', new Date(now.getTime() - millisecondsPerMinute))
    .where('claimed_at', '<', new Date(now.getTime() + millisecondsPerMinute))
    .count('* as rows')
    .first();
  return perMinute - Number(taken?.['rows'] ?? 0);
}

/**
 * The step after which a message may have been taken by the other side, committed before the last byte leaves. False: the
 * lease was lost, and nothing may be sent.
 */
export async function beginSending(knex: Knex, { id, claim }: ClaimedMessage, now: Date): Promise<boolean> {
  const begun = await moving(knex, (trx) =>
    trx('message')
      .where({ id, claimed_by: claim, status: 'claimed' })
      .where('claimed_at', '>', leaseStart(now))
      .update({ status: 'sending', sending_at: now }),
  );
  return begun === 1;
}

/**
 * Writes down how an attempt ended; null: the message is somebody else's by now. What was kept as unsure meanwhile is known
 * after all where the other side did answer.
 */
export async function settleMessage(
  knex: Knex,
  { id, claim, channel, attempts }: ClaimedMessage,
  outcome: SendOutcome,
  now: Date,
): Promise<MessageStatus | null> {
  const change = changeOf(outcome, { channel, attempts }, now);
  const from: MessageStatus[] = outcome.kind === 'sent' ? ['sending', 'unsure'] : ['claimed', 'sending'];
  const settled = await moving(knex, (trx) =>
    trx('message').where({ id, claimed_by: claim }).whereIn('status', from).update(change),
  );
  return settled === 1 ? change.status : null;
}

function changeOf(outcome: SendOutcome, { channel, attempts }: Pick<Message, 'channel' | 'attempts'>, now: Date) {
  const ended = { next_at: null };
  switch (outcome.kind) {
    case 'sent':
      return {
        ...ended,
        status: 'sent',
        sent_at: now,
        server_answer: shortened(outcome.answer),
        last_error: null,
      } as const;
    case 'refused':
      return { ...ended, status: 'failed', last_error: shortened(outcome.error) } as const;
    case 'unsure':
      return { ...ended, status: 'unsure', last_error: shortened(outcome.error) } as const;
    case 'later': {
      const next_at = nextTry(attempts, now);
      const status = next_at === null ? 'failed' : waitsAs(channel);
      return { status, next_at, last_error: shortened(outcome.error) } as const;
    }
  }
}

function shortened(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').slice(0, mostOfAnError);
}
