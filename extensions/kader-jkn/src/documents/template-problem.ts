/** The same sentence in both languages. */
export interface Sentence {
  id: string;
  en: string;
}

/** Where in a template, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/**
 * What is wrong in a template, and where; both null where the data are at fault, not the template. The message is the
 * English sentence; whoever shows it to a person takes `sentence`.
 */
export class TemplateProblem extends Error {
  readonly sentence: Sentence;
  readonly line: number | null;
  readonly column: number | null;
  /** which text of a message's template; of letters null */
  field: 'subject' | 'html' | 'text' | null = null;

  constructor({ id, en }: Sentence, place: Place | null) {
    super(place ? `${en} (line ${place.line}, column ${place.column})` : en);
    this.name = 'TemplateProblem';
    this.sentence = {
      id: place ? `${id} (baris ${place.line}, kolom ${place.column})` : id,
      en: this.message,
    };
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
  }
}

/** The place of a character in a text. */
export function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
