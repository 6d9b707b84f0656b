import type { SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { refusal } from './errors.ts';
import { ourCollections } from './our-collections.ts';

type Keys = readonly (string | number)[];

/** What is corrected, never deleted. */
const books: ReadonlySet<string> = new Set([
  'collection',
  'period',
  'commission',
  'partnership_review',
  'commission_adjustment',
  'dispute',
  'payment_plan',
  'payment_plan_instalment',
]);

/** Refuses to delete records of the books, and records of ours that others rest on. Does nothing where we are not installed. */
export async function refuseDelete(database: Knex, schema: SchemaOverview, name: string, keys: Keys): Promise<void> {
  if (!ourCollections.has(name) || schema.collections['collection']?.fields['months_covered'] === undefined) return;
  if (books.has(name)) throw refusal('KADER_RECORD_KEPT');
  if (name === 'state_change') throw refusal('KADER_HISTORY_KEPT');
  if (name === 'commission_rule') await refuseUsedScheme(database, keys);
  if (name === 'assignment') await refuseCredited(database, keys);
  if (name === 'enrolment') await refuseRegistered(database, keys);
  if (name === 'arrears_snapshot') await refuseMonthEnd(database, keys);
  if (name === 'message' || name === 'message_batch') await refuseFreshMessages(database, name, keys);

  for (const { collection, field, related_collection, schema: key } of schema.relations) {
    if (related_collection !== name || !key?.on_delete || !['RESTRICT', 'NO ACTION'].includes(key.on_delete)) continue;
    const used = await database(collection)
      .whereIn(field, [...keys])
      .first(field);
    if (used !== undefined) throw refusal('KADER_RECORD_USED', { collection });
  }
}

async function refuseUsedScheme(database: Knex, rules: Keys): Promise<void> {
  const schemes = database('commission_rule')
    .whereIn('id', [...rules])
    .select('scheme');
  const used = await database('collection').whereIn('scheme', schemes).first('id');
  if (used !== undefined) throw refusal('KADER_SCHEME_IN_USE');
}

async function refuseCredited(database: Knex, assignments: Keys): Promise<void> {
  const credited = await database('assignment as a')
    .join('branch as h', 'h.id', 'a.branch')
    .join('collection as c', (join) => join.on('c.binaan', 'a.binaan').andOn('c.kader', 'a.kader'))
    .whereIn('a.id', [...assignments])
    .whereRaw("(c.paid_at at time zone h.timezone)::date between a.from_date and coalesce(a.to_date, 'infinity')")
    .first('c.id');
  if (credited !== undefined) throw refusal('KADER_RECORD_USED', { collection: 'collection' });
}

/** What counts in the books is taken back by a change of its state, while its month is open. */
async function refuseRegistered(database: Knex, keys: Keys): Promise<void> {
  const registered = await database('enrolment')
    .whereIn('id', [...keys])
    .where({ status: 'registered' })
    .first('month');
  if (registered !== undefined) throw refusal('KADER_ENROLMENT_COUNTED', { month: registered.month });
}

async function refuseMonthEnd(database: Knex, keys: Keys): Promise<void> {
  const kept = await database('arrears_snapshot')
    .whereIn('id', [...keys])
    .where({ kind: 'month_end' })
    .first('id');
  if (kept !== undefined) throw refusal('KADER_MONTH_END_KEPT');
}

/** As the triggers of both do (schema/sql/messages.ts). */
async function refuseFreshMessages(database: Knex, name: string, keys: Keys): Promise<void> {
  const kept = await database(name)
    .whereIn('id', [...keys])
    .where((rows) =>
      rows
        .whereNotIn('status', ['sent', 'failed', 'held', 'bounced', 'cancelled', 'approved', 'declined'])
        .orWhereRaw("date_created > now() - interval '60 days'"),
    )
    .first('id');
  if (kept !== undefined) throw refusal('KADER_MESSAGE_KEPT');
}
