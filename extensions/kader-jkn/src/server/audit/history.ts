import type { Knex } from 'knex';
import type { CollectionName, Id, StateChange } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import type { Difference } from './difference.ts';

/** The fields of a record that say who brought it into one of these states, when and why. */
interface Kept {
  states: readonly string[];
  by: string;
  at: string;
  /** told together, with a point between them */
  why?: readonly string[];
  /** of another record that this one follows: only the history is named where they differ */
  elsewhere?: true;
  /** the state that makes them speak of the past: they may then be empty, or stay */
  until?: string;
}

/** How records of one collection change their state, and what they keep of it themselves. */
interface Course {
  table: CollectionName;
  /** the field of state_change that names the record */
  link: keyof StateChange;
  /** states in which a record may be made */
  born: readonly string[];
  /** from → to; none: every change is allowed */
  steps?: Readonly<Record<string, readonly string[]>>;
  kept?: readonly Kept[];
  /** SQL of a further object with fields that are kept elsewhere, over `m`, the record */
  follows?: string;
}

type StoredRecord = Readonly<Record<string, string | number | boolean | null>>;

interface Row {
  id: Id;
  record: StoredRecord;
  /** oldest first */
  changes: StateChange[];
}

const voided: Kept = { states: ['void'], by: 'voided_by', at: 'voided_at', why: ['void_reason'] };

const courses: readonly Course[] = [
  {
    table: 'collection',
    link: 'collection',
    born: ['recorded', 'unallocated'],
    steps: { recorded: ['verified', 'void'], verified: ['void'], unallocated: ['void'] },
    kept: [{ states: ['verified'], by: 'verified_by', at: 'verified_at' }, voided],
  },
  {
    table: 'commission',
    link: 'statement',
    born: ['closed'],
    steps: { closed: ['approved', 'draft'], draft: ['closed'], approved: ['paid'] },
    kept: [
      { states: ['approved'], by: 'approved_by', at: 'approved_at', elsewhere: true },
      { states: ['paid'], by: 'paid_by', at: 'paid_at', elsewhere: true },
      { states: ['draft'], by: 'reopened_by', at: 'reopened_at', elsewhere: true },
    ],
    follows: `(select jsonb_build_object('approved_by', p.approved_by, 'approved_at', p.approved_at, 'paid_by', p.paid_by,
        'paid_at', p.paid_at, 'reopened_by', p.reopened_by, 'reopened_at', p.reopened_at)
      from period p where p.id = m.period)`,
  },
  {
    table: 'period',
    link: 'period',
    born: ['open'],
    steps: { open: ['closed'], closed: ['approved', 'open'], approved: ['paid'] },
    kept: [
      { states: ['closed'], by: 'closed_by', at: 'closed_at', until: 'open' },
      { states: ['approved'], by: 'approved_by', at: 'approved_at' },
      { states: ['paid'], by: 'paid_by', at: 'paid_at', why: ['payment_reference', 'paid_on'] },
      { states: ['open'], by: 'reopened_by', at: 'reopened_at', why: ['reopened_reason'] },
    ],
  },
  {
    table: 'dispute',
    link: 'dispute',
    born: ['open'],
    steps: { open: ['accepted', 'declined', 'withdrawn'] },
    kept: [{ states: ['accepted', 'declined'], by: 'decided_by', at: 'decided_at', why: ['answer'] }],
  },
  {
    table: 'commission_adjustment',
    link: 'adjustment',
    born: ['recorded'],
    steps: { recorded: ['void'] },
    kept: [voided],
  },
  { table: 'commission_scheme', link: 'scheme', born: ['draft', 'active', 'archived'] },
];

const question = (follows: string) => `
  with moved as (
    select r.* from :table: r
    where r.id > :after
      and (r.status <> all (:born) or exists (select from state_change s where s.:link: = r.id))
    order by r.id
    limit :limit
  )
  select m.id, to_jsonb(m) - 'lines' || coalesce(${follows}, cast('{}' as jsonb)) as record, (
      select coalesce(jsonb_agg(to_jsonb(s) order by s.id), '[]') from state_change s where s.:link: = m.id
    ) as changes
  from moved m
  order by m.id`;

/** Every record stands where its changes of state led it, without a gap, and both tell the same of who, when and why. */
export async function* auditHistory(knex: Knex): AsyncGenerator<Difference> {
  for (const course of courses) {
    const { table, link, born, follows = 'null' } = course;
    for await (const rows of inChunks<Row>(knex, question(follows), { table, link, born: [...born] })) {
      for (const row of rows) yield* auditRow(course, row);
    }
  }
}

function auditRow(course: Course, row: Row): Difference[] {
  return [
    ...row.changes.flatMap((change, at) => auditChange(course, row, change, row.changes[at - 1] ?? null)),
    ...auditState(course, row),
    ...(course.kept ?? []).flatMap((kept) => auditKept(course, row, kept)),
  ];
}

/** One change against the one before, and against the record it speaks of. */
function auditChange(course: Course, { record }: Row, change: StateChange, before: StateChange | null): Difference[] {
  const { from_status: from, to_status: to } = change;
  const follows = before === null ? course.born.includes(from) : from === before.to_status;
  const next = course.steps === undefined ? [to] : (course.steps[from] ?? []);
  const isKept = course.kept?.some(({ states }) => states.includes(to));
  const { branch = null, kader = null } = record;
  return [
    ...unless(follows, change, 'from_status', before?.to_status ?? course.born[0] ?? null),
    ...unless(next.includes(to), change, 'to_status', next[0] ?? null),
    ...unless(change.branch === branch, change, 'branch', branch),
    ...unless(change.kader === kader, change, 'kader', kader),
    ...unless(!change.by_process || change.changed_by === null, change, 'by_process', false),
    ...unless(isKept || change.changed_at === change.date_created, change, 'changed_at', change.date_created),
  ];
}

/** The state of the record is the one that the last change left it in; without a change, one it may be made in. */
function auditState({ table, born }: Course, { id, record, changes }: Row): Difference[] {
  const stored = `${record['status']}`;
  const last = changes.at(-1);
  if (last === undefined) {
    if (born.includes(stored)) return [];
    return [{ collection: table, id, field: 'status', stored, expected: born[0] ?? null }];
  }
  if (last.to_status === stored) return [];
  return [
    { collection: table, id, field: 'status', stored, expected: last.to_status },
    ...unless(false, last, 'to_status', stored),
  ];
}

/** Who, when and why of a state, where both the record and its history keep them: both are named where they differ. */
function auditKept({ table }: Course, { id, record, changes }: Row, kept: Kept): Difference[] {
  const change = changes.findLast(({ to_status: to }) => kept.states.includes(to)) ?? null;
  if (kept.until !== undefined && record['status'] === kept.until) return [];
  if (kept.elsewhere && change === null) return [];
  const compare = (fields: readonly string[], told: keyof StateChange): Difference[] => {
    const stored =
      fields.length === 1 ? (record[fields[0] ?? ''] ?? null) : fields.map((one) => record[one]).join(' · ');
    const expected = change?.[told] ?? null;
    if (stored === expected) return [];
    return [
      ...(kept.elsewhere ? [] : fields).map((field) => {
        return { collection: table, id, field, stored: record[field] ?? null, expected };
      }),
      ...(change === null ? [] : unless(false, change, told, stored)),
    ];
  };
  return [
    ...compare([kept.by], 'changed_by'),
    ...compare([kept.at], 'changed_at'),
    // A reversal tells its reason when it is made, long before anybody voids it.
    ...(kept.why === undefined || change === null ? [] : compare(kept.why, 'reason')),
  ];
}

function unless(
  holds: boolean | undefined,
  change: StateChange,
  field: keyof StateChange,
  expected: Difference['expected'],
): Difference[] {
  return holds ? [] : [{ collection: 'state_change', id: change.id, field, stored: change[field], expected }];
}
