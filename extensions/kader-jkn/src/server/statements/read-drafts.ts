import type { Item } from '@directus/types';
import { z } from 'zod';
import type { DraftAnswer, DraftStatement } from '../../contract/draft.ts';
import type { Id } from '../../contract/records.ts';
import { hasEnded, type Period, periodOf, type TimeZone } from '../../core/period.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { parsed } from '../desk/parse-request.ts';
import { type Draft, draftStatements } from '../draft-statements.ts';
import { refusal } from '../errors.ts';

/** Whose drafts are asked for: of a kader, of a branch, or of all that the caller's one branch has. */
export interface DraftRequest {
  /** empty: the newest open month that has begun */
  month: Period | null;
  kader: Id | null;
  branch: Id | null;
}

const id = z.coerce.number().int().positive().max(2_147_483_647);
const draftQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  kader: id.optional(),
  branch: id.optional(),
});

/** Refused as KADER_QUERY_INVALID. */
export function readDraftRequest(query: unknown): DraftRequest {
  const { month, kader, branch } = parsed(draftQuery, query);
  return { month: (month ?? null) as Period | null, kader: kader ?? null, branch: branch ?? null };
}

/**
 * The drafts that the caller may see: of the kader they may read, if they may read what statements come to; a kader sees
 * their own alone. Refused as KADER_NOT_ALLOWED, KADER_QUERY_INVALID, KADER_PERIOD_UNKNOWN or KADER_MONTH_CLOSED_ALREADY.
 */
export async function readDrafts(desk: Desk, asked: DraftRequest): Promise<DraftAnswer> {
  await readAs(desk, 'commission', { fields: ['net', 'lines'], limit: 1 });
  const visible = await readAs(desk, 'kader', {
    fields: ['id', 'name', 'code', 'branch'],
    filter: {
      ...(asked.kader !== null && { id: { _eq: asked.kader } }),
      ...(asked.branch !== null && { branch: { _eq: asked.branch } }),
    },
    limit: -1,
  });
  const branch = await branchOf(desk, asked, visible);
  const months = await openMonths(desk, branch);
  const month = asked.month ?? months.at(-1) ?? null;
  const answer = { branch: { id: branch.id, name: branch.name }, month, months };
  if (month === null) return { ...answer, ended: false, statements: [] };

  const drafts = await draftStatements(desk.knex, {
    branch: branch.id,
    month,
    ...(asked.kader !== null && { kader: asked.kader }),
  });
  const kaderById = new Map(visible.map((one) => [one['id'], one]));
  const statements = drafts.flatMap((draft) => {
    const kader = kaderById.get(draft.kader);
    return kader === undefined ? [] : [toldOf(draft, kader)];
  });
  return {
    ...answer,
    ended: hasEnded(month, desk.now(), branch.timezone),
    statements: statements.sort((one, other) => other.net - one.net || one.kader.name.localeCompare(other.kader.name)),
  };
}

interface DraftBranch {
  id: Id;
  name: string;
  timezone: TimeZone;
}

/** The branch asked for, else that of the kader, else the only one the caller may see. */
async function branchOf(desk: Desk, { kader, branch }: DraftRequest, visible: readonly Item[]): Promise<DraftBranch> {
  if (kader !== null && visible.length === 0) throw refusal('KADER_NOT_ALLOWED');
  const wanted = kader === null ? branch : visible[0]?.['branch'];
  const branches = await readAs(desk, 'branch', {
    fields: ['id', 'name', 'timezone'],
    filter: wanted === null ? {} : { id: { _eq: wanted } },
    limit: 2,
  });
  const [only, another] = branches as unknown as DraftBranch[];
  if (only === undefined) throw refusal('KADER_NOT_ALLOWED');
  if (another !== undefined) throw refusal('KADER_QUERY_INVALID', { field: 'branch', why: '-' });
  return only;
}

/** Read without permissions: which months of their own branch are open is nothing that a kader may not know. */
async function openMonths({ knex, now }: Desk, { id, timezone }: DraftBranch): Promise<Period[]> {
  const present = periodOf(now(), timezone);
  return await knex('period')
    .where({ branch: id, status: 'open' })
    .where('month', '<=', present)
    .orderBy('month')
    .pluck('month');
}

async function readAs(
  desk: Desk,
  collectionName: 'branch' | 'commission' | 'kader',
  query: Parameters<ReturnType<typeof itemsFor>['readByQuery']>[0],
): Promise<Item[]> {
  try {
    return await itemsFor(desk, collectionName).readByQuery(query);
  } catch (error) {
    throw (error as { code?: unknown } | null)?.code === 'FORBIDDEN' ? refusal('KADER_NOT_ALLOWED') : error;
  }
}

function toldOf(draft: Draft, kader: Item): DraftStatement {
  const { families_held, streak_state, zero_streak, scheme, tax_number_known, ...told } = draft;
  return { ...told, kader: { id: draft.kader, name: kader['name'], code: kader['code'] } };
}
