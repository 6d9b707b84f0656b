import type { Knex } from 'knex';
import type { DateText, Id, MonthText } from '../../contract/records.ts';
import type { KaderWork } from '../../core/early-warning.ts';
import type { Days } from '../../core/working-days.ts';

type Facts = Pick<KaderWork, 'leaves' | 'holdsFamilies' | 'activeOn' | 'lastDay' | 'undone'>;

interface FactsRow {
  kader: Id;
  holds: boolean;
  active_on: DateText | null;
  leaves: Days[];
  last_day_amount: string;
  last_day_payments: number;
  undone: number;
}

/** A sum that people think of: not what so many months of a family's dues come to. */
const roundTo = 50_000;

const question = `
  with asked as (
    select k.id as kader, b.timezone
    from kader k join branch b on b.id = k.branch
    where k.branch = :branch and k.id = any (cast(:kader as integer[]))
  ), recorded as (
    select c.kader,
      sum(c.amount) filter (where c.is_round) as last_day_amount,
      count(*) filter (where c.is_round)::integer as last_day_payments,
      count(*) filter (where c.status = 'void' or c.reverses is not null)::integer as undone
    from (
      select c.kader, c.amount, c.status, c.reverses,
        c.month = :newest and c.status in ('recorded', 'verified') and c.reverses is null and c.channel = 'kader_cash'
          and c.amount % :round = 0
          and (c.paid_at at time zone a.timezone)::date
            = (to_date(:newest, 'YYYY-MM') + interval '1 month - 1 day')::date
          -- whole months of dues may well be a round sum
          and not coalesce((c.split ->> 'withoutMonth')::bigint = 0 and (c.split ->> 'carried')::bigint = 0
            and (c.split ->> 'rest')::bigint = 0, false) as is_round
      from collection c join asked a on a.kader = c.kader
      where c.branch = :branch and c.month >= :newest
    ) c
    group by c.kader
  )
  select a.kader,
    exists (
      select from assignment s
      where s.kader = a.kader and s.from_date <= cast(:today as date)
        and (s.to_date is null or s.to_date >= cast(:today as date))) as holds,
    to_char(greatest(contact.at, payment.paid_at) at time zone a.timezone, 'YYYY-MM-DD') as active_on,
    coalesce((
      select jsonb_agg(jsonb_build_object('from', e.on_date, 'to', e.to_date))
      from kader_event e where e.kader = a.kader and e.kind = 'leave'), '[]') as leaves,
    coalesce(r.last_day_amount, 0) as last_day_amount, coalesce(r.last_day_payments, 0) as last_day_payments,
    coalesce(r.undone, 0) as undone
  from asked a
  left join recorded r on r.kader = a.kader
  left join lateral (
    select t.at from activity t where t.kader = a.kader order by t.at desc limit 1
  ) contact on true
  left join lateral (
    select c.paid_at from collection c
    where c.kader = a.kader and c.status in ('recorded', 'verified') and c.reverses is null
    order by c.month desc, c.paid_at desc limit 1
  ) payment on true`;

/**
 * What early signs rest on, besides statements and promises: newest day of work, leave, families, round sums on the last day of
 * the newest closed month, and payments voided or reversed since it began.
 */
export async function earlyFacts(
  knex: Knex,
  asked: { branch: Id; kader: readonly Id[]; newest: MonthText; today: DateText },
): Promise<Map<Id, Facts>> {
  const { rows } = await knex.raw<{ rows: FactsRow[] }>(question, {
    ...asked,
    kader: [...asked.kader],
    round: roundTo,
  });
  return new Map(
    rows.map((row) => [
      row.kader,
      {
        leaves: row.leaves,
        holdsFamilies: row.holds,
        activeOn: row.active_on as KaderWork['activeOn'],
        lastDay: { amount: Number(row.last_day_amount), payments: row.last_day_payments },
        undone: row.undone,
      },
    ]),
  );
}
