import type { EventContext, RegisterFunctions } from '@directus/types';
import { englishWords } from '../../../../../seeds/reference/dashboards/english.ts';
import { languageOf } from '../../server/caller-language.ts';

type Rows = Record<string, unknown>[];

/** Dashboards, panels and buttons as seeded are read in English by whoever works in English; only in the Data Studio. */
export function registerDashboardWords({ filter }: Pick<RegisterFunctions, 'filter'>): void {
  for (const event of ['dashboards.read', 'panels.read', 'flows.read']) {
    filter<Rows>(event, async (rows, _meta, context) => ((await readsEnglish(context)) ? rows.map(inEnglish) : rows));
  }
}

async function readsEnglish({ accountability, database }: EventContext): Promise<boolean> {
  return Boolean(accountability?.session) && (await languageOf(accountability, database)) === 'en';
}

function inEnglish(row: Record<string, unknown>): Record<string, unknown> {
  const words = ['name', 'note'].flatMap((field) => {
    const english = englishWords[String(row[field])];
    return english === undefined ? [] : [[field, english]];
  });
  return { ...row, ...Object.fromEntries(words) };
}
