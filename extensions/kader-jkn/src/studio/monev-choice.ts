import { reactive } from 'vue';
import { type MonevChoice, noChoice } from './monev-request.ts';

const choices = new Map<string, MonevChoice>();

/** What the viewer chose on a dashboard, shared by its monev panels and forgotten with the page. */
export function monevChoice(dashboard: string): MonevChoice {
  const known = choices.get(dashboard);
  if (known) return known;
  const choice = reactive({ ...noChoice });
  choices.set(dashboard, choice);
  return choice;
}
