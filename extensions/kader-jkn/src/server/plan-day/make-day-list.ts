import type { Item } from '@directus/types';
import type { DayList, DayListFamily, DayListMode } from '../../contract/day-list.ts';
import type { Id } from '../../contract/records.ts';
import { orderWords } from '../../core/day-plan-words.ts';
import { type DateText, dateOf } from '../../core/period.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { masked } from '../desk/mask.ts';
import { type MorningPlan, planMorning } from './plan-morning.ts';
import { plannedKader } from './planned-kader.ts';
import { type MorningFamily, readMorning, readMorningRules } from './read-morning.ts';

export interface DayListRequest {
  /** null: the caller's own */
  kader: Id | null;
  /** null: today in the branch's own calendar */
  date: DateText | null;
  /** how many families at least; null: as many as the policy asks for */
  count: number | null;
}

/**
 * The list of a kader for a day. It is made of what was known in the morning, so that it stays the same all day; what happened
 * since is marked. Refused as `plannedKader` refuses.
 */
export async function makeDayList(desk: Desk, asked: DayListRequest): Promise<DayList> {
  const { branch, ...kader } = await plannedKader(desk, asked.kader);
  const date = asked.date ?? dateOf(desk.now(), branch.timezone);
  const day = { kader: kader.id, branch: branch.id, date };
  const rules = await readMorningRules(desk.knex, day);
  const morning = await readMorning(desk.knex, day);
  const plan = planMorning(morning, rules, date, asked.count);
  const { policy } = rules;
  return {
    kader,
    branch,
    date,
    contacts_per_day: policy?.contacts_per_day ?? null,
    contact_hours: { from: policy?.contact_hour_from ?? null, to: policy?.contact_hour_to ?? null },
    families: await withCards(desk, plan, morning),
    left_out: plan.leftOut,
    held: morning.length,
    modes: modesOf(plan, morning),
    order: orderWords,
  };
}

/** What is told of a family is what the caller may read of it; one that is not theirs to see is not listed. */
async function withCards(
  desk: Desk,
  { families }: MorningPlan,
  morning: readonly MorningFamily[],
): Promise<DayListFamily[]> {
  if (families.length === 0) return [];
  const cards = await itemsFor(desk, 'binaan').readByQuery({
    filter: { id: { _in: families.map(({ id }) => id) } },
    fields: ['*'],
    limit: -1,
  });
  const byId = new Map(cards.map((card: Item) => [Number(card['id']), card]));
  const contacted = new Map(morning.map((family) => [family.id, family] as const));
  return families.flatMap(({ id, says, channel }) => {
    const card = byId.get(id);
    const family = contacted.get(id);
    if (card === undefined || family === undefined) return [];
    return [
      {
        id,
        head_name: card['head_name'],
        area: family.desa?.name ?? null,
        address: card['address'] ?? null,
        phone: card['phone'] ?? null,
        kk_masked: card['kk_number'] ? masked(card['kk_number']) : null,
        owed_months: card['owed_months'],
        owed_amount: card['owed_amount'],
        reasons: says,
        channel,
        contacted: family.contacted,
      },
    ];
  });
}

/** The ways of working of the listed families, each with its desa; nothing where all is as usual. */
function modesOf({ families, modes }: MorningPlan, morning: readonly MorningFamily[]): DayListMode[] {
  const listed = new Set(families.map(({ id }) => id));
  const found = new Map<string, DayListMode>();
  for (const { id, desa } of morning) {
    const answer = modes.get(id);
    if (!listed.has(id) || answer === undefined || answer.said === 'usual') continue;
    const key = JSON.stringify(answer);
    const mode = found.get(key) ?? { ...answer, areas: [] };
    if (desa !== null && !mode.areas.includes(desa.name)) mode.areas.push(desa.name);
    found.set(key, mode);
  }
  return [...found.values()].map((mode) => ({ ...mode, areas: mode.areas.sort() }));
}
