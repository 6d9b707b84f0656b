import type { Knex } from 'knex';
import {
  type AskedChannel,
  type AudienceFilter,
  type AudienceKey,
  type MessageAudience,
  messageAudiences,
  type NoticeWords,
} from '../../../contract/message-audiences.ts';
import type { MessageAbout } from '../../../contract/message-contexts.ts';
import type { QueueRequest } from '../../../contract/message-records.ts';
import type { DateText, Id, Moment, MonthText, TimeZone } from '../../../contract/records.ts';
import { type DateText as Day, dateOf, daysAfter, monthOf, startOfDay } from '../../../core/period.ts';
import { administrators } from './administrators.ts';
import type { AudienceMember, AudienceReader } from './audience.ts';
import { awardsGiven } from './awards-given.ts';
import { contractAnniversaries } from './contract-anniversaries.ts';
import { decisionsMade } from './decisions-made.ts';
import { familiesAssigned } from './families-assigned.ts';
import { familiesInArrears } from './families-in-arrears.ts';
import { kaderActive } from './kader-active.ts';
import { kaderGivenFamilies } from './kader-given-families.ts';
import { kaderWelcome } from './kader-welcome.ts';
import { monthSummary } from './month-summary.ts';
import { monthsToClose } from './months-to-close.ts';
import { noticesUnread } from './notices-unread.ts';
import { paymentsReceived } from './payments-received.ts';
import { promisesTomorrow } from './promises-tomorrow.ts';
import { reviewsOpened } from './reviews-opened.ts';
import { sessionInvited } from './session-invited.ts';
import { statementsReady } from './statements-ready.ts';
import { warningsNew } from './warnings-new.ts';

const readers: Record<Exclude<AudienceKey, 'administrators'>, AudienceReader> = {
  families_in_arrears: familiesInArrears,
  promises_tomorrow: promisesTomorrow,
  families_assigned: familiesAssigned,
  kader_given_families: kaderGivenFamilies,
  payments_received: paymentsReceived,
  kader_active: kaderActive,
  kader_welcome: kaderWelcome,
  contract_anniversaries: contractAnniversaries,
  statements_ready: statementsReady,
  warnings_new: warningsNew,
  reviews_opened: reviewsOpened,
  decisions_made: decisionsMade,
  awards_given: awardsGiven,
  session_invited: sessionInvited,
  months_to_close: monthsToClose,
  month_summary: monthSummary,
  notices_unread: noticesUnread,
};

export interface AudienceCall {
  audience: AudienceKey;
  /** null: every branch whose programme goes on */
  branch: Id | null;
  filter: AudienceFilter;
  about: MessageAbout;
  notice: NoticeWords | null;
  /** see AudienceAsk */
  after: Moment | null;
  now: Date;
}

export interface AudienceWording {
  /** null: the one that fits each member */
  template: string | null;
  channel: AskedChannel;
  /** `flow`, `person` */
  cause: string;
}

/**
 * Whom an audience names, as messages to be queued: asked for again, each of them has the same `dedupe`, whichever the
 * channel; only a letter is a message of its own.
 */
export async function readAudience(knex: Knex, call: AudienceCall, wording: AudienceWording): Promise<QueueRequest[]> {
  const { audience, branch, about, notice, now, ...rest } = call;
  if (audience === 'administrators') {
    if (notice === null) return [];
    const today = dateOf(now, officeZone);
    const members = await administrators(knex, { today, notice });
    return members.map((member) => requestOf(member, { call, wording, branch: null, zone: officeZone }));
  }
  const requests: QueueRequest[] = [];
  for (const one of await branchesOf(knex, branch, now)) {
    const members = await readers[audience](knex, { ...rest, about, notice, now, branch: one.id, today: one.today });
    requests.push(...members.map((member) => requestOf(member, { call, wording, branch: one.id, zone: one.timezone })));
  }
  return requests;
}

/** The zone of what belongs to no branch. */
const officeZone: TimeZone = 'Asia/Jakarta';

interface Setting {
  call: AudienceCall;
  wording: AudienceWording;
  branch: Id | null;
  zone: TimeZone;
}

function requestOf(member: AudienceMember, { call, wording, branch, zone }: Setting): QueueRequest {
  const { template: usual }: MessageAudience = messageAudiences[call.audience];
  const key = wording.template ?? member.template ?? usual;
  const medium = wording.channel === 'letter' ? 'letter' : 'message';
  const notice = member.notice ?? call.notice;
  return {
    key,
    channel: wording.channel,
    about: call.about,
    item: member.item,
    branch,
    recipient: member.recipient,
    cause: wording.cause,
    dedupe: `${key}:${medium}:${member.once}`,
    ...(notice && call.about === 'notice' && { data: { ...notice } }),
    ...(member.language && { language: member.language }),
    ...(member.until && { notAfter: startOfDay(daysAfter(member.until as Day, 1), zone).toISOString() }),
  };
}

interface WorkingBranch {
  id: Id;
  timezone: TimeZone;
  today: DateText;
}

/** The branch asked for, or all whose programme goes on: nobody is reminded of a programme of the past. */
async function branchesOf(knex: Knex, branch: Id | null, now: Date): Promise<WorkingBranch[]> {
  const rows: { id: Id; timezone: TimeZone; last_month: MonthText | null }[] = await knex('branch')
    .where(branch === null ? { status: 'active' } : { id: branch })
    .orderBy('id')
    .select('id', 'timezone', 'last_month');
  return rows
    .map(({ id, timezone, last_month }) => ({ id, timezone, last_month, today: dateOf(now, timezone) }))
    .filter(({ last_month, today }) => branch !== null || last_month === null || last_month >= monthOf(today));
}
