/** The demo: five programmes as they were (domain.md), and a fictitious branch of today. */
import { judgePromises } from '../../extensions/kader-jkn/src/server/contacts/judge-promises.ts';
import { ensurePeriods } from '../../extensions/kader-jkn/src/server/ensure-periods.ts';
import type { InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import { rollUpMissing } from '../../extensions/kader-jkn/src/server/monev/roll-up/roll-up-month.ts';
import { refreshArrears } from '../../extensions/kader-jkn/src/server/refresh-arrears.ts';
import { archiveNotices } from './archive-notices.ts';
import { areaDirectory } from './areas.ts';
import { contoh, signedInKader } from './contoh.ts';
import { loadContohField } from './contoh-field.ts';
import { loadContohLife } from './contoh-life.ts';
import { loadContohMessages } from './contoh-messages.ts';
import { loadContohMonev } from './contoh-monev.ts';
import { loadContohMoney } from './contoh-money.ts';
import { lampung } from './lampung.ts';
import { DemoLoader, nobody } from './load.ts';
import { pekanbaru } from './pekanbaru.ts';
import type { DemoProgramme } from './programme.ts';
import { samarinda } from './samarinda.ts';
import { semarang } from './semarang.ts';
import { surakarta } from './surakarta.ts';

/** Loads the demo into an installed, empty instance; one that has a branch already is left as it is, and false returned. */
export async function seedDemo(context: InstallContext, now = new Date()): Promise<boolean> {
  const { knex, report } = context;
  if (await knex('branch').first('id')) {
    report('Branches are there already: the demo is not loaded.');
    return false;
  }
  const areas = areaDirectory(await knex('area').select('id', 'code'));
  const rates = await knex('dues_rate').select('class', 'effective_from', 'dues', 'participant_pays');
  const loader = new DemoLoader(context, areas, now, await context.getSchema());
  const asItWas = [
    pekanbaru(areas, rates),
    samarinda(areas, rates),
    semarang(areas),
    lampung(areas, rates),
    surakarta(areas, rates),
  ];
  const today = contoh(areas, rates, now);

  for (const programme of asItWas) {
    describe(programme, report);
    await loader.loadBooks(programme, await loader.loadFrame(programme), nobody);
  }
  describe(today, report);
  await loader.nameProject();
  const loaded = await loader.loadFrame(today);
  const people = await loader.loadPeople(loaded.branch, loaded.kader[signedInKader] ?? 0);
  await loader.loadBooks(today, loaded, people);
  await loader.loadSteps(today, loaded.branch, people);
  await loader.loadDisputes(today, loaded.kader[signedInKader] ?? 0, people);
  await loadContohLife(context, { ...loaded, people }, now);
  // What fell due since the lists, as every midnight does it: the lists agree with the payment form from the first minute.
  await refreshArrears(knex, now);
  await judgePromises(knex, now);
  await loadContohField(context, { ...loaded, people, signedIn: loaded.kader[signedInKader] ?? 0 }, now);
  await loadContohMoney(context, { ...loaded, signedIn: loaded.kader[signedInKader] ?? 0 }, now);
  // the row of the present month, and what monev keeps of closed ones, as the hourly upkeep makes them
  await ensurePeriods(knex, now);
  await rollUpMissing(knex);
  await loadContohMonev(context, { ...loaded, people }, now);
  await loadContohMessages(context, { ...loaded, people, signedIn: loaded.kader[signedInKader] ?? 0 }, now);
  await archiveNotices(knex);
  return true;
}

function describe({ branch, kader, families, payments }: DemoProgramme, report: (line: string) => void): void {
  report(`  ${branch.name}: ${kader.length} kader, ${families.length} families, ${payments.length} payments`);
}
