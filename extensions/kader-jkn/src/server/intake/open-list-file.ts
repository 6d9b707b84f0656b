import type { Readable } from 'node:stream';
import type { FileId } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

/** The bytes of an uploaded list, with the caller's own rights. Refused as KADER_IMPORT_FILE_MISSING. */
export async function openListFile({ knex, schema, accountability, services }: Desk, file: FileId): Promise<Readable> {
  const assets = new services.AssetsService({ knex, schema, accountability });
  try {
    const { stream } = await assets.getAsset(file);
    return stream;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'FORBIDDEN') throw refusal('KADER_IMPORT_FILE_MISSING');
    throw error;
  }
}
