import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { FileId } from '../contract/records.ts';
import type { Desk } from './desk/desk.ts';

/** Sends a kept document. As the system: whoever may read its record may read it, and that was asked before. */
export async function sendDocument(
  { knex, schema, services }: Desk,
  response: Response,
  { file, name }: { file: FileId; name: string },
): Promise<void> {
  const assets = new services.AssetsService({ knex, schema });
  const { stream, file: kept } = await assets.getAsset(file);
  response.set('Content-Disposition', `attachment; filename="${name}"`).type(kept.type ?? 'application/octet-stream');
  await pipeline(stream, response);
}
