import type { Id } from '../../../contract/records.ts';
import { type DateText as Day, daysAfter } from '../../../core/period.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';
import { mondayOf } from './monday-of.ts';
import { wordsMark } from './words-mark.ts';

const question = `
  select k.id
  from kader k
  where k.branch = :branch and k.status = 'active'
    and (cast(:kader as integer[]) is null or k.id = any(:kader))
    and (not :holding or exists (select 1 from binaan b where b.kader = k.id))
  order by k.id`;

/** Active kader; of the weekly list, those who hold families. */
export const kaderActive: AudienceReader = async (knex, ask) => {
  const { about, today, notice } = ask;
  const rows = await rowsOf<{ id: Id }>(knex, question, { ...bindingsOf(ask), holding: about === 'week_list' });
  const monday = mondayOf(today);
  const time = about === 'week_list' ? `week:${monday}` : `${today}${notice ? `:${wordsMark(notice)}` : ''}`;
  return rows.map(({ id }) => ({
    item: about === 'notice' ? null : id,
    recipient: { kind: 'kader', kader: id },
    once: `kader:${id}:${time}`,
    ...(about === 'week_list' && { until: daysAfter(monday as Day, 6) }),
  }));
};
