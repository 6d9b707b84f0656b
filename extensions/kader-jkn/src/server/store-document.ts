import { Readable } from 'node:stream';
import type { ExtensionsServices, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { FileId } from '../contract/records.ts';

/** A document of ours, made and complete. */
export interface MadeDocument {
  name: string;
  /** shown in the file library */
  title: string;
  type: string;
  content: Buffer;
}

interface Storing {
  knex: Knex;
  schema: SchemaOverview;
  services: Pick<ExtensionsServices, 'FilesService'>;
}

/**
 * Keeps a document in Directus files, as nobody's: a file that somebody uploaded follows that person to another branch. Who may
 * read its record reads it through our endpoint; as a file it is the administrators' alone. With `knex` of a transaction the
 * record of the file comes and goes with it.
 */
export async function storeDocument({ knex, schema, services }: Storing, document: MadeDocument): Promise<FileId> {
  const files = new services.FilesService({ knex, schema });
  const { name, title, type, content } = document;
  const id = await files.uploadOne(Readable.from([content]), {
    filename_download: name,
    title,
    type,
    uploaded_by: null,
  });
  return String(id);
}
