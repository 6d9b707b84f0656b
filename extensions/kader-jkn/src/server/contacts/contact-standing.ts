import type { MuteReason } from '../../contract/contact-records.ts';
import type { ContactStanding } from '../../contract/contacts.ts';
import type { Id, TimeZone } from '../../contract/records.ts';
import { type ContactPolicy, type LoggedContact, type MuteSpan, mayContact, muteOn } from '../../core/contact-rules.ts';
import { type DateText, dateOf, daysAfter } from '../../core/period.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { familyToContact } from './family-to-contact.ts';

interface Log {
  policy: Omit<ContactPolicy, 'timezone'> | null;
  contacts: LoggedContact[];
  mutes: (MuteSpan & { reason: MuteReason })[];
  requested: Id | null;
  last: ContactStanding['last'];
  promise: ContactStanding['promise'];
}

// A mute that was ended held until the day before.
const question = `
  select (
      select to_jsonb(p) from (
        select contact_cap_week, contact_hour_from, contact_hour_to from kader_policy_in_force(:branch, :today)) p
    ) as policy, (
      select coalesce(jsonb_agg(jsonb_build_object('at', a.at, 'channel', a.channel)), '[]')
      from activity a where a.binaan = any (kader_payers_of(:family)) and a.at >= cast(:near as date)
    ) as contacts, (
      select coalesce(jsonb_agg(jsonb_build_object('from_date', m.from_date, 'reason', m.reason,
        'until_date', least(m.until_date, (m.ended_at at time zone :timezone)::date - 1))), '[]')
      from mute m where m.binaan = :family and m.status in ('approved', 'ended')
    ) as mutes, (
      select m.id from mute m where m.binaan = :family and m.status = 'requested'
    ) as requested, (
      select jsonb_build_object('at', a.at, 'by', case when a.kader is not null then 'kader'
        when a.officer is not null then 'telekolekting' else 'branch' end)
      from activity a where a.binaan = any (kader_payers_of(:family)) and a.channel <> 'group_education' order by a.at desc limit 1
    ) as last, (
      select jsonb_build_object('on', a.promise_on, 'amount', a.promise_amount)
      from activity a where a.binaan = any (kader_payers_of(:family)) and a.promise_state = 'open' order by a.promise_on limit 1
    ) as promise`;

/**
 * Whether a family may be contacted at a moment, by whoever works with it: the log is one, so contacts of others count without
 * being shown. Refused with KADER_BINAAN_UNKNOWN where the family is not the caller's to contact.
 */
export async function readContactStanding(desk: Desk, id: Id, at: Date): Promise<ContactStanding> {
  const home = await familyToContact(desk, id);
  if (home === null) throw refusal('KADER_BINAAN_UNKNOWN');
  const log = await readLog(desk, id, home.branch, home.timezone, at);
  const policy: ContactPolicy = {
    timezone: home.timezone,
    contact_cap_week: log.policy?.contact_cap_week ?? null,
    contact_hour_from: log.policy?.contact_hour_from ?? null,
    contact_hour_to: log.policy?.contact_hour_to ?? null,
  };
  const today = dateOf(at, home.timezone);
  const answer = mayContact(log.contacts, log.mutes, policy, at);
  const mute = muteOn(log.mutes, today);
  return {
    timezone: home.timezone,
    may: answer.ok,
    refused: answer.ok ? null : answer.refused,
    next_allowed: answer.ok ? null : (answer.nextAllowed?.toISOString() ?? null),
    mute: mute && { reason: mute.reason, from_date: mute.from_date, until_date: mute.until_date },
    requested_mute: log.requested,
    contacts: countOfWeek(log.contacts, today, home.timezone),
    cap: policy.contact_cap_week,
    hour_from: policy.contact_hour_from,
    hour_to: policy.contact_hour_to,
    last: log.last,
    promise: log.promise,
  };
}

async function readLog(desk: Desk, family: Id, branch: Id, timezone: TimeZone, at: Date): Promise<Log> {
  const today = dateOf(at, timezone);
  const { rows } = await desk.knex.raw<{ rows: [Log] }>(question, {
    family,
    branch,
    today,
    timezone,
    near: daysAfter(today, -14),
  });
  return rows[0];
}

function countOfWeek(contacts: readonly LoggedContact[], today: DateText, timezone: TimeZone): number {
  const from = daysAfter(today, -6);
  return contacts.filter((contact) => {
    const day = dateOf(contact.at, timezone);
    return contact.channel !== 'group_education' && day >= from && day <= today;
  }).length;
}
