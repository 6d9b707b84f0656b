import type { AppField, DeepPartial } from '@directus/types';
import { studioLocale } from './format.ts';
import type { Text } from './text.ts';

type Field = DeepPartial<AppField>;

/**
 * A text in the language of the page. Directus translates no options of operations; those are made anew whenever the form is
 * drawn (`options` is a function), and by then the page says its language.
 */
export function onPage([id, en]: Text): string {
  return studioLocale(document.documentElement.lang) === 'id-ID' ? id : en;
}

/** The record whose button was pressed, and all that were selected. */
export const pressedRecord = '{{$trigger.body.keys[0]}}';
export const pressedRecords = '{{$trigger.body.keys}}';

interface RecordOption {
  collection: string;
  /** what the list shows of a record */
  template: string;
  note: Text;
  /** a value that the flow gives where nothing is chosen */
  usual?: string;
  required?: boolean;
  width?: 'half' | 'full';
  filter?: Readonly<Record<string, unknown>>;
}

/** Which record an operation is about: chosen from the list, or a value that the flow gives. */
export function recordOption(field: string, name: Text, asked: RecordOption): Field {
  const { collection, template, note, usual, required = false, width = 'full', filter } = asked;
  return {
    field,
    name: onPage(name),
    type: 'json',
    ...(usual !== undefined && { schema: { default_value: usual } }),
    meta: {
      interface: 'kader-flow-record',
      width,
      required,
      note: onPage(note),
      options: { recordsOf: collection, template, ...(filter && { filter }) },
    },
  } as Field;
}

/** One of a few ways, the first of them usual. */
export function wayOption(
  field: string,
  name: Text,
  choices: readonly [{ text: Text; value: string }, ...{ text: Text; value: string }[]],
  note?: Text,
): Field {
  return {
    field,
    name: onPage(name),
    type: 'string',
    schema: { default_value: choices[0].value },
    meta: {
      interface: 'select-dropdown',
      width: 'half',
      ...(note && { note: onPage(note) }),
      options: { choices: choices.map(({ text, value }) => ({ text: onPage(text), value })) },
    },
  } as Field;
}

/** Something that an operation does or leaves. */
export function doesOption(field: string, name: Text, says: Text, usual: boolean, note?: Text): Field {
  return {
    field,
    name: onPage(name),
    type: 'boolean',
    schema: { default_value: usual },
    meta: {
      interface: 'boolean',
      width: 'half',
      ...(note && { note: onPage(note) }),
      options: { label: onPage(says) },
    },
  } as Field;
}

/** A month; empty as the note says. */
export function monthOption(field: string, name: Text, note: Text): Field {
  return {
    field,
    name: onPage(name),
    type: 'string',
    meta: { interface: 'kader-month', width: 'half', note: onPage(note) },
  } as Field;
}

/** A line of text, which may be a value that the flow gives. */
export function textOption(
  field: string,
  name: Text,
  note: Text,
  placeholder = '',
  width: 'half' | 'full' = 'half',
): Field {
  return {
    field,
    name: onPage(name),
    type: 'string',
    meta: { interface: 'input', width, note: onPage(note), options: { placeholder } },
  } as Field;
}

/** At the foot of the form: what the next step is handed, as contract/operations.ts has it. */
export function outputNotice(fields: string, what: Text): Field {
  return {
    field: 'output',
    name: onPage(['Hasil', 'Result']),
    type: 'alias',
    meta: {
      interface: 'presentation-notice',
      special: ['alias', 'no-data'],
      width: 'full',
      options: { text: `${onPage(what)}: ${fields}` },
    },
  } as Field;
}

/** An option as the card of the operation says it: a chosen record by its number. */
export function toldShort(told: unknown, otherwise = '–'): string {
  if (told === null || told === undefined || told === '') return otherwise;
  if (typeof told !== 'object') return String(told);
  const { key } = told as { key?: unknown };
  return key === undefined || key === null ? otherwise : `#${key}`;
}
