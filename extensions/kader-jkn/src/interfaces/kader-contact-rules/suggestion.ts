import type { MuteReason } from '../../contract/contact-records.ts';
import type { Outcome } from '../../contract/records.ts';
import type { texts } from './texts.ts';

/** What the outcome of a contact leads to; a reason where a mute is offered. */
export interface Suggestion {
  text: keyof typeof texts;
  reason: MuteReason | null;
}

const suggestions: Partial<Record<Outcome, Suggestion>> = {
  deceased: { text: 'suggestDeceased', reason: 'deceased' },
  moved: { text: 'suggestMoved', reason: 'moved' },
  cannot_afford: { text: 'suggestHardship', reason: 'hardship' },
  threatened: { text: 'threatened', reason: null },
};

/** The next step after an outcome; null: none but to save. */
export function suggestionOf(outcome: Outcome | null): Suggestion | null {
  return outcome === null ? null : (suggestions[outcome] ?? null);
}
