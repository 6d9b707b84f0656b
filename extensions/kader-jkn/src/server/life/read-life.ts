import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { KaderLifeShown, TopicShown } from '../../contract/life.ts';
import type { DateText, Id, Kader } from '../../contract/records.ts';
import { contractDaysLeft, lackingOf } from '../../core/kader-life.ts';
import type { DateText as Day } from '../../core/period.ts';
import { isKader, leadsBranch } from '../caller.ts';
import type { Desk } from '../desk/desk.ts';
import { type LivedKader, requireSeen } from './lived-kader.ts';

/** Days before the end of a contract that are worth a word where the policy says none. */
const usualNotice = 30;

interface PastRow {
  recruited_on: DateText | null;
  briefed_on: Day | null;
  leave_from: DateText | null;
  leave_to: DateText | null;
  leave_reason: string | null;
  end_reason: Kader['end_reason'];
  end_note: string | null;
  has_file: boolean;
  families: number;
  unhandled: number;
  training_required: boolean;
  notice_days: number | null;
}

const lastOf = (kind: string) =>
  `(select max(e.on_date)::text from kader_event e where e.kader = k.id and e.kind = '${kind}')`;

const pastQuestion = `
  select ${lastOf('recruited')} as recruited_on, ${lastOf('briefed')} as briefed_on,
    l.on_date::text as leave_from, l.to_date::text as leave_to, l.reason as leave_reason,
    k.end_reason, k.end_note, k.contract_file is not null as has_file,
    (select count(*)::integer from assignment a
      where a.kader = k.id and coalesce(a.to_date, 'infinity') >= cast(:today as date)) as families,
    (select count(*)::integer from kader_event e
      where e.kader = k.id and e.kind = 'mistreated' and e.handled_at is null) as unhandled,
    coalesce(p.training_required, false) as training_required, p.renewal_notice_days as notice_days
  from kader k
  left join lateral kader_policy_in_force(k.branch, cast(:today as date)) p on true
  left join lateral (
    select e.on_date, e.to_date, e.reason from kader_event e
    where e.kader = k.id and e.kind = 'leave' and (e.to_date is null or e.to_date >= cast(:today as date))
    order by e.on_date
    limit 1
  ) l on true
  where k.id = :kader`;

const topicsQuestion = `
  select t.code, t.name, t.required, max(s.held_on)::text as attended_on
  from training_topic t
  left join (training_attendance a join training s on s.id = a.training and a.kader = :kader and a.present)
    on s.held_on <= cast(:today as date) and s.topics::jsonb @> to_jsonb(t.code::text)
  group by t.id
  order by t.sort, t.id`;

/** Where a kader stands and what is missing for the next step. Refused as KADER_LIFE_UNKNOWN for whoever may not see it. */
export async function readLife(desk: Desk, id: Id): Promise<KaderLifeShown> {
  const { knex, accountability } = desk;
  const kader = await requireSeen(desk, id);
  const past = await readPast(knex, kader);
  const topics = await readTopics(knex, kader);
  const leads = await leadsBranch(knex, accountability, kader.branch);
  const isOwn = await isKader(knex, accountability, id);
  return {
    id,
    name: kader.name,
    status: kader.status,
    today: kader.today,
    branch: kader.branch,
    recruited_on: past.recruited_on,
    briefed_on: past.briefed_on,
    joined_on: kader.joined_on,
    contract: {
      number: kader.contract_number,
      from: kader.contract_from,
      to: kader.contract_to,
      file: leads || isOwn ? past.has_file : null,
      days_left: contractDaysLeft(kader.contract_to, kader.today),
      notice_days: past.notice_days ?? usualNotice,
    },
    training_required: past.training_required,
    topics,
    lacking: kader.status === 'candidate' ? lackingOf(candidateOf(kader, past, topics), kader.today) : [],
    leave: past.leave_from === null ? null : { from: past.leave_from, to: past.leave_to, reason: past.leave_reason },
    ended: kader.status === 'ended' ? { on: kader.ended_on, reason: past.end_reason, note: past.end_note } : null,
    families: past.families,
    unhandled: past.unhandled,
    leads,
    reports: leads || isOwn || accountability.roles.includes(roleIds.staff),
  };
}

function candidateOf(kader: LivedKader, past: PastRow, topics: readonly TopicShown[]) {
  return {
    briefedOn: past.briefed_on,
    contractNumber: kader.contract_number,
    contractFrom: kader.contract_from,
    contractTo: kader.contract_to,
    trainingRequired: past.training_required,
    topicsMissing: topics.filter(({ required, attended_on }) => required && attended_on === null).length,
  };
}

async function readPast(knex: Knex, { id, today }: LivedKader): Promise<PastRow> {
  const { rows } = await knex.raw<{ rows: [PastRow] }>(pastQuestion, { kader: id, today });
  return rows[0];
}

async function readTopics(knex: Knex, { id, today }: LivedKader): Promise<TopicShown[]> {
  const { rows } = await knex.raw<{ rows: TopicShown[] }>(topicsQuestion, { kader: id, today });
  return rows;
}
