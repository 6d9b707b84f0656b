import type { DraftStatement } from '../../contract/draft.ts';
import type { BranchDrafts } from '../../contract/operations.ts';
import type { Period } from '../../core/period.ts';
import type { Desk } from '../desk/desk.ts';
import { readDrafts } from '../statements/read-drafts.ts';
import { branchesOf } from './branches-of.ts';
import { idsTold, idTold, monthTold } from './told.ts';

/** Options as a flow gives them. */
export interface DraftsAsked {
  branch?: unknown;
  month?: unknown;
  kader?: unknown;
}

const noFigures = { kader: 0, collections_count: 0, collected: 0, gross: 0, withholding: 0, net: 0, waiting: 0 };

/**
 * Reckons the statements of the running month anew, branch after branch, for whom the caller may see. Drafts are never kept:
 * this is what a close would write now. Refused as readDrafts and branchesOf refuse, and as KADER_FLOW_VALUE.
 */
export async function recomputeDrafts(desk: Desk, { branch, month, kader }: DraftsAsked): Promise<BranchDrafts[]> {
  const asked = { month: monthTold(month, 'month') as Period | null, kader: idTold(kader, 'kader') };
  const named = idsTold(branch, 'branch');
  if (asked.kader !== null && named.length === 0) return [toldOf(await readDrafts(desk, { ...asked, branch: null }))];
  const drafts: BranchDrafts[] = [];
  for (const { id } of await branchesOf(desk, named, ['head', 'staff', 'auditor', 'kader'])) {
    drafts.push(toldOf(await readDrafts(desk, { ...asked, branch: id })));
  }
  return drafts;
}

function toldOf({ branch, month, ended, statements }: Awaited<ReturnType<typeof readDrafts>>): BranchDrafts {
  return {
    branch,
    month,
    ended,
    total: statements.reduce(added, noFigures),
    statements: statements.map(({ lines, ...figures }) => figures),
  };
}

function added(total: BranchDrafts['total'], one: DraftStatement): BranchDrafts['total'] {
  return {
    kader: total.kader + 1,
    collections_count: total.collections_count + one.collections_count,
    collected: total.collected + one.collected,
    gross: total.gross + one.gross,
    withholding: total.withholding + one.withholding,
    net: total.net + one.net,
    waiting: total.waiting + one.waiting.commission,
  };
}
