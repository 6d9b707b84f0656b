import type { Desk } from './desk/desk.ts';

/** As the system, because nobody may write the activity of others: who took personal data out on paper or as a file, and when. */
export async function traceDownload(
  { knex, schema, accountability, services }: Desk,
  { action, collection, item }: { action: string; collection: string; item: string },
): Promise<void> {
  const activity = new services.ItemsService('directus_activity', { knex, schema });
  await activity.createOne({
    action,
    user: accountability.user,
    collection,
    item,
    ip: accountability.ip,
    user_agent: accountability.userAgent ?? null,
    origin: accountability.origin ?? null,
  });
}
