import type { Knex } from 'knex';
import type { HeldReason, Message } from '../../contract/message-records.ts';
import type { Id, TimeZone } from '../../contract/records.ts';
import type { MuteSpan } from '../../core/contact-rules.ts';
import {
  emailAddress,
  type MessageRules,
  mayMessage,
  mobileNumber,
  type Standing,
  type Stop,
} from '../../core/message-rules.ts';

/** A message, and what is known of whom it goes to. */
export interface MessageStanding {
  message: Message;
  /** null: the recipient is not there any more */
  name: string | null;
  timezone: TimeZone;
  /** who holds the family now; of other messages the kader they go to */
  kader: Id | null;
  standing: Standing;
  /** there is an address or number, and it is of no use */
  isInvalid: boolean;
  isWaitingBatch: boolean;
}

interface Row extends MessageRules {
  id: Id;
  message: Message;
  name: string | null;
  holder: Id | null;
  given: string | null;
  is_ended: boolean;
  is_gone: boolean;
  is_waiting_batch: boolean;
  mutes: MuteSpan[];
  stops: Stop[];
}

const question = `
  select m.id, to_json(m) as message, coalesce(h.timezone, 'Asia/Jakarta') as timezone,
    case m.recipient_kind
      when 'kader' then k.name
      when 'family' then b.head_name
      when 'user' then coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email)
      else m.to_name end as name,
    case when m.recipient_kind = 'family' then b.kader else m.kader end as holder,
    case
      when (m.status <> 'new' and not :again) or m.recipient_kind = 'address' then m.to_address
      when m.channel = 'letter' then null
      when m.channel = 'email' then case m.recipient_kind when 'kader' then k.email when 'user' then u.email end
      else case m.recipient_kind when 'kader' then k.phone when 'family' then b.phone end end as given,
    coalesce(m.recipient_kind = 'kader' and k.status = 'ended', false) as is_ended,
    coalesce(m.recipient_kind = 'family' and b.status in ('moved', 'transferred', 'written_off', 'merged'), false) as is_gone,
    coalesce(o.status = 'waiting', false) as is_waiting_batch,
    p.messages_per_week, p.message_hour_from, p.message_hour_to, p.contact_hour_from, p.contact_hour_to,
    coalesce((
      select json_agg(json_build_object('from_date', x.from_date, 'until_date', x.until_date)) from mute x
      where x.binaan = m.binaan and x.status = 'approved'), '[]') as mutes,
    coalesce((
      select json_agg(json_build_object('channel', s.channel, 'reason', s.reason)) from message_stop s
      where s.active and ((m.recipient_kind = 'family' and s.binaan = m.binaan)
        or (m.recipient_kind = 'kader' and s.kader = m.kader))), '[]') as stops
  from message m
  left join branch h on h.id = m.branch
  left join kader k on k.id = m.kader
  left join binaan b on b.id = m.binaan
  left join directus_users u on u.id = m.recipient_user and u.status = 'active'
  left join message_batch o on o.id = m.batch
  left join lateral kader_policy_in_force(m.branch, (:now at time zone coalesce(h.timezone, 'Asia/Jakarta'))::date) p on true
  where m.id = any (:ids)
  order by m.id`;

/** What still goes to a kader whose partnership has ended. */
const owed: ReadonlySet<string> = new Set(['statement', 'review', 'award']);

/**
 * Reads who the messages go to, and what stands against it; `others` of a family is empty. What was prepared keeps its
 * address, unless it is looked up `again`.
 */
export async function readStandings(
  knex: Knex,
  ids: readonly Id[],
  now: Date,
  { again = false } = {},
): Promise<MessageStanding[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { ids: [...ids], now, again });
  const standings = rows.map(standingOf);
  const addresses = standings.flatMap(({ standing }) => standing.address ?? []);
  if (addresses.length === 0) return standings;
  const stopped: (Stop & { address: string })[] = await knex('message_stop')
    .where({ active: true })
    .whereIn('address', addresses)
    .select('address', 'channel', 'reason');
  if (stopped.length === 0) return standings;
  return standings.map((one) => {
    const stops = stopped.filter(({ address }) => address === one.standing.address);
    return { ...one, standing: { ...one.standing, stops: [...one.standing.stops, ...stops] } };
  });
}

function standingOf(row: Row): MessageStanding {
  const { message, given, timezone } = row;
  const told = given?.trim() || null;
  const read = message.channel === 'email' ? emailAddress : mobileNumber;
  const address = told === null ? null : read(told);
  return {
    message,
    name: row.name,
    timezone,
    kader: row.holder,
    isInvalid: told !== null && address === null && message.channel !== 'letter',
    isWaitingBatch: row.is_waiting_batch,
    standing: {
      recipient: message.recipient_kind,
      channel: message.channel,
      isEnded: row.is_ended,
      isOwed: owed.has(message.about),
      isGone: row.is_gone,
      mutes: row.mutes,
      stops: row.stops,
      others: [],
      address,
      rules: {
        timezone,
        messages_per_week: row.messages_per_week,
        message_hour_from: row.message_hour_from,
        message_hour_to: row.message_hour_to,
        contact_hour_from: row.contact_hour_from,
        contact_hour_to: row.contact_hour_to,
      },
    },
  };
}

/** Whether a message may go, and from when; or why it is held. */
export function judge(one: MessageStanding, from: Date): { ok: true; at: Date } | { ok: false; held: HeldReason } {
  if (one.name === null) return { ok: false, held: 'recipient_gone' };
  const may = mayMessage(one.standing, from);
  if (!may.ok) return may.held === 'no_address' && one.isInvalid ? { ok: false, held: 'address_invalid' } : may;
  const { not_after: last } = one.message;
  return last !== null && may.at > new Date(last) ? { ok: false, held: 'too_late' } : may;
}
