import type { Knex } from 'knex';
import type { KaderLoad, LeftCounts } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';
import type { LeftInDesa } from '../../core/share-families.ts';
import { refusal } from '../errors.ts';
import { countLeft, placeFamilies } from './place-families.ts';
import { readLoads } from './read-loads.ts';
import { type AssignmentPolicy, readPolicy } from './read-policy.ts';
import { stageFamilies } from './stage-families.ts';

export interface MoveQuestion {
  branch: Id;
  from: Id;
  to: Id | 'share' | null;
  families: readonly Id[] | 'all';
  from_date: DateText;
  above_capacity?: boolean;
  unplaced?: 'stay' | 'release';
}

export interface MovePlaced {
  loads: KaderLoad[];
  left: LeftCounts;
  desaLeft: LeftInDesa[];
  capacity: number | null;
}

// Holdings that last on the first day or begin after it, one or more a family. What is credited of a holding already, void
// payments too, stays within it.
const moving = `
  create temporary table kader_moving on commit drop as
  select a.id as holding, a.binaan, a.to_date, cast(null as integer) as kader,
    greatest(cast(:from_date as date), a.from_date, (
      select max((c.paid_at at time zone o.timezone)::date) + 1
      from collection c
      where c.binaan = a.binaan and c.kader = a.kader
        and c.paid_at >= cast(:from_date as date)::timestamp at time zone o.timezone
        and (c.paid_at at time zone o.timezone)::date between a.from_date and coalesce(a.to_date, 'infinity'))) as first_day
  from assignment a
  join branch o on o.id = a.branch
  where a.kader = :from and (a.to_date is null or a.to_date >= cast(:from_date as date))
    and (cast(:families as integer[]) is null or a.binaan = any (cast(:families as integer[])))`;

/** Finds who gets which families of a kader, in the temporary table kader_moving; those who stay are not in it. */
export async function placeMoving(trx: Knex, question: MoveQuestion): Promise<MovePlaced> {
  const { branch, from, to, families, from_date, unplaced = 'stay' } = question;
  await trx.raw('drop table if exists pg_temp.kader_moving');
  await trx.raw(moving, { from, from_date, families: families === 'all' ? null : [...families] });
  await trx.raw('delete from kader_moving where first_day > to_date');
  const policy = await readPolicy(trx, branch, from_date);
  const capacity = policy.families_per_kader;
  if (to === null) return { loads: await readLoads(trx, branch, from_date), left: {}, desaLeft: [], capacity };

  const placed = to === 'share' ? await share(trx, question, policy) : await give(trx, question, to);
  await trx.raw('update kader_moving m set kader = p.kader from kader_placed p where p.binaan = m.binaan');
  if (unplaced === 'stay') await trx.raw('delete from kader_moving where kader is null');
  return { ...placed, capacity };
}

/** A family that is held stays somebody's whatever it owes: the windows say who is given families, not who loses them. */
const heldPolicy: Pick<AssignmentPolicy, 'kader_window_min' | 'kader_window_max'> = {
  kader_window_min: null,
  kader_window_max: null,
};

async function share(trx: Knex, question: MoveQuestion, policy: AssignmentPolicy) {
  const { branch, from, from_date: on, above_capacity: aboveCapacity = false } = question;
  const families = trx('binaan as b')
    .whereIn('b.id', trx('kader_moving').select('binaan'))
    .select('b.id', 'b.source', 'b.area', 'b.address', 'b.head_name')
    .select(trx.raw(`case when b.status in ('muted', 'settled') then 'active' else b.status end as status`))
    .select(trx.raw('greatest(b.owed_months, 1) as owed_months'));
  const ineligible = await stageFamilies(trx, families, { ...policy, ...heldPolicy });
  const capacity = policy.families_per_kader;
  const { loads, left } = await placeFamilies(trx, { branch, on, capacity, aboveCapacity, except: from });
  return { loads, left: countLeft(ineligible, left), desaLeft: left };
}

/** One kader takes all, but families outside the list of desa that are not theirs; capacity is a warning, not a limit. */
async function give(trx: Knex, { branch, from, from_date: date }: MoveQuestion, to: Id) {
  if (to === from) throw refusal('KADER_SAME_HOLDER');
  const loads = await readLoads(trx, branch, date);
  const taker = loads.find(({ id }) => id === to);
  if (!taker?.available) throw refusal('KADER_NOT_ACTIVE', { kader: taker?.name ?? '–', date });
  await trx.raw('drop table if exists pg_temp.kader_placed');
  await trx.raw(
    `create temporary table kader_placed on commit drop as
     select distinct b.id as binaan, cast(? as integer) as kader, b.area, b.owed_months
     from kader_moving m
     join binaan b on b.id = m.binaan
     left join lateral kader_policy_in_force(b.branch, m.first_day) p on true
     where b.source <> 'outside_list' or (p.outside_list_allowed and exists (
       select from kader_area x where x.kader = ? and x.area = b.area
         and x.from_date <= m.first_day and (x.to_date is null or x.to_date >= m.first_day)))`,
    [to, to],
  );
  const { rows } = await trx.raw<{ rows: { families: number }[] }>(
    `select count(distinct m.binaan)::integer as families from kader_moving m
     where not exists (select from kader_placed p where p.binaan = m.binaan)`,
  );
  const outside = rows[0]?.families ?? 0;
  return { loads, left: outside > 0 ? { 'outside-own-desa': outside } : {}, desaLeft: [] };
}
