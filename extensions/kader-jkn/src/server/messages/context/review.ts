import type { Id, Kader, MonthText, PartnershipReview, TimeZone } from '../../../contract/records.ts';
import type { ReviewLetter } from '../../../documents/index.ts';
import { decisionFields, paragraphs } from '../../../documents/review-letter/decision-words.ts';
import { bundleVersion } from '../../install/version.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

type Row = Pick<
  PartnershipReview,
  'opened_on' | 'due_on' | 'evidence' | 'streak_from' | 'streak_to' | 'streak_months' | 'follow_up_on' | 'decision'
> & {
  id: Id;
  branch: Id;
  answer: string | null;
  answered_at: Date | null;
  decision_note: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  ended_on: string | null;
  end_reason: Kader['end_reason'];
  kader: { code: string; name: string };
  office: { code: string; name: string; timezone: TimeZone };
};

const question = `
  select r.id, r.branch, r.opened_on::text as opened_on, r.due_on::text as due_on, r.evidence,
    r.streak_from, r.streak_to, r.streak_months, nullif(btrim(r.answer), '') as answer, r.answered_at,
    r.decision, r.decision_note, r.follow_up_on::text as follow_up_on, r.decided_at,
    (select nullif(concat_ws(' ', u.first_name, u.last_name), '') from directus_users u where u.id = r.decided_by) as decided_by,
    k.ended_on::text as ended_on, k.end_reason, ${kaderJson} as kader,
    jsonb_build_object('code', b.code, 'name', b.name, 'timezone', b.timezone) as office
  from partnership_review r
  join kader k on k.id = r.kader
  join branch b on b.id = r.branch
  where r.id = :item and r.status <> 'withdrawn'`;

const undecided = {
  number: null,
  decided: false,
  decided_on: null,
  decided_by: null,
  opening: null,
  decision: null,
  effect: null,
  families: null,
  follow_up_on: null,
  grounds: [],
};

const rowsOf = (words: string | null) => paragraphs(words ?? '').map((text) => ({ text }));

/**
 * How the partnership ended by the decision. Whoever makes the letter tells it (`data.end`); afterwards the kader's record
 * says when and why, and no longer where the families went.
 */
function endOf({ decision, ended_on, end_reason }: Row, data: Record<string, unknown> | null): ReviewLetter['end'] {
  if (decision !== 'end') return null;
  if (data !== null && 'end' in data) return data['end'] as ReviewLetter['end'];
  if (ended_on === null || end_reason === null) return null;
  return { on: ended_on, reason: end_reason, families: { assigned: 0, released: 0 } };
}

/** A partnership review: the invitation to answer it, and its decision. */
export const readReview: ContextReader = async ({ knex, item, data, language }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { id, branch, opened_on, due_on, evidence, answer, kader, office, decision, decided_at } = row;
  const streak: { streak_from: MonthText | null; streak_to: MonthText | null; streak_months: number | null } = {
    streak_from: row.streak_from,
    streak_to: row.streak_to,
    streak_months: row.streak_months,
  };
  const answered_at = row.answered_at?.toISOString() ?? null;
  const opened = { opened_on, due_on, evidence: rowsOf(evidence), answer: rowsOf(answer), answered_at };
  if (decision === null || decided_at === null) {
    return { branch, groups: { review: { ...opened, ...streak, ...undecided }, kader } };
  }
  const letter: ReviewLetter = {
    id,
    branch: { ...office, city: null, address: null, phone: null, head_name: null, head_title: null },
    kader,
    opened_on,
    due_on,
    evidence,
    answer,
    answered_at,
    decision,
    decision_note: row.decision_note ?? '',
    follow_up_on: row.follow_up_on,
    end: endOf(row, data),
    decided_at: decided_at.toISOString(),
    decided_by: row.decided_by,
    version: bundleVersion,
  };
  return { branch, groups: { review: { ...decisionFields(letter, language), ...streak }, kader } };
};
