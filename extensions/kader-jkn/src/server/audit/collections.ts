import type { Knex } from 'knex';
import type { DuesCollection, Id } from '../../contract/records.ts';
import { priceCollection } from '../../core/commission.ts';
import type { DuesClass, DuesRateRow } from '../../core/dues.ts';
import { dateOf, type Period, type TimeZone } from '../../core/period.ts';
import { type OriginalCollection, priceReversal } from '../../core/reversal.ts';
import type { Scheme } from '../../core/scheme.ts';
import { type Difference, differences } from './difference.ts';

type StoredRow = Pick<
  DuesCollection,
  'id' | 'amount' | 'kind' | 'kader' | 'late' | 'months_owed' | 'months_covered' | 'scheme' | 'rule' | 'rate_bp'
> &
  Pick<DuesCollection, 'base' | 'commission' | 'status' | 'reverses'> & {
    paid_at: Date;
    paid_month: Period;
    month: Period;
    timezone: TimeZone;
    members: number | null;
    class: DuesClass | null;
    /** the kader held the family on the day it paid */
    held: boolean;
    original: OriginalCollection | null;
    reversed_before: number;
    reversals_voided: boolean;
  };

interface Rules {
  schemes: ReadonlyMap<Id, Scheme>;
  rates: readonly DuesRateRow[];
}

const chunkSize = 5_000;

const question = `
  select c.id, c.amount, c.kind, c.kader, c.late, c.months_owed, c.months_covered, c.scheme, c.rule, c.rate_bp, c.base,
    c.commission, c.status, c.reverses, c.paid_at, c.paid_month, c.month, h.timezone, f.members, f.class,
    c.kader is null or exists (
      select from assignment a
      where a.binaan = c.binaan and a.kader = c.kader and a.from_date <= (c.paid_at at time zone h.timezone)::date
        and (a.to_date is null or a.to_date >= (c.paid_at at time zone h.timezone)::date)
    ) as held,
    to_jsonb(o) as original,
    coalesce((select -sum(r.amount) from collection r
      where r.reverses = c.reverses and r.id < c.id and r.status <> 'void'), 0)::integer as reversed_before,
    exists (select from collection r where r.reverses = c.reverses and r.status = 'void') as reversals_voided
  from collection c
  join branch h on h.id = c.branch
  left join binaan f on f.id = c.binaan
  left join collection o on o.id = c.reverses
  where c.id > :after and c.status <> 'void'
  order by c.id
  limit :limit`;

/** What was decided when each collection was recorded, decided again by core from what the record itself tells. */
export async function* auditCollections(knex: Knex): AsyncGenerator<Difference> {
  const rules = await readRules(knex);
  let after = 0;
  while (true) {
    const { rows } = await knex.raw<{ rows: StoredRow[] }>(question, { after, limit: chunkSize });
    for (const row of rows) yield* row.reverses === null ? auditPayment(row, rules) : auditReversal(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    after = last.id;
  }
}

async function readRules(knex: Knex): Promise<Rules> {
  const schemes: Scheme[] = await knex('commission_scheme').select('id', 'name', 'base');
  const rules = Map.groupBy(await knex('commission_rule').select('*'), ({ scheme }) => scheme);
  const rates = await knex('dues_rate').select('class', knex.raw('effective_from::text'), 'dues', 'participant_pays');
  return { schemes: new Map(schemes.map((one) => [one.id, { ...one, rules: rules.get(one.id) ?? [] }])), rates };
}

/**
 * The list a family stood on may have been replaced since, so the months it owed are taken from the record: the family is
 * set before core as one that owed just these months on the day it paid.
 */
function auditPayment(row: StoredRow, { schemes, rates }: Rules): Difference[] {
  const paidOn = dateOf(row.paid_at, row.timezone);
  const paidMonth = paidOn.slice(0, 7) as Period;
  const found = differences('collection', row.id, row, { paid_month: paidMonth, late: row.month !== paidMonth });
  if (!row.held)
    found.push({ collection: 'collection', id: row.id, field: 'kader', stored: row.kader, expected: null });
  if (row.status === 'unallocated')
    return [...found, ...differences('collection', row.id, row, { kader: null, commission: 0, base: 0 })];

  const moment = row.paid_at.toISOString();
  const scheme = row.scheme === null ? null : (schemes.get(row.scheme) ?? null);
  const priced = priceCollection({
    amount: row.amount,
    paidAt: moment,
    kind: row.kind,
    now: moment,
    recorder: 'integration',
    books: { timezone: row.timezone, firstMonth: row.month, closedThrough: null },
    family: {
      members: row.members ?? 1,
      class: row.class ?? 3,
      listedMonths: row.months_owed ?? 0,
      listedAmount: Number.MAX_SAFE_INTEGER,
      listedAsOf: paidOn,
      paidMonths: 0,
      paidAmount: 0,
    },
    holder: row.kader === null ? null : { kader: row.kader, endedOn: null },
    policy: { verificationRequired: false, maxBilledMonths: row.months_owed ?? 0 },
    scheme,
    duesRates: rates,
  });
  if (!priced.ok)
    return [...found, { collection: 'collection', id: row.id, field: 'scheme', stored: row.scheme, expected: null }];
  const { rule, rate_bp, base, commission } = priced.value;
  const expected = { rule, rate_bp, base, commission: commission + earnedByOtherMembers(row, commission, scheme) };
  return [...found, ...differences('collection', row.id, row, expected)];
}

/** A family may have grown or shrunk since: what a flat sum a participant earned for whole people more or fewer. */
function earnedByOtherMembers({ commission, kader }: StoredRow, expected: number, scheme: Scheme | null): number {
  const flat = scheme?.rules.find(({ kind, amount }) => kind === 'flat_participant' && amount);
  const more = commission - expected;
  return kader !== null && flat?.amount && commission > 0 && more % flat.amount === 0 ? more : 0;
}

function auditReversal(row: StoredRow): Difference[] {
  const { original } = row;
  // what was taken back before a part was made void is no longer told
  if (original === null || row.reversals_voided) return [];
  const priced = priceReversal(original, -row.amount, row.reversed_before, {
    firstMonth: original.month,
    closedThrough: original.month,
  });
  if (!priced.ok)
    return [{ collection: 'collection', id: row.id, field: 'amount', stored: row.amount, expected: null }];
  const { kader, months_covered, rule, rate_bp, base, commission } = priced.value;
  return differences('collection', row.id, row, { kader, months_covered, rule, rate_bp, base, commission });
}
