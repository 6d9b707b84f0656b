import type { Knex } from 'knex';
import type {
  ArrearsBasis,
  Attained,
  AttainmentAnswer,
  AttainmentRow,
  MonevGrouping,
  MonevSpan,
} from '../../contract/monev.ts';
import type { Id, TargetMeasure } from '../../contract/records.ts';
import { averageAttainment, countAbove, type Realisation } from '../../core/monev.ts';
import { shareOf } from '../../core/money.ts';
import { lastDay, type Period, periodsBetween } from '../../core/period.ts';
import { attainment } from '../../core/targets.ts';
import { type ArrearsFigure, arrearsOn } from './arrears-on.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { type Due, dueOver } from './due.ts';
import { type Realised, type RowKey, realise } from './realise.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';

export interface AttainmentQuery extends AskedSpan {
  measure: TargetMeasure;
  /** null: the next level below what was asked */
  by: MonevGrouping | null;
}

/** Realised against target for one measure and any span of months, in all and by row (design 5.9). */
export async function attainmentAnswer(
  knex: Knex,
  scope: MonevScope,
  asked: AttainmentQuery,
  now: Date,
): Promise<AttainmentAnswer> {
  const { measure } = asked;
  const grouping = asked.by ?? nextLevel(scope);
  const frame = {
    measure,
    unit: measure === 'collection' || measure === 'arrears_share' ? ('rupiah' as const) : ('count' as const),
    subject: scope.subject,
    grouping,
  };
  const span = await chooseSpan(knex, scope, measure, asked, now);
  if (span === null) return { ...frame, ...nothing, span, gap: 'no-months' };

  const by = (level: MonevGrouping) =>
    realise(measure, { knex, scope, span, grouping: level, key: keyFor(level), now });
  const [realised, { byKey: byBranch }, due, figures] = await Promise.all([
    by(grouping),
    scope.branches.length > 1 ? by('branch') : { byKey: new Map<string, number>() },
    dueOver(knex, scope, measure, span),
    measure === 'arrears_share' ? arrearsFor(knex, scope, span) : [],
  ]);
  const answer = { scope, span, grouping, realised, byBranch, due, figures };
  const basis = measure === 'arrears_share' ? basisOf(answer) : null;
  const total = basis ? attained(comparable(answer), arrearsDue(answer)) : attained(comparable(answer), due.whole);
  const each = eachKader(answer);
  return {
    ...frame,
    span,
    gap: realised.any ? null : 'no-data',
    total,
    average: averageOf(each),
    above: each.length === 0 ? null : countAbove(each),
    without_target: due.whole === null ? 0 : scope.branches.filter(({ id }) => due.ofBranch(id) === null).length,
    rows: measure === 'arrears_share' ? arrearsRows(answer) : rowsOf(answer),
    arrears: basis,
  };
}

interface Working {
  scope: MonevScope;
  span: MonevSpan;
  grouping: MonevGrouping;
  realised: Realised;
  byBranch: Realised['byKey'];
  due: Due;
  figures: ArrearsFigure[];
}

const nothing = {
  total: { realised: null, target: null, attainment: null },
  average: null,
  above: null,
  without_target: 0,
  rows: [],
  arrears: null,
};

/** Several branches by branch, a branch by regency or, within one, by kecamatan, a kecamatan by kader, a kader by month. */
function nextLevel({ branches, roster, subject }: MonevScope): MonevGrouping {
  if (subject.kader) return 'month';
  if (branches.length > 1) return 'branch';
  if (subject.area === null && new Set(roster.map(({ regency }) => regency)).size > 1) return 'regency';
  return new Set(roster.map(({ district }) => district)).size > 1 ? 'district' : 'kader';
}

function keyFor(grouping: MonevGrouping): RowKey {
  if (grouping === 'month') return (_, month) => month;
  if (grouping === 'branch') return (_kader, _month, branch) => String(branch);
  return (kader) => {
    const id = kader && placeOf(kader, grouping).id;
    return id === null ? null : String(id);
  };
}

function placeOf(kader: RosterKader, grouping: MonevGrouping): { id: Id | null; name: string | null } {
  if (grouping === 'branch') return { id: kader.branch, name: kader.branch_name };
  if (grouping === 'regency') return { id: kader.regency, name: kader.regency_name };
  if (grouping === 'district') return { id: kader.district, name: kader.district_name };
  return { id: kader.id, name: kader.name };
}

function attained(realised: number | null, target: number | null): Attained {
  return { realised, target, attainment: realised === null ? null : attainment(realised, target) };
}

/** What was realised where something was due: a branch without a target takes no part in a sum of several branches. */
function comparable({ scope, realised, byBranch, due }: Working): number {
  if (scope.branches.length === 1 || due.whole === null) return realised.total;
  const targeted = scope.branches.filter(({ id }) => due.ofBranch(id) !== null);
  return targeted.reduce((sum, { id }) => sum + (byBranch.get(String(id)) ?? 0), 0);
}

function eachKader({ scope, realised, due }: Working): Realisation[] {
  return scope.roster.flatMap(({ id }) => {
    const target = due.byKader.get(id);
    return target === undefined ? [] : [{ realised: realised.byKader.get(id) ?? 0, target }];
  });
}

function averageOf(each: readonly Realisation[]): AttainmentAnswer['average'] {
  const average = averageAttainment(each);
  return average === null ? null : { attainment: average, kader: each.length };
}

function rowsOf(answer: Working): AttainmentRow[] {
  const { scope, span, grouping, realised, due } = answer;
  const row = { kind: grouping, id: null, name: null, month: null, statement: null, arrears: null };
  if (grouping === 'month') {
    return periodsBetween(span.from as Period, span.to as Period).map((month) => ({
      ...row,
      ...attained(realised.byKey.get(month) ?? 0, due.ofMonth(month)),
      month,
    }));
  }
  const places = new Map<Id, { name: string | null; kader: RosterKader[] }>();
  if (grouping === 'branch') for (const { id, name } of scope.branches) places.set(id, { name, kader: [] });
  for (const kader of scope.roster) {
    const { id, name } = placeOf(kader, grouping);
    if (id === null) continue;
    const place = places.get(id) ?? { name, kader: [] };
    place.kader.push(kader);
    places.set(id, place);
  }
  const rows = [...places].flatMap(([id, { name, kader }]): AttainmentRow[] => {
    const found = realised.byKey.get(String(id)) ?? 0;
    const target = due.ofPlace(grouping, id, kader);
    const statement = grouping === 'kader' ? (realised.statements.get(id) ?? null) : null;
    return found === 0 && target === null ? [] : [{ ...row, ...attained(found, target), id, name, statement }];
  });
  const rest = realised.byKey.get(null) ?? 0;
  const sorted = rows.sort(
    (one, other) => (other.target ?? 0) - (one.target ?? 0) || (other.realised ?? 0) - (one.realised ?? 0),
  );
  return rest === 0 ? sorted : [...sorted, { ...row, ...attained(rest, null) }];
}

async function arrearsFor(knex: Knex, scope: MonevScope, span: MonevSpan): Promise<ArrearsFigure[]> {
  return arrearsOn(knex, { branches: scope.branches.map(({ id }) => id), on: lastDay(span.to as Period) });
}

/** The published arrears of the subject: each branch's whole figure, or the sum of its parts where no whole was published. */
function basisOf(answer: Working): ArrearsBasis | null {
  const { scope, due, figures } = answer;
  const bases = scope.branches.map(({ id }) => arrearsOf(answer, id)).filter((one) => one !== null);
  const newest = figures.find((figure) => (scope.subject.area === null ? true : figure.area === scope.subject.area.id));
  if (bases.length === 0 || newest === undefined) return null;
  const unexplained = bases.map((one) => one.unexplained).filter((amount) => amount !== null);
  return {
    as_of: newest.as_of,
    source: newest.source,
    amount: bases.reduce((sum, one) => sum + one.amount, 0),
    // of several branches each has its own
    share_bp: scope.branches.length === 1 ? due.whole : null,
    unexplained: unexplained.length === 0 ? null : unexplained.reduce((sum, amount) => sum + amount, 0),
  };
}

/** Rupiah in arrears of a branch, or of the area asked for within it; null: nothing was published. */
function arrearsOf({ scope, figures }: Working, branch: Id): { amount: number; unexplained: number | null } | null {
  const area = scope.subject.area?.id ?? null;
  const own = figures.filter((figure) => figure.branch === branch);
  const parts = own.filter((figure) => figure.area !== null && (area === null || figure.area === area));
  const whole = area === null ? own.find((figure) => figure.area === null) : undefined;
  if (whole === undefined && parts.length === 0) return null;
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  return {
    amount: whole?.amount ?? sum,
    unexplained: whole !== undefined && parts.length > 0 ? whole.amount - sum : null,
  };
}

/** What is due of arrears: of each branch its own share of its own arrears. */
function arrearsDue(answer: Working): number | null {
  const dues = answer.scope.branches.flatMap(({ id }) => {
    const [share, arrears] = [answer.due.ofBranch(id), arrearsOf(answer, id)];
    return share === null || arrears === null ? [] : [shareOf(arrears.amount, share)];
  });
  return dues.length === 0 ? null : dues.reduce((sum, due) => sum + due, 0);
}

function arrearsRows(answer: Working): AttainmentRow[] {
  const { scope, realised, due, figures } = answer;
  const collectedIn = (area: Id) =>
    scope.roster
      .filter(({ regency, district }) => regency === area || district === area)
      .reduce((sum, { id }) => sum + (realised.byKader.get(id) ?? 0), 0);
  return figures.flatMap(({ branch, area, area_name, amount }): AttainmentRow[] => {
    if (area === null) return [];
    const share = due.ofPlace('regency', area, []) ?? due.ofBranch(branch);
    const found = collectedIn(area);
    const target = share === null ? null : shareOf(amount, share);
    return [
      {
        kind: 'regency',
        id: area,
        name: area_name,
        month: null,
        statement: null,
        arrears: amount,
        ...attained(found, target),
      },
    ];
  });
}
