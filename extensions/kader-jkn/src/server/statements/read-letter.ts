import type { Item } from '@directus/types';
import type { Commission, Id } from '../../contract/records.ts';
import type { Period } from '../../core/period.ts';
import type { LatePayment, StatementLetter } from '../../documents/index.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { masked } from '../desk/mask.ts';
import { refusal } from '../errors.ts';
import { bundleVersion } from '../install/version.ts';
import { readSignatures } from '../period-steps/read-steps.ts';
import { type DraftRequest, readDrafts } from './read-drafts.ts';

const figures = [
  'lines',
  'gross',
  'withholding',
  'carried_in',
  'carried_out',
  'net',
  'collected',
  'collections_count',
  'families_count',
  'target',
  'attainment_bp',
] as const satisfies readonly (keyof Commission)[];

type Figures = Pick<Commission, (typeof figures)[number]>;
type Head = Pick<StatementLetter, 'branch' | 'kader'>;
type Belongs = Pick<Commission, 'kader' | 'branch' | 'month'>;

const branchFields = ['code', 'name', 'city', 'address', 'phone', 'head_name', 'head_title', 'timezone'];

/** The figures alone; Directus returns the larger ones as text. */
function figuresOf(statement: Figures | Item): Figures {
  const given = statement as Figures;
  const kept = Object.fromEntries(figures.map((name) => [name, given[name]]));
  return { ...(kept as Figures), target: given.target === null ? null : Number(given.target) };
}

/** Branch and kader as the letter names them; the account is null for whoever may not read it. */
async function readHead(desk: Desk, { kader, branch }: Belongs): Promise<Head> {
  const [named, banked, office] = await Promise.all([
    visibleRecord(desk, 'kader', kader, ['code', 'name']),
    visibleRecord(desk, 'kader', kader, ['bank_name', 'bank_account']),
    visibleRecord(desk, 'branch', branch, branchFields),
  ]);
  if (!named || !office) throw refusal('KADER_STATEMENT_UNKNOWN');
  return {
    branch: office as Head['branch'],
    kader: {
      code: named['code'],
      name: named['name'],
      bank_name: banked?.['bank_name'] ?? null,
      account_masked: banked?.['bank_account'] ? masked(banked['bank_account']) : null,
    },
  };
}

/** The payments that came after their month was closed and are paid out in this one, with the caller's own rights. */
async function readLatePayments(desk: Desk, { kader, month }: Belongs): Promise<LatePayment[]> {
  const found = await itemsFor(desk, 'collection').readByQuery({
    filter: {
      _and: [
        { kader: { _eq: kader } },
        { pay_month: { _eq: month } },
        { late: { _eq: true } },
        { status: { _neq: 'void' } },
      ],
    },
    fields: ['id', 'paid_at', 'amount', 'commission'],
    sort: ['paid_at', 'id'],
    limit: -1,
  });
  return found.map(({ id, paid_at, amount, commission }) => ({
    id,
    paid_at: new Date(paid_at).toISOString(),
    amount,
    commission: commission ?? 0,
  }));
}

/** What the letters of a statement and of a draft have in common. */
async function letterOf(desk: Desk, belongs: Belongs, statement: Figures | Item) {
  const [head, late_payments] = await Promise.all([readHead(desk, belongs), readLatePayments(desk, belongs)]);
  return {
    ...head,
    ...figuresOf(statement),
    late_payments,
    month: belongs.month,
    printed_at: desk.now().toISOString(),
    version: bundleVersion,
  };
}

/**
 * A statement as its letter tells it, with the caller's own rights. A month that was opened again makes its statements
 * stale: the letter is that of the draft. Refused as KADER_STATEMENT_UNKNOWN where the statement is not there, or not for
 * the caller.
 */
export async function readStatementLetter(desk: Desk, id: Id): Promise<StatementLetter> {
  const fields = ['status', 'kader', 'branch', 'month', 'period', ...figures];
  const statement = await visibleRecord(desk, 'commission', id, fields);
  if (!statement) throw refusal('KADER_STATEMENT_UNKNOWN');
  const { status, kader, branch, month, period } = statement as Commission;
  if (status === 'draft') return await readDraftLetter(desk, { kader, branch, month: month as Period });
  const [letter, { closed, approved, paid }] = await Promise.all([
    letterOf(desk, { kader, branch, month }, statement),
    readSignatures(desk.knex, period),
  ]);
  return { ...letter, id, status, closed, approved, paid, waiting: null };
}

/**
 * What a kader's statement of an open month would be if it closed now, as its letter tells it. Refused as the drafts are,
 * and as KADER_STATEMENT_UNKNOWN where the kader has none, or the caller sees several and names no kader.
 */
export async function readDraftLetter(desk: Desk, asked: DraftRequest): Promise<StatementLetter> {
  const { branch, month, statements } = await readDrafts(desk, asked);
  const [draft, another] = statements;
  if (draft === undefined || another !== undefined || month === null) throw refusal('KADER_STATEMENT_UNKNOWN');
  const letter = await letterOf(desk, { kader: draft.kader.id, branch: branch.id, month }, draft);
  const { waiting } = draft;
  return { ...letter, id: null, status: 'draft', closed: null, approved: null, paid: null, waiting };
}
