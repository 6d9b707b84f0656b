import type { Knex } from 'knex';
import type { PricingInput } from '../core/commission.ts';
import { type BranchDated, inForce } from '../core/lookup.ts';
import type { DateText, Period, TimeZone } from '../core/period.ts';

type FamilyAccount = NonNullable<PricingInput['family']>;

/** A branch's books with all that pricing looks up, for many payments at once. */
export interface BranchBooks {
  books: PricingInput['books'];
  duesRates: PricingInput['duesRates'];
  policyOn: (date: DateText) => PricingInput['policy'];
  schemeOn: (date: DateText) => PricingInput['scheme'];
}

interface BooksRow {
  timezone: TimeZone;
  first_month: Period;
  closed_through: Period | null;
  policies: (BranchDated & NonNullable<PricingInput['policy']>)[];
  schemes: (BranchDated & NonNullable<PricingInput['scheme']>)[];
  dues: PricingInput['duesRates'];
}

const booksQuestion = `
  select b.timezone, b.first_month, kader_closed_through(b.id) as closed_through,
    (select coalesce(jsonb_agg(jsonb_build_object('branch', p.branch, 'effective_from', p.effective_from,
        'verificationRequired', p.verification_required, 'maxBilledMonths', p.max_billed_months)), '[]')
      from program_policy p where p.branch = b.id or p.branch is null) as policies,
    (select coalesce(jsonb_agg(jsonb_build_object('branch', s.branch, 'effective_from', s.effective_from, 'id', s.id,
        'name', s.name, 'base', s.base, 'rules', (
          select coalesce(jsonb_agg(to_jsonb(r)), '[]') from commission_rule r where r.scheme = s.id))), '[]')
      from commission_scheme s where (s.branch = b.id or s.branch is null) and s.status = 'active') as schemes,
    (select coalesce(jsonb_agg(jsonb_build_object('class', d.class, 'effective_from', d.effective_from, 'dues', d.dues,
        'participant_pays', d.participant_pays)), '[]') from dues_rate d) as dues
  from branch b
  where b.id = :branch`;

/** Reads a branch's books, or null where there is no such branch. */
export async function readBooks(database: Knex, branch: number): Promise<BranchBooks | null> {
  const { rows } = await database.raw<{ rows: BooksRow[] }>(booksQuestion, { branch });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    books: { timezone: row.timezone, firstMonth: row.first_month, closedThrough: row.closed_through },
    duesRates: row.dues,
    policyOn: (date) => inForce(row.policies, branch, date),
    schemeOn: (date) => inForce(row.schemes, branch, date),
  };
}

/** A family's account, with who held it when. */
export interface HeldFamily extends FamilyAccount {
  id: number;
  paidBeforeList: PricingInput['paidBeforeList'];
  kader: number | null;
  holdings: { kader: number; from_date: DateText; to_date: DateText | null; endedOn: DateText | null }[];
}

const familiesQuestion = `
  select f.id, f.kader, f.members, f.class,
    case when f.members_1 is not null then jsonb_build_array(f.members_1, f.members_2, f.members_3) end as mixed,
    f.listed_months as "listedMonths", f.listed_amount as "listedAmount",
    f.listed_as_of::text as "listedAsOf", f.paid_months as "paidMonths", f.paid_amount as "paidAmount",
    (select coalesce(sum(c.amount), 0)::float8 from collection c
      where c.binaan = f.id and c.status in ('recorded', 'verified')
        and c.paid_at < (f.listed_as_of + 1)::timestamp at time zone h.timezone
        and c.date_created >= f.listed_as_of::timestamp at time zone h.timezone) as "paidBeforeList",
    (select coalesce(jsonb_agg(jsonb_build_object('kader', a.kader, 'from_date', a.from_date, 'to_date', a.to_date,
        'endedOn', k.ended_on)), '[]')
      from assignment a join kader k on k.id = a.kader where a.binaan = f.id) as holdings
  from binaan f join branch h on h.id = f.branch
  where f.branch = :branch and f.id = any (cast(:families as integer[]))`;

/** Holds families of a branch until commit and reads their accounts; ids of other branches are left out. */
export async function holdFamilies(
  transaction: Knex,
  branch: number,
  families: readonly number[],
): Promise<Map<number, HeldFamily>> {
  const bindings = { branch, families: [...families] };
  await transaction.raw(
    'select 1 from binaan where branch = :branch and id = any (cast(:families as integer[])) order by id for no key update',
    bindings,
  );
  const { rows } = await transaction.raw<{ rows: HeldFamily[] }>(familiesQuestion, bindings);
  return new Map(rows.map((family) => [family.id, family]));
}
