import type { Filter } from '@directus/types';
import type { Knex } from 'knex';
import type { OpenMatter, OpenMatterKind, OpenMattersAnswer } from '../../contract/monev-people.ts';
import type { CollectionName, DateText, Id, Moment, TimeZone } from '../../contract/records.ts';
import { type DateText as Day, dateOf } from '../../core/period.ts';
import { refusal } from '../errors.ts';
import type { MonevCaller } from './answering.ts';
import { kaderOfScope, type MonevScope } from './scope.ts';
import { zeroWatchAnswer } from './zero-watch.ts';

/** Something that waits for people. */
interface Waiting {
  id: Id;
  branch: Id;
  since: DateText;
  due_on: DateText | null;
}

type Rule = Record<string, unknown>;

interface Kept {
  kind: OpenMatterKind;
  collectionName: CollectionName;
  /** whose branch, from when, and due when; null: never */
  fields: { branch: string; since: string; due: string | null };
  open: Rule;
  /** links to the kader whom it concerns */
  kader: readonly string[];
}

const kinds: readonly Kept[] = [
  {
    kind: 'review',
    collectionName: 'partnership_review',
    fields: { branch: 'branch', since: 'opened_on', due: 'due_on' },
    open: { status: { _in: ['open', 'answered'] } },
    kader: ['kader'],
  },
  {
    kind: 'dispute',
    collectionName: 'dispute',
    fields: { branch: 'branch', since: 'date_created', due: null },
    open: { status: { _eq: 'open' } },
    kader: ['kader'],
  },
  {
    kind: 'complaint',
    collectionName: 'complaint',
    fields: { branch: 'branch', since: 'told_on', due: 'due_on' },
    open: { status: { _in: ['open', 'in_progress'] } },
    kader: ['kader', 'about_kader'],
  },
  {
    kind: 'mistreatment',
    collectionName: 'kader_event',
    fields: { branch: 'kader.branch', since: 'on_date', due: null },
    open: { _and: [{ kind: { _eq: 'mistreated' } }, { handled_at: { _null: true } }] },
    kader: ['kader'],
  },
];
const order: readonly OpenMatterKind[] = ['mistreatment', 'review', 'warning', 'dispute', 'complaint'];

/**
 * What waits for an answer or a decision, and since when, without names: read as the caller, so that a complaint about a kader
 * never counts for that kader. Kinds that the caller may not read are left out; refused with KADER_NOT_ALLOWED where none is left.
 */
export async function openMattersAnswer(
  knex: Knex,
  caller: MonevCaller,
  scope: MonevScope,
  now: Date,
): Promise<OpenMattersAnswer> {
  const found = await Promise.all([
    ...kinds.map(async (kept) => {
      const waiting = await readWaiting(caller, kept, scope);
      return waiting && matterOf(kept.kind, waiting, kept.fields.due !== null, scope, now);
    }),
    warnings(knex, caller, scope, now),
  ]);
  const matters = found
    .filter((matter) => matter !== null)
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  if (matters.length === 0) throw refusal('KADER_NOT_ALLOWED');
  return { subject: scope.subject, on: dateOf(now, scope.branches[0]?.timezone ?? 'Asia/Jakarta'), matters };
}

/** Null: the caller may not read this kind. */
async function readWaiting(caller: MonevCaller, kept: Kept, scope: MonevScope): Promise<Waiting[] | null> {
  const { branch, since, due } = kept.fields;
  const rows = await orNotAllowed(
    caller.read(kept.collectionName, {
      fields: ['id', branch, since, ...(due === null ? [] : [due])],
      filter: { _and: [kept.open, ...ofScope(kept, scope)] } as Filter,
      limit: -1,
    }),
  );
  const timezones = new Map(scope.branches.map(({ id, timezone }) => [id, timezone]));
  if (rows === null) return null;
  return rows.map((row) => {
    const of = branchOf(row, branch);
    return {
      id: row['id'] as Id,
      branch: of,
      since: dayOf(row[since] as DateText | Moment | Date, timezones.get(of) ?? 'Asia/Jakarta'),
      due_on: due === null ? null : (row[due] as DateText | null),
    };
  });
}

function ofScope({ fields, kader }: Kept, scope: MonevScope): Rule[] {
  const branches = { _in: scope.branches.map(({ id }) => id) };
  const ofBranch = fields.branch === 'branch' ? { branch: branches } : { kader: { branch: branches } };
  // a kader's own rules say which records are theirs
  const only = scope.self === null ? kaderOfScope(scope) : null;
  return only === null ? [ofBranch] : [ofBranch, { _or: kader.map((link) => ({ [link]: { _in: only } })) }];
}

function branchOf(row: Record<string, unknown>, path: string): Id {
  return (path === 'branch' ? row['branch'] : (row['kader'] as { branch: Id }).branch) as Id;
}

function dayOf(at: DateText | Moment | Date, timezone: TimeZone): DateText {
  return typeof at === 'string' && at.length === 10 ? at : dateOf(new Date(at), timezone);
}

/** Warnings of streaks that still stand and have not become a review: those of the watch over months of nothing. */
async function warnings(knex: Knex, caller: MonevCaller, scope: MonevScope, now: Date): Promise<OpenMatter | null> {
  const allowed = await orNotAllowed(
    Promise.all([
      caller.read('commission', { fields: ['collected', 'target', 'streak_state'], limit: 1 }),
      caller.read('partnership_review', { fields: ['status'], limit: 1 }),
      caller.read('kader_event', { fields: ['on_date', 'month'], limit: 1 }),
    ]),
  );
  if (allowed === null) return null;
  const { rows } = await zeroWatchAnswer(knex, scope, { to: null, months: 1, count: Number.MAX_SAFE_INTEGER });
  const standing = rows.flatMap(({ status, warning }) => (status === 'warning' && warning !== null ? [warning] : []));
  const { rows: events } = await knex.raw<{ rows: Omit<Waiting, 'due_on'>[] }>(
    `select e.id, k.branch, to_char(e.on_date, 'YYYY-MM-DD') as since
     from kader_event e join kader k on k.id = e.kader where e.id = any (cast(:standing as integer[]))`,
    { standing },
  );
  const waiting = events.map((event) => ({ ...event, due_on: null }));
  return { ...matterOf('warning', waiting, false, scope, now), ids: standing };
}

function matterOf(
  kind: OpenMatterKind,
  waiting: readonly Waiting[],
  isDue: boolean,
  scope: MonevScope,
  now: Date,
): OpenMatter {
  const today = new Map(scope.branches.map(({ id, timezone }) => [id, dateOf(now, timezone)]));
  const oldest = oldestOf(waiting);
  return {
    kind,
    count: waiting.length,
    oldest_on: oldest?.since ?? null,
    oldest_days: oldest === null ? null : daysBetween(oldest.since, today.get(oldest.branch) ?? oldest.since),
    overdue: isDue
      ? waiting.filter(({ due_on, branch }) => due_on !== null && due_on < (today.get(branch) ?? '')).length
      : null,
    by_branch: scope.branches.flatMap(({ id, name }) => {
      const own = waiting.filter(({ branch }) => branch === id);
      const first = oldestOf(own);
      return first === null ? [] : [{ branch: { id, name }, count: own.length, oldest_on: first.since }];
    }),
    ids: null,
  };
}

function oldestOf(waiting: readonly Waiting[]): Waiting | null {
  return waiting.reduce<Waiting | null>(
    (oldest, one) => (oldest === null || one.since < oldest.since ? one : oldest),
    null,
  );
}

function daysBetween(from: DateText, to: Day | DateText): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

async function orNotAllowed<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'KADER_NOT_ALLOWED') return null;
    throw error;
  }
}
