import type { Knex } from 'knex';

/** So many stay unread with each person of the demo. */
const kept = 5;

/** The demo lives through a year in a minute: what its people were told on the way is archived, as they would have done. */
export async function archiveNotices(knex: Knex): Promise<void> {
  await knex.raw(
    `update directus_notifications n set status = 'archived'
     from (
       select id, row_number() over (partition by recipient order by id desc) as nth from directus_notifications
     ) told
     where told.id = n.id and told.nth > :kept`,
    { kept },
  );
}
