import type { Accountability, RegisterFunctions } from '@directus/types';
import type { Knex } from 'knex';
import { type DateText, dateOf } from '../../core/period.ts';
import { type AccrualGroup, accrualOf, readAccrualRules } from '../../server/refresh-arrears.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** The fields whose change makes another estimate of what fell due since the list. */
const accruing = ['class', 'members', 'members_1', 'members_2', 'members_3', 'listed_months', 'listed_as_of'] as const;

/** What families that accrue alike have in common, besides the date of their list. */
const groupColumns = ['branch', 'class', 'members', 'members_1', 'members_2', 'members_3', 'listed_months'] as const;

/** The numbers of a family, which a file gives as text; its form's validation compares numbers. */
const numbers: ReadonlySet<string> = new Set([
  'branch',
  'kader',
  'area',
  'members',
  'members_1',
  'members_2',
  'members_3',
  'class',
  'listed_months',
  'listed_amount',
]);

/** What a family owes follows its list, its members and the calendar (design 5.12). */
export function registerBinaan({ filter }: RegisterFunctions): void {
  filter<Told>(
    'binaan.items.create',
    inOwnLanguage(async (told, _meta, { database: transaction, schema, accountability }) => {
      if (schema?.collections['binaan']?.fields['listed_as_of'] === undefined) return told;
      const family = withNumbers(told);
      const branch = family['branch'] ?? (await ownBranch(transaction, accountability));
      return { ...family, ...(await accrualNow(transaction, { ...family, branch })) };
    }),
  );

  filter<Told>(
    'binaan.items.update',
    inOwnLanguage(async (sent, { keys }, { database: transaction, schema }) => {
      if (schema?.collections['binaan']?.fields['listed_as_of'] === undefined) return sent;
      const told = withoutEstimate(sent);
      if (keys.length !== 1 || !accruing.some((field) => field in told)) return told;
      const stored = await transaction('binaan')
        .where({ id: keys[0] })
        .first(...groupColumns, transaction.raw('listed_as_of::text'));
      return { ...told, ...(await accrualNow(transaction, { ...stored, ...told })) };
    }),
  );
}

/** What fell due is reckoned, never told: roles may write these columns only because this filter does. */
function withoutEstimate(told: Told): Told {
  const { accrued_months: _, accrued_amount: __, accrued_through: ___, ...rest } = told;
  return rest;
}

function withNumbers(told: Told): Told {
  const read = ([field, value]: [string, unknown]) =>
    numbers.has(field) && typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
  return Object.fromEntries(Object.entries(told).map((entry) => [entry[0], read(entry)]));
}

/** The branch that is filled in, after this filter, where a form or a file names none. */
async function ownBranch(database: Knex, accountability: Accountability | null): Promise<number | null> {
  if (!accountability?.user) return null;
  const user = await database('directus_users').where({ id: accountability.user }).first('branch');
  return user?.branch ?? null;
}

async function accrualNow(database: Knex, family: Told) {
  const home = await database('branch')
    .where({ id: Number(family['branch']) || 0 })
    .first('timezone');
  const group = readGroup(family);
  if (home === undefined || group === null) return {};
  return accrualOf(group, await readAccrualRules(database), dateOf(new Date(), home.timezone));
}

function readGroup(family: Told): AccrualGroup | null {
  const asOf = String(family['listed_as_of'] ?? '').slice(0, 10);
  const numbers = ['branch', 'class', 'members', 'listed_months'].map((field) => Number(family[field] ?? 0));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || !numbers.every(Number.isInteger)) return null;
  const [branch, duesClass, members, listedMonths] = numbers as [number, AccrualGroup['class'], number, number];
  const mixed = {
    members_1: countOf(family['members_1']),
    members_2: countOf(family['members_2']),
    members_3: countOf(family['members_3']),
  };
  return { branch, class: duesClass, members, ...mixed, listed_months: listedMonths, listed_as_of: asOf as DateText };
}

/** A number that may be empty; what is no number is left to the database to refuse. */
function countOf(value: unknown): number | null {
  const count = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isInteger(count) ? count : null;
}
