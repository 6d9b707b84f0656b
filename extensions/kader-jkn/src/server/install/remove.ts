import type { Knex } from 'knex';
import type { Kind } from './kinds.ts';
import type { Step } from './plan.ts';

/**
 * Kinds that an upgrade takes away again when this version no longer wants them: guards of the database, and what was
 * granted or shown. They hold nobody's data. Everything else stays.
 */
export const removable: ReadonlySet<Kind> = new Set([
  'constraint',
  'index',
  'function',
  'trigger',
  'permission',
  'operation',
  'panel',
  'preset',
  'translation',
]);

/** Takes away what this version no longer wants, in the caller's transaction; only what stands as we left it. */
export async function removeItems(trx: Knex.Transaction, steps: Step[]): Promise<void> {
  // a function goes after the triggers that call it
  const ordered = [...steps].sort(
    (a, b) => Number(a.wanted.kind === 'function') - Number(b.wanted.kind === 'function'),
  );
  for (const { id, wanted } of ordered) {
    await removeItem(trx, wanted.kind, String(id));
    await trx('kader_ledger').where({ key: wanted.key }).delete();
  }
}

async function removeItem(trx: Knex.Transaction, kind: Kind, id: string): Promise<void> {
  switch (kind) {
    case 'constraint':
      return await dropWith(
        trx,
        `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql
        from pg_constraint where conname = ? and connamespace = current_schema()::regnamespace`,
        id,
      );
    case 'index':
      await trx.raw('drop index if exists ??', [id]);
      return;
    case 'trigger':
    case 'function':
      await dropWith(
        trx,
        `select format('drop trigger %I on %s', tgname, tgrelid::regclass) as sql
        from pg_trigger where tgname = ? and not tgisinternal`,
        id,
      );
      return await dropWith(
        trx,
        `select format('drop function %s', oid::regprocedure) as sql
        from pg_proc where proname = ? and pronamespace = current_schema()::regnamespace`,
        id,
      );
    case 'permission': {
      const [policy, collection, action] = id.split('/');
      await trx('directus_permissions').where({ policy, collection, action }).delete();
      return;
    }
    case 'operation':
      for (const link of ['resolve', 'reject']) {
        await trx('directus_operations')
          .whereRaw('??::text = ?', [link, id])
          .update({ [link]: null });
      }
      await trx('directus_operations').whereRaw('id::text = ?', [id]).delete();
      return;
    default:
      await trx(`directus_${kind}s`).whereRaw('id::text = ?', [id]).delete();
  }
}

/** PostgreSQL writes the statements, with the names quoted. */
async function dropWith(trx: Knex.Transaction, question: string, id: string): Promise<void> {
  const { rows } = await trx.raw<{ rows: { sql: string }[] }>(question, [id]);
  for (const { sql } of rows) await trx.raw(sql);
}
