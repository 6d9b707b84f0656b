import { z } from 'zod';
import type { DateText, Id } from '../../contract/records.ts';
import { parseDate } from '../../core/period.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';

const idOfRecord = z.coerce.number().int().positive().max(2_147_483_647);
const flag = z.enum(['true', 'false', '1', '0', '']).default('false');
const query = z.object({
  as_of: z.string().refine((text) => parseDate(text) !== null, 'YYYY-MM-DD'),
  source: z.string().min(1).max(255).optional(),
  branch: idOfRecord.optional(),
  mode: z.enum(['good_rows', 'all_or_none']).default('good_rows'),
  full_list: flag,
  list_scope: z.enum(['branch', 'areas']).default('areas'),
  assign: flag,
});

/** What a machine says of the list that it sends. */
export interface MachineList {
  as_of: DateText;
  /** name of an import_source; null: headings are named as we know them */
  source: string | null;
  branch: Id | null;
  mode: 'good_rows' | 'all_or_none';
  full_list: boolean;
  list_scope: 'branch' | 'areas';
  assign: boolean;
}

/** Reads the query of POST /kader-jkn/families/import. Refused as KADER_QUERY_INVALID. */
export function readMachineList(sent: unknown): MachineList {
  const { source, branch, full_list, assign, ...told } = parsed(query, sent);
  const isSet = (text: string) => text === 'true' || text === '1' || text === '';
  return {
    ...told,
    source: source ?? null,
    branch: branch ?? null,
    full_list: isSet(full_list),
    assign: isSet(assign),
  };
}

/** The import in the path. Refused as KADER_IMPORT_UNKNOWN: what is no number is no import either. */
export function readImportId(sent: unknown): Id {
  const id = idOfRecord.safeParse(sent);
  if (!id.success) throw refusal('KADER_IMPORT_UNKNOWN');
  return id.data;
}

/** The format of a file for download. */
export function readBadRowsFormat(sent: unknown): 'csv' | 'xlsx' {
  return parsed(z.object({ format: z.enum(['csv', 'xlsx']).default('csv') }), { format: sent }).format;
}
