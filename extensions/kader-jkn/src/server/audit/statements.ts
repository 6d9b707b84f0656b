import type { Knex } from 'knex';
import type { Commission, Id, StatementLine } from '../../contract/records.ts';
import type { Scheme } from '../../core/scheme.ts';
import { type BooksMonth, readMonth } from '../close/month.ts';
import { asKnownNow, reckonMonth, type StatementColumns } from '../close/reckon-month.ts';
import { type RulesInForce, readRulesInForce } from '../close/rules-in-force.ts';
import { type Difference, differences } from './difference.ts';
import { lacksFigures } from './figures.ts';
import { auditTotals } from './totals.ts';

const bigints = [
  'collected',
  'base',
  'commission',
  'bonus',
  'adjustment',
  'corrections',
  'gross',
  'withholding',
  'net',
  'target',
] as const;

/** A statement as it is stored, with the moment of the close that made it. */
export type StoredStatement = Pick<Commission, 'id' | 'branch' | 'month' | 'status'> &
  StatementColumns & { closed_at: Date };

// A close that was done again made its statements anew; what it knew is told by its own moment.
const storedQuestion = `
  select s.*, coalesce(
      (select max(c.date_created) from state_change c where c.statement = s.id and c.to_status = 'closed'),
      s.date_created) as closed_at
  from commission s
  where s.period = :period
  order by s.id`;

/** Every statement and total of every closed month, reckoned again from its collections as the close did. */
export async function* auditStatements(knex: Knex): AsyncGenerator<Difference> {
  const closed: Id[] = await knex('period').whereNot({ status: 'open' }).orderBy(['branch', 'month']).pluck('id');
  for (const id of closed) {
    const month = await readMonth(knex, id);
    if (month !== null) yield* await auditMonth(knex, month);
  }
}

async function auditMonth(knex: Knex, month: BooksMonth): Promise<Difference[]> {
  const stored = await readStored(knex, month.id);
  const storedOf = new Map(stored.map((one) => [one.kader, one]));
  const knownAt = stored[0]?.closed_at ?? null;
  const rules = await readRulesInForce(knex, month.branch, month.month);
  if (rules.policy === null) return [];
  const then = { ...rules, scheme: await schemeThen(knex, rules, stored, knownAt) };
  const reckoned = await reckonMonth(knex, month, rules.policy, then, {
    ...asKnownNow(then, month),
    knownAt,
    stated: [...storedOf.keys()],
    // Targets may be set anew and partnerships ended with hindsight: the statement holds what was true when it was made.
    targetOf: ({ kader }) => storedOf.get(kader)?.target ?? null,
    knewEnd: (kader) => storedOf.get(kader)?.streak_state === 'ended',
    hasTaxNumber: ({ kader }) => storedOf.get(kader)?.tax_number_known ?? false,
  });
  return [
    ...reckoned.kader.flatMap(({ statement }) => auditStatement(month, storedOf.get(statement.kader), statement)),
    ...(await auditTotals(knex, month.id, reckoned, stored)),
  ];
}

async function readStored(knex: Knex, period: Id): Promise<StoredStatement[]> {
  const { rows } = await knex.raw<{ rows: StoredStatement[] }>(storedQuestion, { period });
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(bigints.map((field) => [field, row[field] === null ? null : Number(row[field])])),
  }));
}

/**
 * The scheme whose monthly rules held: the one in force, where it was when the month closed; else, because it was archived
 * or another came since, the one that most statements of the month name.
 */
async function schemeThen(
  knex: Knex,
  { scheme: inForce }: RulesInForce,
  stored: readonly StoredStatement[],
  knownAt: Date | null,
): Promise<Scheme | null> {
  const named = [...Map.groupBy(stored, ({ scheme }) => scheme)];
  named.sort(([, one], [, other]) => other.length - one.length);
  const [most = null] = named[0] ?? [];
  if (inForce === null && most === null) return null;
  if (inForce !== null && (inForce.id === most || (await wasActive(knex, inForce.id, knownAt)))) return inForce;
  return most === null ? null : await readScheme(knex, most);
}

async function wasActive(knex: Knex, scheme: Id, at: Date | null): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: [{ since: Date | null }] }>(
    `select coalesce(
       (select max(c.changed_at) from state_change c where c.scheme = s.id and c.to_status = 'active'), s.date_created) as since
     from commission_scheme s where s.id = :scheme`,
    { scheme },
  );
  const [{ since }] = rows;
  return since === null || at === null || since <= at;
}

async function readScheme(knex: Knex, id: Id): Promise<Scheme | null> {
  const scheme: Omit<Scheme, 'rules'> | undefined = await knex('commission_scheme')
    .where({ id })
    .first('id', 'name', 'base');
  return scheme === undefined ? null : { ...scheme, rules: await knex('commission_rule').where({ scheme: id }) };
}

function auditStatement(
  { id: period, branch, month, status }: BooksMonth,
  stored: StoredStatement | undefined,
  expected: StatementColumns,
): Difference[] {
  const { lines, kader, ...figures } = expected;
  if (stored === undefined) {
    const isEmpty = figures.collections_count === 0 && figures.gross === 0 && figures.carried_in === 0;
    return isEmpty ? [] : [{ collection: 'period', id: period, field: 'statements', stored: null, expected: kader }];
  }
  return [
    ...differences('commission', stored.id, stored, { ...figures, branch, month, status }),
    ...differences('commission', stored.id, { lines: inShort(stored.lines) }, { lines: inShort(lines) }),
    ...lines.flatMap((line, at) => auditWords(stored, stored.lines[at], line)),
  ];
}

/** Everything of the lines but their words, whatever it is that stands there. */
function inShort(lines: readonly StatementLine[]): string {
  if (!Array.isArray(lines)) return JSON.stringify(lines);
  return lines
    .map(({ kind, count, base, rate_bp, amount, scheme, rule, families, months, late }) =>
      [kind, count, base, rate_bp, amount, scheme, rule, families, [months].flat().join(' '), late]
        .map((one) => one ?? '-')
        .join(' '),
    )
    .join('; ');
}

/** The figures in the words of a line are those of the line. */
function auditWords({ id }: StoredStatement, stored: StatementLine | undefined, expected: StatementLine): Difference[] {
  const words = (line: StatementLine) => [line.label, line.label_en, line.explanation, line.explanation_en].join('\n');
  return stored === undefined
    ? []
    : lacksFigures('commission', { id, lines: words(stored) }, { lines: words(expected) });
}
