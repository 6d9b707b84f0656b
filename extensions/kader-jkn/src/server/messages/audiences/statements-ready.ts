import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const usualDays = 31;

const question = `
  select s.id, s.kader, substr(md5(concat_ws('/', s.net, s.gross, s.withholding, s.lines)), 1, 12) as figures
  from commission s join period p on p.id = s.period
  where s.branch = :branch and s.status in ('closed', 'approved', 'paid')
    and (p.month = :month or
      cast(:month as text) is null and p.closed_at > cast(:now as timestamptz) - make_interval(days => cast(:days as integer)))
    and (cast(:after as timestamptz) is null or p.closed_at > :after)
    and (cast(:since_month as text) is null or p.month >= :since_month)
    and (cast(:kader as integer[]) is null or s.kader = any(:kader))
    and (cast(:ids as integer[]) is null or s.id = any(:ids))
  order by s.month, s.kader`;

/** Statements of months closed lately. A month closed anew tells again only whose figures changed. */
export const statementsReady: AudienceReader = async (knex, ask) => {
  const bindings = { ...bindingsOf(ask, usualDays), now: ask.now };
  const rows = await rowsOf<{ id: Id; kader: Id; figures: string }>(knex, question, bindings);
  return rows.map(({ id, kader, figures }) => ({
    item: id,
    recipient: { kind: 'kader', kader },
    once: `statement:${id}:${figures}`,
  }));
};
