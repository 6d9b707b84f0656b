import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

interface Row {
  branch: Id;
  session: Record<string, unknown>;
  kader: Record<string, unknown>;
}

const question = `
  select s.branch, ${kaderJson} as kader,
    jsonb_build_object('month', s.month, 'held_on', s.held_on, 'place', s.place,
      'led_by', (select nullif(concat_ws(' ', u.first_name, u.last_name), '') from directus_users u where u.id = s.led_by))
      as session
  from monev_session s
  left join kader k on k.id = :kader and k.branch = s.branch
  where s.id = :item`;

/** A monev session, and the kader who is invited to it. */
export const readSession: ContextReader = async ({ knex, item, recipient }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item, kader: recipient.kader ?? null });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, ...groups } = row;
  return { branch, groups };
};
