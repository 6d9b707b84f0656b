import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';
import { bandOf } from '../../core/ageing.ts';
import { lastDay, type Period } from '../../core/period.ts';
import type { AgedArrears } from './roll-up/arrears-at-end.ts';
import { rolledMonths } from './rolled-months.ts';

const question = `
  select s.branch, s.area as regency, s.band_from, s.families, s.amount
  from arrears_snapshot s
  where s.branch = any (cast(:branches as integer[])) and s.kind = 'month_end' and s.as_of = cast(:on as date)
    and s.band_from is not null`;

interface Row {
  branch: Id;
  regency: Id | null;
  band_from: number;
  families: number;
  amount: string;
}

/** Branches of which the arrears at the end of a month are kept. */
export async function branchesKept(knex: Knex, branches: readonly Id[], month: MonthText): Promise<Set<Id>> {
  const { kept } = await rolledMonths(knex, { branches, from: month, to: month });
  return new Set(kept.map(({ branch }) => branch));
}

/**
 * The arrears kept of these branches at the end of a month, by regency and band. What the regencies leave of a branch's
 * whole belongs to families whose place is not known.
 */
export async function keptArrears(knex: Knex, branches: readonly Id[], month: MonthText): Promise<AgedArrears[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, {
    branches: [...branches],
    on: lastDay(month as Period),
  });
  const read = rows.map(({ branch, regency, band_from, families, amount }): AgedArrears => {
    return { branch, regency, district: null, band: bandOf(band_from) ?? 0, families, amount: Number(amount) };
  });
  const inRegencies = read.filter(({ regency }) => regency !== null);
  const elsewhere = read
    .filter(({ regency }) => regency === null)
    .map((whole) => {
      const parts = inRegencies.filter(({ branch, band }) => branch === whole.branch && band === whole.band);
      return {
        ...whole,
        families: whole.families - parts.reduce((sum, { families }) => sum + families, 0),
        amount: whole.amount - parts.reduce((sum, { amount }) => sum + amount, 0),
      };
    });
  return [...inRegencies, ...elsewhere.filter(({ families }) => families > 0)];
}
