import type { Id, TimeZone } from '../../../contract/records.ts';
import { dateOf, daysAfter } from '../../../core/period.ts';
import { planMorning } from '../../plan-day/plan-morning.ts';
import { type MorningFamily, readMorning, readMorningRules } from '../../plan-day/read-morning.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

interface Row {
  branch: Id;
  timezone: TimeZone;
  kader: Record<string, unknown>;
}

const question = `
  select k.branch, b.timezone, ${kaderJson} as kader
  from kader k join branch b on b.id = k.branch where k.id = :item`;

/** Days of field work in a week, and families of a list that is still read. */
const workingDays = 5;
const mostFamilies = 30;

const told = ({ name, desa }: MorningFamily) => ({ head_name: name, village: desa?.name ?? null });

/**
 * A kader's week: whom the day lists of its days would name as things stand, and who promised to pay in it. Names and desa
 * alone: a message can be read by others.
 */
export const readWeekList: ContextReader = async ({ knex, item, now }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, timezone, kader } = row;
  const from = dateOf(now, timezone);
  const to = daysAfter(from, 6);
  const day = { kader: item, branch, date: from };
  const rules = await readMorningRules(knex, day);
  const held = await readMorning(knex, day);
  const count = Math.min(mostFamilies, (rules.policy?.contacts_per_day ?? workingDays) * workingDays);
  const byId = new Map(held.map((family) => [family.id, family] as const));
  const families = planMorning(held, rules, from, count)
    .families.slice(0, mostFamilies)
    .flatMap(({ id }) => byId.get(id) ?? []);
  const promised = held
    .flatMap((family) => (family.promise && family.promise.on >= from && family.promise.on <= to ? [family] : []))
    .sort((one, other) => (one.promise?.on ?? '').localeCompare(other.promise?.on ?? ''));
  return {
    branch,
    groups: {
      kader,
      week: { from, to, held: held.length, count: families.length, promised: promised.length },
      families: families.map(told),
      promises: promised.map((family) => ({ on: family.promise?.on ?? null, ...told(family) })),
    },
  };
};
