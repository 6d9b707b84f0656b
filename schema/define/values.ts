import type { Label } from '../types.ts';
import { type Choice, type FieldNode, type FieldOptions, node } from './node.ts';

interface TextOptions extends FieldOptions {
  /** characters */
  length?: number;
  /** for the form and, as a check, for the column */
  pattern?: string;
  /** said where the pattern does not fit */
  message?: Label;
  font?: 'monospace';
}

/** Inclusive bounds of a figure. */
interface NumberOptions extends FieldOptions {
  min?: number;
  max?: number;
}

interface BigOptions extends NumberOptions {
  /** beyond two thousand million; Directus returns those as strings */
  big?: boolean;
}

/** A line of text: a name, a number that is not counted with, a reference. */
export function text(field: string, label: Label, options: TextOptions = {}): FieldNode {
  const { pattern, message, font, length } = options;
  const made = node(field, label, options, {
    type: 'string',
    interface: 'input',
    display: 'raw',
    options: { trim: true, ...(font && { font }) },
    column: { max_length: length ?? 255 },
  });
  if (pattern === undefined || !message) return made;
  return { ...made, rule: { filter: { _regex: pattern }, sql: `${field} ~ ${quoted(pattern)}`, message } };
}

/** Text of several lines. */
export function longText(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  return node(
    field,
    label,
    { width: 'full', ...options },
    { type: 'text', interface: 'input-multiline', display: 'raw', options: { trim: true } },
  );
}

/** The free remark at the end of a form. */
export function remark(label: Label = ['Catatan', 'Note'], note?: Label): FieldNode {
  return longText('note', label, note ? { note } : {});
}

/** A whole number. */
export function number(field: string, label: Label, options: BigOptions = {}): FieldNode {
  const { min, max } = options;
  const made = node(field, label, options, {
    type: options.big ? 'bigInteger' : 'integer',
    interface: 'input',
    display: 'raw',
    options: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
  });
  return bounded(made, options, (bound) => String(bound));
}

/** Whole rupiah. */
export function rupiah(field: string, label: Label, options: BigOptions = {}): FieldNode {
  const made = node(field, label, options, {
    type: options.big ? 'bigInteger' : 'integer',
    interface: 'kader-rupiah',
    display: 'kader-rupiah',
  });
  return bounded(made, options, (bound) => `Rp ${bound}`);
}

/** A share, kept in basis points (2500) and typed as the percentage it is (25%). */
export function percent(field: string, label: Label, options: NumberOptions = {}): FieldNode {
  const made = node(field, label, options, { type: 'integer', interface: 'kader-percent', display: 'kader-percent' });
  return bounded(made, options, (bound) => `${bound / 100}%`);
}

/** The value of a target: rupiah, basis points or a count, as its measure says. */
export function targetValue(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  const made = node(field, label, options, { type: 'bigInteger', interface: 'kader-target-value', display: 'raw' });
  return bounded(made, { min: 0 }, (bound) => String(bound));
}

/** Months owed, shown as a badge. */
export function monthsOwed(field: string, label: Label, options: NumberOptions = {}): FieldNode {
  const made = number(field, label, options);
  return { ...made, meta: { ...made.meta, display: 'kader-months-owed' } };
}

function bounded(made: FieldNode, { min, max }: NumberOptions, say: (bound: number) => string): FieldNode {
  const { field } = made;
  if (min === undefined) return made;
  if (max === undefined) {
    const message: Label = [`Isi paling sedikit ${say(min)}.`, `Give at least ${say(min)}.`];
    return { ...made, rule: { filter: { _gte: min }, sql: `${field} >= ${min}`, message } };
  }
  const message: Label = [`Isi dari ${say(min)} sampai ${say(max)}.`, `Give from ${say(min)} to ${say(max)}.`];
  return { ...made, rule: { filter: { _between: [min, max] }, sql: `${field} between ${min} and ${max}`, message } };
}

const monthPattern = '^\\d{4}-(0[1-9]|1[0-2])$';

/** A calendar month, `YYYY-MM`. */
export function month(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  return {
    ...node(field, label, options, {
      type: 'string',
      interface: 'kader-month',
      display: 'kader-month',
      column: { max_length: 7 },
    }),
    rule: {
      filter: { _regex: monthPattern },
      sql: `${field} ~ ${quoted(monthPattern)}`,
      message: [
        'Isi bulan sebagai TAHUN-BULAN, misalnya 2022-01.',
        'Give the month as YEAR-MONTH, for example 2022-01.',
      ],
    },
  };
}

/** One of a few values; text unless the values are numbers. */
export function choice(field: string, label: Label, list: readonly Choice[], options: FieldOptions = {}): FieldNode {
  const numeric = list.every(({ value }) => typeof value === 'number');
  return {
    ...node(field, label, options, {
      type: numeric ? 'integer' : 'string',
      interface: 'select-dropdown',
      display: 'kader-choice',
      options: { allowNone: !options.required },
      column: numeric ? {} : { max_length: 32 },
    }),
    choices: list,
    rule: {
      filter: { _in: list.map(({ value }) => value) },
      sql: `${field} in (${list.map(({ value }) => quoted(value)).join(', ')})`,
      message: ['Pilih salah satu dari daftar.', 'Choose one of the list.'],
    },
  };
}

/** Several of a few values, kept as a JSON list. */
export function choices(field: string, label: Label, list: readonly Choice[], options: FieldOptions = {}): FieldNode {
  return {
    ...node(
      field,
      label,
      { width: 'full', ...options },
      {
        type: 'json',
        interface: 'select-multiple-checkbox',
        display: 'labels',
        special: ['cast-json'],
        options: { itemsShown: list.length },
      },
    ),
    choices: list,
  };
}

/** Codes of training topics, kept as a JSON list and ticked in a list of the topics there are. */
export function topicCodes(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  return node(
    field,
    label,
    { width: 'full', ...options },
    { type: 'json', interface: 'kader-topics', display: 'labels', special: ['cast-json'] },
  );
}

/** Yes or no; `says` is the sentence beside the box. */
export function boolean(field: string, label: Label, options: FieldOptions & { says?: Label } = {}): FieldNode {
  const made = node(
    field,
    label,
    { default: false, required: true, ...options },
    { type: 'boolean', interface: 'boolean', display: 'boolean', special: ['cast-boolean'] },
  );
  return { ...made, meta: { ...made.meta, required: false }, ...(options.says && { placeholder: options.says }) };
}

/** A calendar day in the branch's own zone. */
export function date(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  return node(field, label, options, {
    type: 'date',
    interface: 'datetime',
    display: 'datetime',
    displayOptions: { format: 'd MMM yyyy' },
  });
}

/** A moment with its zone. */
export function moment(field: string, label: Label, options: FieldOptions & { special?: string[] } = {}): FieldNode {
  return node(field, label, options, {
    type: 'timestamp',
    interface: 'datetime',
    display: 'datetime',
    displayOptions: { format: 'd MMM yyyy HH:mm' },
    options: { use24: true },
    ...(options.special && { special: options.special }),
  });
}

/** The lines of a statement, kept inside the record as JSON and drawn as a table. */
export function statementLines(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  return node(
    field,
    label,
    { width: 'full', required: true, default: '[]', ...options },
    { type: 'json', interface: 'kader-statement-lines', special: ['cast-json'] },
  );
}

/** What our own interfaces read, kept inside the record as JSON and never drawn by itself. */
export function kept(field: string, label: Label, options: FieldOptions = {}): FieldNode {
  return node(
    field,
    label,
    { ...options, hidden: true },
    { type: 'json', interface: 'input-code', special: ['cast-json'] },
  );
}

function quoted(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
