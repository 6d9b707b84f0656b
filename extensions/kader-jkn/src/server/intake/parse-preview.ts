import { z } from 'zod';
import type { PreviewAsked } from '../../contract/import-preview.ts';
import { listEncodings, listSeparators } from '../../contract/list-file.ts';
import { familyRowFields } from '../../core/row-issue.ts';
import { parsed } from '../desk/parse-request.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const field = z.enum(familyRowFields);
const heading = z.string().min(1).max(1000);

const options = z.object({
  separator: z.enum(listSeparators).nullish(),
  encoding: z.enum(listEncodings).nullish(),
  sheet: z.string().max(100).nullish(),
  decimal: z.enum([',', '.']).nullish(),
  header_row: z.number().int().positive().nullish(),
});

const asked = z.object({
  file: z.uuid(),
  branch: id,
  as_of: z.iso.date(),
  source: id.nullish(),
  options: options.nullish(),
  mapping: z.record(heading, field).nullish(),
  defaults: z.partialRecord(field, z.string().max(1000)).nullish(),
});

/** What POST /kader-jkn/imports/preview is asked. Refused as KADER_QUERY_INVALID. */
export function readPreviewAsked(body: unknown): PreviewAsked {
  return parsed(asked, body) as PreviewAsked;
}
