import type { Knex } from 'knex';
import type { OpenDispute, ReviewShown, SessionHead } from '../../../contract/monev-session.ts';
import type { Id } from '../../../contract/records.ts';

type Asked = Pick<SessionHead, 'id' | 'branch' | 'today'>;

const reviewsQuestion = `
  select r.id, r.status, r.reason, r.streak_from, r.streak_to, r.streak_months, r.evidence,
    r.opened_on::text as opened_on, r.due_on::text as due_on, nullif(btrim(r.answer), '') as answer,
    to_json(r.answered_at) #>> '{}' as answered_at, r.decision, r.decision_note, r.follow_up_on::text as follow_up_on,
    r.letter is not null as has_letter,
    json_build_object('id', k.id, 'name', k.name, 'code', k.code) as kader,
    r.status in ('open', 'answered')
      and (coalesce(btrim(r.answer), '') <> '' or coalesce(r.due_on < cast(:today as date), false)) as may_decide
  from partnership_review r
  join kader k on k.id = r.kader
  where r.branch = :branch and (r.status in ('open', 'answered') or r.decided_in = :session)
  order by r.status = 'decided', r.due_on nulls last, r.id`;

const disputesQuestion = `
  select d.id, s.month, d.line_label, d.line_label_en, d.line_amount::float8 as line_amount, d.question,
    (d.date_created at time zone b.timezone)::date::text as asked_on,
    json_build_object('id', k.id, 'name', k.name) as kader
  from dispute d
  join commission s on s.id = d.statement
  join kader k on k.id = d.kader
  join branch b on b.id = d.branch
  where d.branch = :branch and d.status = 'open'
  order by d.date_created, d.id`;

/** Partnerships to decide on, the oldest day first, then those that this session has decided. */
export async function reviewsFor(knex: Knex, { id, branch, today }: Asked): Promise<ReviewShown[]> {
  const asked = { session: id, branch: branch.id, today };
  const { rows } = await knex.raw<{ rows: ReviewShown[] }>(reviewsQuestion, asked);
  return rows;
}

/** Lines of statements that kader question and nobody has answered, the oldest first. */
export async function openDisputes(knex: Knex, branch: Id): Promise<OpenDispute[]> {
  const { rows } = await knex.raw<{ rows: OpenDispute[] }>(disputesQuestion, { branch });
  return rows;
}
