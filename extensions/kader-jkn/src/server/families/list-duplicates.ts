import type { Knex } from 'knex';
import type { FamilyDuplicate } from '../../contract/duplicate-records.ts';
import {
  type DuplicateFamily,
  type DuplicatePage,
  type DuplicatePair,
  type DuplicateSide,
  pairsAPage,
} from '../../contract/duplicates.ts';
import type { DateText, Id } from '../../contract/records.ts';
import { type MergeSide, suggestKept, whyNotMerge } from '../../core/merge-check.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { readSides } from './duplicate-pair.ts';

type Pair = FamilyDuplicate & { decided_on: DateText | null; decider: string | null };
type Counts = Pick<DuplicatePage, 'open' | 'merged' | 'different'>;

/** Of a branch (null: of all); a pair with a family that was merged in another pair waits for nobody. */
const pairsOf = `
  select d.* from family_duplicate d
  where (cast(:branch as integer) is null or :branch in (d.branch, d.other_branch))
    and (d.status <> 'open' or not exists (
      select from binaan f where f.id in (d.one, d.other) and f.merged_into is not null))`;

const pairsOnPage = `
  with pair as (${pairsOf})
  select p.*, to_char(p.decided_at at time zone h.timezone, 'YYYY-MM-DD') as decided_on,
    nullif(concat_ws(' ', u.first_name, u.last_name), '') as decider
  from pair p
  join branch h on h.id = p.branch
  left join directus_users u on u.id = p.decided_by
  where p.status = :status
  order by p.decided_at desc nulls first, p.likeness desc, p.id
  limit :limit offset :offset`;

const counts = `
  with pair as (${pairsOf})
  select count(*) filter (where p.status = 'open')::integer as open,
    count(*) filter (where p.status = 'merged')::integer as merged,
    count(*) filter (where p.status = 'different')::integer as different
  from pair p`;

/** Pairs of a state, the likeliest first (decided ones: the newest), with what the caller may read of both families. */
export async function listDuplicates(
  desk: Desk,
  status: FamilyDuplicate['status'],
  page: number,
): Promise<DuplicatePage> {
  const branch = await branchOf(desk);
  const bindings = { branch, status, limit: pairsAPage, offset: (page - 1) * pairsAPage };
  const { rows: pairs } = await desk.knex.raw<{ rows: Pair[] }>(pairsOnPage, bindings);
  const { rows: counted } = await desk.knex.raw<{ rows: Counts[] }>(counts, { branch });
  const ids = pairs.flatMap(({ one, other }) => [one, other]);
  const families = await readFamilies(desk, ids);
  const sides = await readSides(desk.knex, ids);
  const branches = await readBranches(
    desk.knex,
    pairs.flatMap((pair) => [pair.branch, pair.other_branch]),
  );
  return {
    ...(counted[0] ?? { open: 0, merged: 0, different: 0 }),
    pairs: pairs.map((pair) => shown(pair, families, sides, branches)),
  };
}

/** The caller's branch; null: an administrator's are all of them. Whoever has none sees the pairs of none. */
async function branchOf({ knex, accountability }: Desk): Promise<Id | null> {
  if (accountability.admin) return null;
  const user = await knex('directus_users').where({ id: accountability.user }).first('branch');
  return user?.branch ?? 0;
}

function shown(
  pair: Pair,
  families: ReadonlyMap<Id, DuplicateFamily>,
  sides: ReadonlyMap<Id, MergeSide>,
  branches: ReadonlyMap<Id, string>,
): DuplicatePair {
  const [one, other] = [sides.get(pair.one), sides.get(pair.other)];
  const side = (id: Id, branch: Id): DuplicateSide => ({
    id,
    branch: branches.get(branch) ?? '–',
    family: families.get(id) ?? null,
  });
  return {
    id: pair.id,
    reason: pair.reason,
    likeness: pair.likeness,
    status: pair.status,
    one: side(pair.one, pair.branch),
    other: side(pair.other, pair.other_branch),
    suggested: one && other ? suggestKept(one, other) : null,
    keep_one_refused: one && other ? whyNotMerge(other, one) : null,
    keep_other_refused: one && other ? whyNotMerge(one, other) : null,
    kept: pair.kept,
    decided_on: pair.decided_on,
    decided_by: pair.decider,
    decision_note: pair.decision_note,
  };
}

/** What the caller may read of families, and what was paid and said; by id. */
async function readFamilies(desk: Desk, ids: readonly Id[]): Promise<Map<Id, DuplicateFamily>> {
  const rows = await itemsFor(desk, 'binaan').readByQuery({
    filter: { id: { _in: [...ids] } },
    limit: -1,
    fields: ['*', 'area.name', 'area.parent.name', 'kader.name'],
  });
  const known = await readHistory(
    desk.knex,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.map((row) => [
      row['id'],
      {
        head_name: row['head_name'],
        kk_number: row['kk_number'] ?? null,
        va_number: row['va_number'] ?? null,
        members: row['members'],
        class: row['class'],
        area: row['area'] ? [row['area'].name, row['area'].parent?.name].filter(Boolean).join(', ') : null,
        address: row['address'] ?? null,
        phone: row['phone'] ?? null,
        status: row['status'],
        kader: row['kader']?.name ?? null,
        listed_as_of: String(row['listed_as_of']).slice(0, 10),
        listed_months: row['listed_months'],
        owed_amount: row['owed_amount'],
        ...(known.get(row['id']) ?? nothingKnown),
      },
    ]),
  );
}

type History = Pick<DuplicateFamily, 'payments' | 'paid' | 'contacts' | 'last_contact'>;

const nothingKnown: History = { payments: 0, paid: 0, contacts: 0, last_contact: null };

async function readHistory(knex: Knex, ids: readonly Id[]): Promise<Map<Id, History>> {
  const { rows } = await knex.raw<{ rows: (History & { id: Id })[] }>(
    `select f.id, p.payments, p.paid, a.contacts, to_char(a.newest at time zone h.timezone, 'YYYY-MM-DD') as last_contact
     from binaan f
     join branch h on h.id = f.branch
     cross join lateral (
       select count(*) filter (where c.reverses is null)::integer as payments, coalesce(sum(c.amount), 0)::float8 as paid
       from collection c where c.binaan = f.id and c.status in ('recorded', 'verified')) p
     cross join lateral (
       select count(*)::integer as contacts, max(v.at) as newest from activity v where v.binaan = f.id) a
     where f.id = any (cast(:ids as integer[]))`,
    { ids: [...ids] },
  );
  return new Map(rows.map(({ id, ...history }) => [id, history]));
}

async function readBranches(knex: Knex, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows: { id: Id; name: string }[] = await knex('branch')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}
