import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';

/** Arrears of a branch (area null) or of an area on a day, all bands together. */
export interface ArrearsFigure {
  branch: Id;
  area: Id | null;
  area_name: string | null;
  as_of: DateText;
  source: string;
  /** rupiah */
  amount: number;
}

const question = `
  with newest as (
    select distinct on (s.branch) s.branch, s.as_of, s.kind
    from arrears_snapshot s
    where s.branch = any (cast(:branches as integer[])) and s.as_of <= cast(:on as date)
    order by s.branch, s.kind = 'published' desc, s.as_of desc
  )
  select s.branch, s.area, a.name as area_name, to_char(s.as_of, 'YYYY-MM-DD') as as_of, s.source, s.amount
  from arrears_snapshot s
  join newest using (branch, as_of, kind)
  left join area a on a.id = s.area
  where s.band_from is null and s.band_to is null
  order by s.branch, s.amount desc, s.id`;

/**
 * The newest arrears of each branch not after a day, its whole and its parts: as published; of the end of a month only
 * where nothing was.
 */
export async function arrearsOn(
  knex: Knex,
  asked: { branches: readonly Id[]; on: DateText },
): Promise<ArrearsFigure[]> {
  const { rows } = await knex.raw<{ rows: (Omit<ArrearsFigure, 'amount'> & { amount: string | number })[] }>(question, {
    branches: [...asked.branches],
    on: asked.on,
  });
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
