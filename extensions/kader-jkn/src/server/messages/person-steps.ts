import type { Item } from '@directus/types';
import type { Message, MessageStatus } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import { mobileNumber, waLink } from '../../core/message-rules.ts';
import { dateOf, startOfDay } from '../../core/period.ts';
import { heldTexts } from '../../studio/message-texts.ts';
import { worksForBranch } from '../caller.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { moving, waitsAs } from './lease.ts';
import { judge, type MessageStanding, readStandings } from './read-standings.ts';

export interface StepTaken {
  id: Id;
  status: MessageStatus;
}

export interface HandOverLink {
  /** opens WhatsApp, or the phone's own SMS, with number and text filled in */
  link: string;
  /** international, without plus */
  number: string;
  text: string;
}

const seenFields = ['status', 'channel', 'branch', 'recipient_kind'] as const;
type Seen = Pick<Message, (typeof seenFields)[number]>;

const millisecondsPerHour = 3_600_000;

/** Takes a message back that has not gone: new, waiting, queued, to be sent by hand, or not gone through. */
export async function cancelMessage(desk: Desk, id: Id, note: string | null): Promise<StepTaken> {
  await requireOffice(desk, id);
  const from: MessageStatus[] = ['new', 'waiting', 'queued', 'by_hand', 'held', 'failed', 'unsure'];
  return await step(desk, id, from, { status: 'cancelled', held_reason: null, next_at: null, step_note: note });
}

/**
 * Puts a message back that was held, failed, bounced or is unsure. What was held is prepared anew, under the same rules; the
 * others keep their words and their Message-ID. An address that failed is looked up again. Unsure asks for `confirm` and a
 * reason: it may arrive twice. Refused as KADER_MESSAGE_UNSURE, KADER_REASON_REQUIRED, KADER_MESSAGE_REFUSED,
 * KADER_MESSAGE_STATE.
 */
export async function sendAgain(
  desk: Desk,
  id: Id,
  told: { confirm: boolean; note: string | null },
): Promise<StepTaken> {
  const { status, message_id } = await requireOffice(desk, id);
  const { note: step_note } = told;
  if (status === 'held') {
    return await step(desk, id, ['held'], { status: 'new', held_reason: null, last_error: null, step_note });
  }
  const from: MessageStatus[] = ['failed', 'bounced', 'unsure'];
  if (!from.includes(status)) throw refusal('KADER_MESSAGE_STATE', { status });
  const isUnsure = status === 'unsure';
  if (isUnsure && !told.confirm) throw refusal('KADER_MESSAGE_UNSURE', { message_id });
  if (isUnsure && step_note === null) throw refusal('KADER_REASON_REQUIRED', { field: 'note' });

  const one = await readStanding(desk, id, { again: !isUnsure });
  const at = mayGo(one, desk.now());
  return await step(desk, id, [status], {
    status: waitsAs(one.message.channel),
    ...(!isUnsure && { to_address: one.standing.address }),
    ...{
      attempts: 0,
      next_at: at,
      claimed_by: null,
      last_error: null,
      bounced_at: null,
      bounce_reason: null,
      step_note,
    },
  });
}

/**
 * Says that a person sent it: what was to be handed to a family, by its kader too; all else by the office, and that an unsure
 * one was found to have arrived. What is written to a kader is not theirs to send: nobody confirms their own warning as handed over.
 */
export async function sentByHand(desk: Desk, id: Id, note: string | null): Promise<StepTaken> {
  const { status, recipient_kind } = await requireSeen(desk, id);
  if (status !== 'by_hand' || recipient_kind !== 'family') await requireOffice(desk, id);
  return await step(desk, id, ['by_hand', 'unsure'], {
    ...{ status: 'sent', next_at: null, step_note: note },
    ...{ sent_at: desk.now(), sent_by: desk.accountability.user },
  });
}

/** The link by which a person sends a message to a telephone, as long as it may go now. */
export async function handOverLink(desk: Desk, id: Id): Promise<HandOverLink> {
  const { status, channel } = await requireSeen(desk, id);
  if (channel !== 'whatsapp' && channel !== 'sms') throw refusal('KADER_MESSAGE_NO_LINK');
  if (status !== 'by_hand') throw refusal('KADER_MESSAGE_STATE', { status });
  const one = await readStanding(desk, id);
  const at = mayGo(one, desk.now());
  if (at > desk.now()) {
    const date = dateOf(at, one.timezone);
    const hour = (at.getTime() - startOfDay(date, one.timezone).getTime()) / millisecondsPerHour;
    throw refusal('KADER_MESSAGE_HOURS', { date, hour });
  }
  const number = mobileNumber(`+${one.message.to_address ?? ''}`) ?? '';
  const text = one.message.text ?? '';
  const sms = `sms:+${number}?body=${encodeURIComponent(text.toWellFormed())}`;
  return { number, text, link: channel === 'sms' ? sms : waLink(number, text) };
}

/** The message, if the caller may see it. */
async function requireSeen(desk: Desk, id: Id): Promise<Seen> {
  const seen: Item | null = await visibleRecord(desk, 'message', id, ['id', ...seenFields]);
  if (seen === null) throw refusal('KADER_MESSAGE_UNKNOWN');
  return seen as Seen;
}

/** The message, if the caller may see it and is of its branch's office, or an administrator. */
async function requireOffice(desk: Desk, id: Id): Promise<Pick<Message, 'status' | 'message_id'>> {
  const { status, branch } = await requireSeen(desk, id);
  const { accountability, knex } = desk;
  const isOffice = branch === null ? accountability.admin : await worksForBranch(knex, accountability, branch);
  if (!isOffice) throw refusal('KADER_NOT_ALLOWED');
  const { message_id } = await knex('message').where({ id }).first('message_id');
  return { status, message_id };
}

async function readStanding(desk: Desk, id: Id, settings = {}): Promise<MessageStanding> {
  const [one] = await readStandings(desk.knex, [id], desk.now(), settings);
  if (one === undefined) throw refusal('KADER_MESSAGE_UNKNOWN');
  return one;
}

/** When it may go; refused with the reason where it may not. */
function mayGo(one: MessageStanding, now: Date): Date {
  const may = judge(one, now);
  if (may.ok) return may.at;
  const [why, why_en] = heldTexts[may.held].why;
  throw refusal('KADER_MESSAGE_REFUSED', { why, why_en });
}

async function step(
  desk: Desk,
  id: Id,
  from: readonly MessageStatus[],
  change: Record<string, unknown> & { status: MessageStatus },
): Promise<StepTaken> {
  const [now, user] = [desk.now(), desk.accountability.user];
  return await moving(desk.knex, async (trx) => {
    const who = { stepped_by: user, stepped_at: now, user_updated: user, date_updated: now };
    const changed = await trx('message')
      .where({ id })
      .whereIn('status', [...from])
      .update({ ...change, ...who });
    if (changed === 1) return { id, status: change.status };
    const { status } = await trx('message').where({ id }).first('status');
    throw refusal('KADER_MESSAGE_STATE', { status });
  });
}
