import type { Knex } from 'knex';
import type { DesaCoverage, LeftCounts, LeftReason } from '../../contract/assignments.ts';
import type { CoverageAnswer, CoveragePlace } from '../../contract/monev-people.ts';
import { type DateText, dateOf } from '../../core/period.ts';
import { type CoverageOn, coverageOn } from '../assign/coverage.ts';
import type { MonevScope, ScopeBranch } from './scope.ts';

/** rows of desa without a kader, and of kader above the policy's number, at most */
const mostNamed = 20;

type Covered = CoverageOn & { branch: ScopeBranch };

/** Families and desa with and without a kader today, by the same count as the page that shares families. */
export async function coverageAnswer(knex: Knex, scope: MonevScope, now: Date): Promise<CoverageAnswer> {
  const area = scope.subject.area?.id ?? null;
  const listed = new Set(scope.roster.map(({ id }) => id));
  const covered: Covered[] = [];
  for (const branch of scope.branches) {
    const on = dateOf(now, branch.timezone);
    const found = await coverageOn(knex, { branch: branch.id, area, on });
    covered.push({ ...found, kader: found.kader.filter(({ id }) => listed.has(id)), branch });
  }
  const desa = covered.flatMap((one) => one.desa);
  const withFamilies = desa.filter(({ families }) => families > 0);
  const grouping = scope.branches.length > 1 ? 'branch' : 'district';
  const held = sum(covered, ({ kader }) => sum(kader, ({ families }) => families));
  const unheld = unheldOf(covered);
  const known = held + unheld.eligible + sum(Object.values(unheld.left), (families) => families);
  return {
    subject: scope.subject,
    on: dateOf(now, scope.branches[0]?.timezone ?? 'Asia/Jakarta') as DateText,
    gap: known === 0 && desa.length === 0 ? 'no-families' : null,
    capacity: onlyOf(covered.map(({ capacity }) => capacity)),
    held,
    unheld,
    desa: {
      with_families: withFamilies.length,
      without_kader: withFamilies.filter(({ kader }) => kader === 0).length,
    },
    kader: kaderOf(covered),
    grouping,
    rows: (grouping === 'branch' ? covered.map(branchRow) : districtRows(covered)).toSorted(
      (one, other) => other.unheld - one.unheld || other.families - one.families,
    ),
    gaps: withFamilies
      .filter(({ kader }) => kader === 0)
      .toSorted((one, other) => other.families - one.families)
      .slice(0, mostNamed)
      .map(({ id, name, district, families, unheld }) => ({ id, name, district, families, unheld })),
    above: covered
      .flatMap(aboveCapacity)
      .toSorted((one, other) => other.families - one.families)
      .slice(0, mostNamed),
  };
}

function unheldOf(covered: readonly Covered[]): CoverageAnswer['unheld'] {
  const left: LeftCounts = {};
  for (const { unheld } of covered) {
    for (const [reason, families] of Object.entries(unheld.left) as [LeftReason, number][]) {
      left[reason] = (left[reason] ?? 0) + families;
    }
  }
  return { eligible: sum(covered, ({ unheld }) => unheld.eligible), left };
}

function kaderOf(covered: readonly Covered[]): CoverageAnswer['kader'] {
  const everyone = covered.flatMap(({ kader, capacity }) => kader.map((one) => ({ ...one, capacity })));
  const available = everyone.filter((one) => one.available);
  const limited = available.every(({ capacity }) => capacity !== null);
  return {
    available: available.length,
    holding: everyone.filter(({ families }) => families > 0).length,
    room: limited ? sum(available, ({ capacity, families }) => Math.max(0, (capacity ?? 0) - families)) : null,
  };
}

function aboveCapacity({ capacity, kader }: Covered): CoverageAnswer['above'] {
  if (capacity === null) return [];
  return kader
    .filter(({ families }) => families > capacity)
    .map(({ id, name, families }) => ({ kader: { id, name }, families, capacity }));
}

function branchRow(covered: Covered): CoveragePlace {
  return placeOf('branch', covered.branch, covered.desa, covered);
}

function districtRows(covered: readonly Covered[]): CoveragePlace[] {
  return covered.flatMap((one) =>
    [...Map.groupBy(one.desa, ({ district_id }) => district_id)].flatMap(([id, desa]) =>
      id === null ? [] : [placeOf('district', { id, name: desa[0]?.district ?? '' }, desa, one)],
    ),
  );
}

function placeOf(
  kind: CoveragePlace['kind'],
  { id, name }: { id: number; name: string },
  desa: readonly DesaCoverage[],
  { kader }: CoverageOn,
): CoveragePlace {
  const within = new Set(desa.map((one) => one.id));
  return {
    kind,
    id,
    name,
    families: sum(desa, ({ families }) => families),
    unheld: sum(desa, ({ unheld }) => unheld),
    desa: desa.length,
    desa_without: desa.filter((one) => one.families > 0 && one.kader === 0).length,
    kader: kader.filter((one) => one.available && one.desa.some((each) => within.has(each))).length,
  };
}

function onlyOf(capacities: readonly (number | null)[]): number | null {
  const different = new Set(capacities);
  return different.size === 1 ? (capacities[0] ?? null) : null;
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
