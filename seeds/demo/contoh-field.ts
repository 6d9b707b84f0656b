/** The field work of the fictitious branch: what one kader found of the families, whom nobody contacts, and where work is from home. */
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type DateText, dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { findDuplicates } from '../../extensions/kader-jkn/src/server/families/find-duplicates.ts';
import type { InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import type { DemoPeople } from './load.ts';

interface Branch {
  branch: Id;
  people: DemoPeople;
  /** the kader who signs in */
  signedIn: Id;
}

interface Family {
  id: Id;
  members: number;
  area: Id | null;
}

const assumed = 'asumsi demo';
/** Two families of five are checked; every tenth differs from the list. */
const checkedOf = { from: 5, taken: 2, differs: 10 };

/** Adds them to the branch of today once its families stand and its contacts are recorded. */
export async function loadContohField(context: InstallContext, of: Branch, now: Date): Promise<void> {
  const { knex } = context;
  const today = dateOf(now, 'Asia/Jakarta');
  const families: Family[] = await knex('binaan')
    .where({ kader: of.signedIn, status: 'active' })
    .orderBy('id')
    .select('id', 'members', 'area');
  await checkFamilies(context, of, families, today);
  await muteFamilies(context, of, families.slice(-2), today);
  await workFromHome(context, of, families, today);
  await findDuplicates(knex, of.branch);
}

async function checkFamilies(
  { knex, services, getSchema }: InstallContext,
  { people, signedIn }: Branch,
  families: readonly Family[],
  today: DateText,
): Promise<void> {
  const checked = families.filter((_, index) => index % checkedOf.from < checkedOf.taken);
  const items = new services.ItemsService('family_check', { knex, schema: await getSchema() });
  await items.createMany(
    checked.map(({ id, members }, index) => ({
      ...{ binaan: id, kader: signedIn, user_created: people.kader, how: 'visit', lives_here: 'yes' },
      ...{ checked_on: daysAfter(today, -1 - (index % 20)), wants_to_pay: 'later' },
      ...(index % checkedOf.differs === 0 ? { members: members + 1, note: assumed } : {}),
    })),
  );
}

/** One is approved, one waits for the head. */
async function muteFamilies(
  { knex, services, getSchema }: InstallContext,
  { people }: Branch,
  families: readonly Family[],
  today: DateText,
): Promise<void> {
  const items = new services.ItemsService('mute', { knex, schema: await getSchema() });
  const ids = await items.createMany(
    families.map(({ id }) => ({
      ...{ binaan: id, reason: 'hardship', until_date: daysAfter(today, 60), user_created: people.kader },
      note: assumed,
    })),
  );
  // as the head's own form does it
  await knex('mute')
    .where({ id: Number(ids[0]) })
    .update({ status: 'approved', user_updated: people.head });
}

/** The desa with the fewest families of the kader. */
async function workFromHome(
  { knex, services, getSchema }: InstallContext,
  { branch }: Branch,
  families: readonly Family[],
  today: DateText,
): Promise<void> {
  const byDesa = Map.groupBy(families, ({ area }) => area);
  const [area] = [...byDesa].sort(([, one], [, other]) => one.length - other.length)[0] ?? [];
  if (area == null) return;
  await new services.ItemsService('work_mode', { knex, schema: await getSchema() }).createOne({
    ...{ branch, area, mode: 'home', from_date: daysAfter(today, -3), to_date: daysAfter(today, 4), note: assumed },
    reason: 'Jalan desa sedang diperbaiki',
  });
}
