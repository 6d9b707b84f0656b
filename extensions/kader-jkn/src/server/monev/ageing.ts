import type { Knex } from 'knex';
import type {
  AgeingAnswer,
  AgeingPlaceRow,
  ArrearsCell,
  ArrearsMovement,
  PublishedArrears,
} from '../../contract/monev-money.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { ageBands } from '../../core/ageing.ts';
import { addMonths, dateOf, earlier, lastDay, monthOf, type Period } from '../../core/period.ts';
import { type ArrearsFigure, arrearsOn } from './arrears-on.ts';
import { branchesKept, keptArrears } from './kept-arrears.ts';
import { type AgedArrears, arrearsAtEnd, arrearsNow, type FamilyChoice } from './roll-up/arrears-at-end.ts';
import type { MonevScope } from './scope.ts';

export interface AgeingQuery {
  /** null: as of now */
  to: MonthText | null;
}

/**
 * Arrears by months owed and place, with the movement since the end of the month before. Closed months as they were kept;
 * the present day as the lists and payments stand; other month-ends reckoned by the same SQL that keeps them. What is not a
 * whole branch (a kader's families, a part of an area) is always reckoned: it is kept of nobody.
 */
export async function ageingAnswer(
  knex: Knex,
  scope: MonevScope,
  asked: AgeingQuery,
  now: Date,
): Promise<AgeingAnswer> {
  const months = await monthsFor(knex, scope, asked, now);
  const { month, isNow, previous } = months;
  const [aged, before] = await Promise.all([
    standingArrears(knex, scope, { month, isNow }),
    previous === null ? null : atEndOf(knex, scope, previous),
  ]);
  const total = movement(aged, before);
  const asOf = isNow ? months.today : lastDay(month);
  return {
    subject: scope.subject,
    as_of: asOf,
    month,
    now: isNow,
    before_on: previous && lastDay(previous),
    gap: total.families === 0 && (total.before?.families ?? 0) === 0 ? 'no-data' : null,
    total,
    bands: ageBands.map((band, place) => ({
      ...band,
      ...movement(
        aged.filter((part) => part.band === place),
        before?.filter((part) => part.band === place) ?? null,
      ),
    })),
    rows: await rowsOf(knex, scope, aged, before),
    published: total.families === 0 && scope.whole ? await publishedOf(knex, scope, asOf) : null,
  };
}

interface Months {
  /** the month of the figures */
  month: Period;
  isNow: boolean;
  today: string;
  /** the month before; null: it is not in the books */
  previous: Period | null;
}

const booksQuestion = `
  select min(b.first_month) as first, max(coalesce(b.last_month, :present)) as last
  from branch b where b.id = any (cast(:branches as integer[]))`;

/** A programme that has ended stands at the last day of its books. */
async function monthsFor(knex: Knex, scope: MonevScope, { to }: AgeingQuery, now: Date): Promise<Months> {
  const today = dateOf(now, scope.branches[0]?.timezone ?? 'Asia/Jakarta');
  const present = monthOf(today);
  const { rows } = await knex.raw<{ rows: { first: Period; last: Period }[] }>(booksQuestion, {
    branches: scope.branches.map(({ id }) => id),
    present,
  });
  const { first, last } = rows[0] ?? { first: present, last: present };
  const newest = earlier(last, present);
  const month = to === null ? newest : (to as Period);
  const before = addMonths(month, -1);
  return { month, isNow: month >= present, today, previous: before < first ? null : before };
}

function choiceOf({ branches, roster, subject, whole }: MonevScope): FamilyChoice {
  return {
    branches: branches.map(({ id }) => id),
    kader: whole || (subject.kader === null && !subject.partial) ? null : roster.map(({ id }) => id),
    area: subject.area?.id ?? null,
  };
}

/** What the families of a scope owed at the end of a month, or owe now. */
export async function standingArrears(
  knex: Knex,
  scope: MonevScope,
  { month, isNow }: { month: Period; isNow: boolean },
): Promise<AgedArrears[]> {
  return isNow ? arrearsNow(knex, choiceOf(scope)) : atEndOf(knex, scope, month);
}

/**
 * The end of a month: as kept of whole branches and their regencies, reckoned of everything else. A branch whose programme
 * ended earlier stands as it did at the end of its books.
 */
async function atEndOf(knex: Knex, scope: MonevScope, month: Period): Promise<AgedArrears[]> {
  const choice = choiceOf(scope);
  const ends = await knex('branch').whereIn('id', choice.branches).select('id', 'last_month');
  const byMonth = Map.groupBy(ends, ({ last_month }) => (last_month === null ? month : earlier(last_month, month)));
  const parts = [...byMonth].map(([end, branches]) =>
    endOfBranches(knex, { ...choice, branches: branches.map(({ id }) => id) }, end),
  );
  return (await Promise.all(parts)).flat();
}

async function endOfBranches(knex: Knex, choice: FamilyChoice, month: Period): Promise<AgedArrears[]> {
  if (choice.kader !== null || choice.area !== null) return await arrearsAtEnd(knex, { ...choice, month });
  const kept = await branchesKept(knex, choice.branches, month);
  const others = choice.branches.filter((branch) => !kept.has(branch));
  const [known, reckoned] = await Promise.all([
    kept.size === 0 ? [] : keptArrears(knex, [...kept], month),
    others.length === 0 ? [] : arrearsAtEnd(knex, { ...choice, branches: others, month }),
  ]);
  return [...known, ...reckoned];
}

function cellOf(parts: readonly AgedArrears[]): ArrearsCell {
  return {
    families: parts.reduce((sum, { families }) => sum + families, 0),
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
  };
}

function movement(now: readonly AgedArrears[], before: readonly AgedArrears[] | null): ArrearsMovement {
  return { ...cellOf(now), before: before && cellOf(before) };
}

/** Several branches by branch, a branch by regency, an area or a branch of one regency by kecamatan. */
async function rowsOf(
  knex: Knex,
  scope: MonevScope,
  aged: readonly AgedArrears[],
  before: readonly AgedArrears[] | null,
): Promise<AgeingPlaceRow[]> {
  const kind = levelOf(scope, aged);
  if (kind === null) return [];
  const placeOf = (part: AgedArrears) => (kind === 'branch' ? part.branch : part[kind]);
  const names = await namesOf(knex, scope, kind, [...aged, ...(before ?? [])].map(placeOf));
  // month-ends are kept by regency
  const comparable = before?.every((part) => kind !== 'district' || part.district !== null || part.regency === null);
  const [here, then] = [Map.groupBy(aged, placeOf), comparable ? Map.groupBy(before ?? [], placeOf) : null];
  const rows = [...new Set([...here.keys(), ...(then?.keys() ?? [])])].map((id): AgeingPlaceRow => {
    const parts = here.get(id) ?? [];
    return {
      kind,
      id,
      name: id === null ? null : (names.get(id) ?? null),
      ...movement(parts, then && (then.get(id) ?? [])),
      bands: ageBands.map((_, place) => cellOf(parts.filter(({ band }) => band === place))),
    };
  });
  return rows.sort((one, other) => Number(one.id === null) - Number(other.id === null) || other.amount - one.amount);
}

function levelOf({ branches, subject }: MonevScope, aged: readonly AgedArrears[]): AgeingPlaceRow['kind'] | null {
  if (subject.kader !== null) return null;
  if (branches.length > 1) return 'branch';
  const regencies = new Set(aged.map(({ regency }) => regency));
  if (subject.area === null && regencies.size > 1) return 'regency';
  const districts = new Set(aged.map(({ district }) => district));
  return districts.size > 1 ? 'district' : 'regency';
}

async function namesOf(
  knex: Knex,
  { branches }: MonevScope,
  kind: AgeingPlaceRow['kind'],
  places: readonly (Id | null)[],
): Promise<Map<Id, string>> {
  if (kind === 'branch') return new Map(branches.map(({ id, name }) => [id, name]));
  const ids = [...new Set(places.filter((id) => id !== null))];
  const areas: { id: Id; name: string }[] = await knex('area').whereIn('id', ids).select('id', 'name');
  return new Map(areas.map(({ id, name }) => [id, name]));
}

/** What was published of branches whose families stand in no list of ours. */
async function publishedOf(knex: Knex, scope: MonevScope, on: string): Promise<PublishedArrears | null> {
  const figures = await arrearsOn(knex, { branches: scope.branches.map(({ id }) => id), on });
  const wholes = figures.filter(({ area, amount }) => area === null && amount > 0);
  const [newest] = wholes;
  if (newest === undefined || scope.branches.length > 1) return null;
  return {
    as_of: newest.as_of,
    source: newest.source,
    amount: newest.amount,
    parts: figures.flatMap(({ area, area_name, amount }: ArrearsFigure) =>
      area === null ? [] : [{ id: area, name: area_name ?? '', amount }],
    ),
  };
}
