import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import type { Sheet } from '../../contract/sheet.ts';
import { type DateText, monthOf } from '../../core/period.ts';

interface Held {
  branch: Id;
  /** under which receipts are numbered */
  source: 'staff' | 'kader';
  date: DateText;
}

/**
 * Holds until commit whatever the rows of a sheet touch, in the one order of all recorders (family, reference, month), so that
 * sheets never wait for each other in a circle, none is recorded twice at once, and no month closes between looking and storing.
 */
export async function holdSheet(
  transaction: Knex,
  { kader, rows }: Sheet,
  { branch, source, date }: Held,
): Promise<void> {
  await transaction.raw(`select pg_advisory_xact_lock(hashtextextended('kader sheet ' || ?::integer, 0))`, [kader]);

  const families = [...new Set(rows.map(({ binaan }) => binaan))];
  await transaction.raw('select 1 from binaan where id = any (?::integer[]) order by id for no key update', [families]);

  const references = rows.map(({ payment }) => payment?.external_ref ?? null).filter((one) => one !== null);
  for (const reference of [...new Set(references)].sort()) {
    await transaction.raw(
      `select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'kader reference', ?::integer, ?::text, ?::text), 0))`,
      [branch, source, reference],
    );
  }
  if (rows.some(({ payment }) => payment !== null)) {
    await transaction.raw('select kader_lock_open_month(?, ?)', [branch, monthOf(date)]);
  }
}
