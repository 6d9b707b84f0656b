import type { Knex } from 'knex';
import type { KaderLoad, LeftCounts } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';
import {
  type HeldNeighbourhood,
  type LeftInDesa,
  type Neighbourhood,
  type Sharer,
  shareFamilies,
} from '../../core/share-families.ts';
import { readLoads } from './read-loads.ts';
import { neighbourhoodPattern, placeOfMatch } from './stage-families.ts';

export interface PlaceQuestion {
  branch: Id;
  on: DateText;
  capacity: number | null;
  aboveCapacity: boolean;
  /** a kader whose families are being shared */
  except?: Id;
}

/** Who gets how many families of a desa, and how many nobody gets. */
export interface Placed {
  loads: KaderLoad[];
  left: LeftInDesa[];
}

const neighbourhoodsQuestion = `
  select s.area as desa, s.place, count(*)::integer as families, sum(s.owed_months)::integer as months,
    count(*) filter (where s.priority)::integer as "priorityFamilies",
    coalesce(sum(s.owed_months) filter (where s.priority), 0)::integer as "priorityMonths"
  from kader_to_share s
  where s.why is null
  group by s.area, s.place`;

const heldQuestion = `
  select a.kader, b.area as desa, ${placeOfMatch} as place, count(*)::integer as families
  from assignment a
  join binaan b on b.id = a.binaan
  cross join lateral (select regexp_match(b.address, :pattern, 'i') as m offset 0) p
  where a.branch = :branch and a.from_date <= cast(:on as date)
    and (a.to_date is null or a.to_date >= cast(:on as date))
    and b.area = any (array(select distinct s.area from kader_to_share s where s.why is null))
  group by 1, 2, 3`;

// Shares speak of places and positions, not of families: however many there are, what goes to the database is short.
const placed = `
  create temporary table kader_placed on commit drop as
  select s.id as binaan, h.kader, s.area, s.owed_months
  from json_to_recordset(cast(:shares as json)) as h(desa integer, place text, first integer, last integer, kader integer)
  join kader_to_share s
    on s.area = h.desa and s.place = h.place and s.position between h.first and h.last and s.why is null`;

/** Shares the staged families among the kader of their desa; who gets which stands in the temporary table kader_placed. */
export async function placeFamilies(trx: Knex, question: PlaceQuestion): Promise<Placed> {
  const { branch, on, capacity, aboveCapacity } = question;
  const loads = await readLoads(trx, branch, on);
  const { rows: neighbourhoods } = await trx.raw<{ rows: Neighbourhood[] }>(neighbourhoodsQuestion);
  const { rows: held } = await trx.raw<{ rows: HeldNeighbourhood[] }>(heldQuestion, {
    branch,
    on,
    pattern: neighbourhoodPattern,
  });
  const sharers = loads.filter(({ id, available }) => available && id !== question.except).map(sharerOf);
  const { shares, left } = shareFamilies({ neighbourhoods, sharers, held, capacity, aboveCapacity });
  await trx.raw('drop table if exists pg_temp.kader_placed');
  await trx.raw(placed, { shares: JSON.stringify(shares) });
  return { loads, left };
}

/** Adds what found nobody to what may not be a kader's. */
export function countLeft(left: LeftCounts, desa: readonly LeftInDesa[]): LeftCounts {
  const counts = { ...left };
  for (const { reason, families } of desa) counts[reason] = (counts[reason] ?? 0) + families;
  return counts;
}

function sharerOf({ id, code, desa, families, months }: KaderLoad): Sharer {
  return { kader: id, code, desa, families, months };
}
