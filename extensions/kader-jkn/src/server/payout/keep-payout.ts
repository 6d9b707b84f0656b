import type { Response } from 'express';
import type { Knex } from 'knex';
import type { PayoutFileKept } from '../../contract/operations.ts';
import type { PayoutFormat, PeriodStepsShown } from '../../contract/period-steps.ts';
import type { FileId, Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { type Language, refusal } from '../errors.ts';
import { readSteppedMonth } from '../period-steps/stepped-month.ts';
import { sendDocument } from '../send-document.ts';
import { storeDocument } from '../store-document.ts';
import { traceDownload } from '../trace-download.ts';
import { makePayoutFile } from './payout-file.ts';

interface KeptFile {
  file: FileId;
  name: string;
  at: Date;
}

const keptQuestion = `
  select f.id as file, f.filename_download as name, f.uploaded_on as at
  from period p join directus_files f on f.id = p.payout_file
  where p.id = :period`;

/**
 * Makes the file for the bank and keeps it on its month in place of an earlier one, which is deleted: account numbers lie in one
 * file alone. As a file it is the administrators'; the head of the branch reads it through the steps of the month. That it was made
 * is traced. Refused as makePayoutFile refuses; who may ask was asked before.
 */
export async function keepPayout(
  desk: Desk,
  asked: { period: Id; format: PayoutFormat; language: Language },
): Promise<PayoutFileKept> {
  const { knex, schema, services } = desk;
  const { period, format } = asked;
  const { branch } = await readSteppedMonth(knex, period);
  const { name, type, content, payout } = await makePayoutFile(desk, asked);
  const { file, before } = await knex.transaction(async (trx) => {
    const [held] = await trx('period')
      .where({ id: period })
      .forUpdate()
      .select<{ file: FileId | null }[]>('payout_file as file');
    const title = `Imbal jasa ${payout.branchName} ${payout.month}`;
    const made = await storeDocument(
      { knex: trx, schema, services },
      { name, title, type, content: Buffer.from(content) },
    );
    await trx('period').where({ id: period }).update({ payout_file: made });
    return { file: made, before: held?.file ?? null };
  });
  // as the system: what it held is in the new one
  if (before !== null) await new services.FilesService({ knex, schema }).deleteOne(before);
  return {
    period,
    branch,
    month: payout.month,
    format,
    file,
    name,
    payments: payout.rows.length,
    total: payout.total,
    without_account: payout.rows.filter(({ account }) => account === null).length,
  };
}

/** What the kept file is called, and since when it is there; null: none is kept. */
export async function readKeptPayout(knex: Knex, period: Id): Promise<PeriodStepsShown['payout_kept']> {
  const kept = await keptFile(knex, period);
  return kept && { name: kept.name, at: kept.at.toISOString() };
}

/** Sends the kept file, and traces that it was taken. Refused as KADER_PAYOUT_NOT_KEPT; who may ask was asked before. */
export async function sendKeptPayout(desk: Desk, period: Id, response: Response): Promise<void> {
  const kept = await keptFile(desk.knex, period);
  if (kept === null) {
    const { month } = await readSteppedMonth(desk.knex, period);
    throw refusal('KADER_PAYOUT_NOT_KEPT', { month });
  }
  await traceDownload(desk, { action: 'payout', collection: 'period', item: String(period) });
  await sendDocument(desk, response, kept);
}

async function keptFile(knex: Knex, period: Id): Promise<KeptFile | null> {
  const { rows } = await knex.raw<{ rows: KeptFile[] }>(keptQuestion, { period });
  return rows[0] ?? null;
}
