import type { Knex } from 'knex';
import type { DateText, Id, MonthText } from '../../../contract/records.ts';
import { ageBands, fallenDue, statesInArrears } from '../../../core/ageing.ts';
import { mixedOf } from '../../../core/dues.ts';
import { inForce } from '../../../core/lookup.ts';
import { type DateText as Day, lastDay, type Period } from '../../../core/period.ts';
import { type AccrualGroup, readAccrualRules } from '../../refresh-arrears.ts';

/** Families in arrears of one place and one band. */
export interface AgedArrears {
  branch: Id;
  /** where the family lives; of a family whose desa is not known, where its kader works; null: neither is known */
  regency: Id | null;
  district: Id | null;
  /** place in `ageBands` */
  band: number;
  families: number;
  /** rupiah */
  amount: number;
}

/** Whose families: of these kader, or of this area; null: all of the branches. */
export interface FamilyChoice {
  branches: readonly Id[];
  kader: readonly Id[] | null;
  area: Id | null;
}

type Bindings = Record<string, string | number | number[] | string[] | null>;

/** Families with what they owe (`owing`: branch, area, kader, months, amount) put into bands, and those into places. */
const countedByPlace = `
  , banded as (
    select o.branch, o.area, case when o.area is null then o.kader end as kader,
      width_bucket(o.months, cast(:bounds as integer[])) - 1 as band, count(*) as families, sum(o.amount) as amount
    from owing o
    where o.months >= 1
    group by 1, 2, 3, 4
  )
  select d.branch, regency.id as regency, district.id as district, d.band, sum(d.families)::integer as families,
    sum(d.amount) as amount
  from banded d
  left join area village on village.id = d.area
  left join kader k on k.id = d.kader
  left join area district on district.id = coalesce(village.parent, k.district)
  left join area regency on regency.id = district.parent
  where cast(:area as integer) is null or :area in (village.id, district.id, regency.id)
  group by d.branch, regency.id, district.id, d.band`;

/** Of these branches, in a state that counts, and held by these kader where some are asked. */
const chosen = `
  b.branch = any (cast(:branches as integer[])) and b.status = any (cast(:states as text[]))
    and (cast(:kader as integer[]) is null or b.kader = any (cast(:kader as integer[])))`;

const nowQuestion = `
  with owing as (
    select b.branch, b.area, b.kader, b.owed_months as months, b.owed_amount as amount
    from binaan b
    where ${chosen} and b.owed_months >= 1
  )
  ${countedByPlace}`;

/** What the families of these branches owe as the lists and the payments stand now. */
export async function arrearsNow(knex: Knex, choice: FamilyChoice): Promise<AgedArrears[]> {
  return await count(knex, nowQuestion, bindingsOf(choice));
}

// The listed amount bounds only what is taken from a list that is newer than the day.
const groupsQuestion = `
  select distinct b.branch, b.class, b.members, b.members_1, b.members_2, b.members_3, b.listed_months,
    to_char(b.listed_as_of, 'YYYY-MM-DD') as listed_as_of,
    case when b.listed_as_of > cast(:on as date) then b.listed_amount end as listed_amount
  from binaan b
  where b.branch = any (cast(:branches as integer[])) and b.status = any (cast(:states as text[]))`;

// What stands of a family is its newest list, and what it paid since. So payments after the day are added again: all of
// them where the list is older than the day, and those up to the list where it is newer. No payment of the day's month or of
// an earlier one is read: the books of a month hold none of a later day.
const onDayQuestion = `
  with fallen as (
    select * from json_to_recordset(cast(:fallen as json)) as f (branch integer, class integer, members integer,
      members_1 integer, members_2 integer, members_3 integer, listed_months integer, listed_amount integer,
      listed_as_of date, months integer, amount bigint)
  ), paid_after as (
    select coalesce(payer.merged_into, payer.id) as binaan, (c.paid_at at time zone h.timezone)::date as paid_on,
      coalesce(c.months_covered, 0) as months, c.amount
    from collection c
    join branch h on h.id = c.branch
    join binaan payer on payer.id = c.binaan
    where c.branch = any (cast(:branches as integer[])) and c.month > :month and c.status in ('recorded', 'verified')
      and c.paid_at >= (cast(:on as date) + 1)::timestamp at time zone h.timezone
  ), added_again as (
    select a.binaan, sum(a.months) as months, sum(a.amount) as amount
    from paid_after a
    join binaan b on b.id = a.binaan
    where b.listed_as_of <= cast(:on as date) or a.paid_on <= b.listed_as_of
    group by a.binaan
  ), owing as (
    select b.branch, b.area, b.kader,
      greatest(0, b.listed_months + coalesce(f.months, 0) - since.months + coalesce(a.months, 0))::integer as months,
      greatest(0, b.listed_amount + coalesce(f.amount, 0) - since.amount + coalesce(a.amount, 0))::bigint as amount
    from binaan b
    left join fallen f
      on (f.branch, f.class, f.members, f.listed_months, f.listed_as_of)
        = (b.branch, b.class, b.members, b.listed_months, b.listed_as_of)
      and (f.members_1, f.members_2, f.members_3) is not distinct from (b.members_1, b.members_2, b.members_3)
      and (f.listed_amount is null or f.listed_amount = b.listed_amount)
    left join added_again a on a.binaan = b.id
    cross join lateral (
      select case when b.listed_as_of <= cast(:on as date) then b.paid_months else 0 end as months,
        case when b.listed_as_of <= cast(:on as date) then b.paid_amount else 0 end as amount) since
    where ${chosen}
  )
  ${countedByPlace}`;

type ListedGroup = AccrualGroup & { listed_amount: number | null };

/**
 * What the families of these branches owed at the end of a month, by the lists and the payments that are known now: design
 * 5.12 for a day that is past.
 */
export async function arrearsAtEnd(knex: Knex, choice: FamilyChoice & { month: MonthText }): Promise<AgedArrears[]> {
  const on = lastDay(choice.month as Period);
  const bindings = bindingsOf(choice);
  const rules = await readAccrualRules(knex);
  const { rows: groups } = await knex.raw<{ rows: ListedGroup[] }>(groupsQuestion, { ...bindings, on });
  const fallen = groups.map((group) => {
    const listed = {
      members: group.members,
      class: group.class,
      mixed: mixedOf(group),
      listedMonths: group.listed_months,
      listedAmount: group.listed_amount ?? 0,
      listedAsOf: group.listed_as_of as Day,
    };
    const { months, amount } = fallenDue(listed, rules.rates, on, billedAtMost(rules.policies, group.branch, on));
    return { ...group, months, amount };
  });
  return await count(knex, onDayQuestion, { ...bindings, fallen: JSON.stringify(fallen), month: choice.month, on });
}

function billedAtMost(
  policies: Awaited<ReturnType<typeof readAccrualRules>>['policies'],
  branch: Id,
  on: DateText,
): number | null {
  return inForce(policies, branch, on)?.max_billed_months ?? null;
}

function bindingsOf({ branches, kader, area }: FamilyChoice): Bindings {
  return {
    branches: [...branches],
    kader: kader && [...kader],
    area,
    states: [...statesInArrears],
    bounds: ageBands.map(({ from }) => from),
  };
}

async function count(knex: Knex, question: string, bindings: Bindings): Promise<AgedArrears[]> {
  const { rows } = await knex.raw<{ rows: (Omit<AgedArrears, 'amount'> & { amount: string })[] }>(question, bindings);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

const keep = `
  with part as (
    select * from json_to_recordset(cast(:parts as json)) as p (area integer, band_from integer,
      band_to integer, families integer, amount bigint)
  )
  insert into arrears_snapshot (branch, area, as_of, kind, source, amount, families, band_from, band_to, date_created)
  select :branch, p.area, cast(:on as date), 'month_end', 'Akhir bulan, dari daftar dan penerimaan', p.amount, p.families,
    p.band_from, p.band_to, now()
  from part p`;

/**
 * Keeps what the families of a branch owed at the end of a closed month: of the whole branch and of each regency, in all and
 * by band. What was kept of the month before goes.
 */
export async function rollUpArrears(
  trx: Knex.Transaction,
  { branch, month }: { branch: Id; month: MonthText },
): Promise<void> {
  const on = lastDay(month as Period);
  const aged = await arrearsAtEnd(trx, { branches: [branch], kader: null, area: null, month });
  const regencies = new Set(aged.flatMap(({ regency }) => (regency === null ? [] : [regency])));
  const parts = [null, ...regencies].flatMap((area) => partsOf(aged, area));
  await trx.raw(`select set_config('kader.rolling_up', ?, true)`, [String(branch)]);
  await trx('arrears_snapshot').where({ branch, as_of: on, kind: 'month_end' }).delete();
  await trx.raw(keep, { branch, on, parts: JSON.stringify(parts) });
  await trx.raw(`select set_config('kader.rolling_up', '', true)`);
}

/** A place in all and by band; the whole branch says every band, a regency those it has. */
function partsOf(aged: readonly AgedArrears[], area: Id | null) {
  const here = aged.filter(({ regency }) => area === null || regency === area);
  const sumOf = (rows: readonly AgedArrears[]) => ({
    area,
    families: rows.reduce((sum, { families }) => sum + families, 0),
    amount: rows.reduce((sum, { amount }) => sum + amount, 0),
  });
  const bands = ageBands.map(({ from, to }, band) => ({
    ...sumOf(here.filter((row) => row.band === band)),
    band_from: from,
    band_to: to,
  }));
  const said = bands.filter(({ families }) => area === null || families > 0);
  return [{ ...sumOf(here), band_from: null, band_to: null }, ...said];
}
