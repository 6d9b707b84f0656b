import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select k.id, s.id as session, s.held_on::text as day
  from monev_session s join kader k on k.branch = s.branch
  where s.id = :session and s.branch = :branch and s.status = 'planned' and s.held_on >= cast(:today as date)
    and k.status = 'active'
    and (cast(:kader as integer[]) is null or k.id = any(:kader))
  order by k.id`;

/** Active kader of the branch whose session is planned. A session moved to another day invites again. */
export const sessionInvited: AudienceReader = async (knex, ask) => {
  const bindings = { ...bindingsOf(ask), session: ask.filter.session ?? null };
  const rows = await rowsOf<{ id: Id; session: Id; day: string }>(knex, question, bindings);
  return rows.map(({ id, session, day }) => ({
    item: session,
    recipient: { kind: 'kader', kader: id },
    once: `session:${session}:${day}:kader:${id}`,
    until: day,
  }));
};
