import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select e.id, e.kader, exists (
      select 1 from kader_event former
      where former.kader = e.kader and former.kind = 'warned'
        and (former.on_date, former.id) < (e.on_date, e.id)
        and former.on_date > e.on_date - interval '1 year'
    ) as again
  from kader_event e join kader k on k.id = e.kader
  where k.branch = :branch and e.kind = 'warned'
    and e.on_date > cast(:today as date) - cast(:days as integer) and e.on_date <= cast(:today as date)
    and (cast(:after as timestamptz) is null or e.date_created > :after)
    and (cast(:since_month as text) is null or e.month is null or e.month >= :since_month)
    and (cast(:kader as integer[]) is null or e.kader = any(:kader))
    and (cast(:ids as integer[]) is null or e.id = any(:ids))
  order by e.id`;

/** Kader warned lately; the second warning within a year has words of its own. */
export const warningsNew: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; kader: Id; again: boolean }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, kader, again }) => ({
    item: id,
    recipient: { kind: 'kader', kader },
    once: `warning:${id}`,
    template: again ? 'warning_2' : 'warning_1',
  }));
};
