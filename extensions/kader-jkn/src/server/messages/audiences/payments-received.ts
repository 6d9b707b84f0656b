import type { Id } from '../../../contract/records.ts';
import { type DateText as Day, daysAfter, monthOf } from '../../../core/period.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const usualDays = 2;
const paidDays = 31;

const question = `
  select c.id, c.binaan
  from collection c join binaan b on b.id = c.binaan
  where c.branch = :branch and c.status in ('recorded', 'verified') and c.amount > 0 and c.reverses is null
    and b.status <> 'merged'
    and c.date_created > cast(:now as timestamptz) - make_interval(days => cast(:days as integer))
    and c.paid_at > cast(:now as timestamptz) - make_interval(days => cast(:paid_days as integer))
    -- money is booked in the month in which it was paid, or later: the index of months finds it
    and c.month >= :first_month
    and (cast(:after as timestamptz) is null or c.date_created > :after)
    and (cast(:kader as integer[]) is null or c.kader = any(:kader))
    and (cast(:ids as integer[]) is null or c.id = any(:ids))
    and not exists (select 1 from collection r where r.reverses = c.id)
  order by c.id`;

/** Families whose payment was recorded lately and stands. Money of long ago that is booked late is told to nobody. */
export const paymentsReceived: AudienceReader = async (knex, ask) => {
  const firstMonth = monthOf(daysAfter(ask.today as Day, -paidDays));
  const bindings = { ...bindingsOf(ask, usualDays), now: ask.now, paid_days: paidDays, first_month: firstMonth };
  const rows = await rowsOf<{ id: Id; binaan: Id }>(knex, question, bindings);
  return rows.map(({ id, binaan }) => ({
    item: id,
    recipient: { kind: 'family', binaan },
    once: `payment:${id}`,
  }));
};
