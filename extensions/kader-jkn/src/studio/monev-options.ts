import type { AppField, DeepPartial } from '@directus/types';
import type { Text } from './text.ts';

type Field = DeepPartial<AppField>;

/** A name in both languages, as a panel's form shows it: Directus translates no names of panel options. */
export function bothLanguages([id, en]: Text): string {
  return id === en ? id : `${id} · ${en}`;
}

/** The options of every monev panel: branch, area, newest month and how many months up to it. */
export function commonOptions({ span }: { span: boolean }): Field[] {
  const fields: Field[] = [
    {
      field: 'branch',
      name: bothLanguages(['Kantor cabang', 'Branch']),
      type: 'json',
      meta: {
        interface: 'collection-item-dropdown',
        width: 'half',
        note: bothLanguages(['Kosong: yang boleh dilihat pembaca', 'Empty: what the viewer may see']),
        options: { selectedCollection: 'branch', template: '{{name}}' },
      },
    },
    {
      field: 'area',
      name: bothLanguages(['Wilayah', 'Area']),
      type: 'json',
      meta: {
        interface: 'collection-item-dropdown',
        width: 'half',
        options: {
          selectedCollection: 'area',
          template: '{{name}}',
          filter: { level: { _in: ['regency', 'district'] } },
        },
      },
    },
    {
      field: 'month',
      name: bothLanguages(['Bulan terakhir', 'Newest month']),
      type: 'string',
      meta: {
        interface: 'kader-month',
        width: 'half',
        note: bothLanguages(['Kosong: bulan terbaru yang ada datanya', 'Empty: the newest month with data']),
      },
    },
  ];
  if (!span) return fields;
  return [
    ...fields,
    {
      field: 'span',
      name: bothLanguages(['Rentang', 'Span']),
      type: 'string',
      meta: {
        interface: 'select-dropdown',
        width: 'half',
        options: {
          allowOther: true,
          choices: [
            { text: bothLanguages(['Satu bulan', 'One month']), value: '1' },
            { text: bothLanguages(['3 bulan', '3 months']), value: '3' },
            { text: bothLanguages(['6 bulan', '6 months']), value: '6' },
            { text: bothLanguages(['12 bulan', '12 months']), value: '12' },
            { text: bothLanguages(['Sejak Januari', 'Since January']), value: 'year' },
          ],
          placeholder: bothLanguages(['Pembaca memilih', 'The viewer chooses']),
        },
      },
    },
  ];
}

/** The options of a panel that tells how things stand today: branch and area. */
export function placeOptions(): Field[] {
  return commonOptions({ span: false }).filter(({ field }) => field !== 'month');
}

/** The choice of what is measured. */
export function measureOption(choices: readonly { text: Text; value: string }[]): Field {
  return {
    field: 'measure',
    name: bothLanguages(['Ukuran', 'Measure']),
    type: 'string',
    schema: { default_value: 'collection' },
    meta: {
      interface: 'select-dropdown',
      width: 'half',
      options: { choices: choices.map(({ text, value }) => ({ text: bothLanguages(text), value })) },
    },
  } as Field;
}

/** How many rows are drawn at most. */
export function countOption(usual: number): Field {
  return {
    field: 'count',
    name: bothLanguages(['Baris paling banyak', 'Rows at most']),
    type: 'integer',
    schema: { default_value: usual },
    meta: { interface: 'input', width: 'half', options: { min: 1, max: 500 } },
  } as Field;
}

/** Whose figures: of one kader alone. */
export function kaderOption(): Field {
  return {
    field: 'kader',
    name: 'Kader',
    type: 'json',
    meta: {
      interface: 'collection-item-dropdown',
      width: 'half',
      options: { selectedCollection: 'kader', template: '{{name}}' },
    },
  };
}

/** Something that is done or left. */
export function yesOption(field: string, name: Text, says: Text): Field {
  return {
    field,
    name: bothLanguages(name),
    type: 'boolean',
    schema: { default_value: false },
    meta: { interface: 'boolean', width: 'half', options: { label: bothLanguages(says) } },
  } as Field;
}

/** One of a few ways to draw the same figures. */
export function choiceOption(
  field: string,
  name: Text,
  choices: readonly { text: Text; value: string }[],
  usual: Text,
): Field {
  return {
    field,
    name: bothLanguages(name),
    type: 'string',
    meta: {
      interface: 'select-dropdown',
      width: 'half',
      options: {
        allowNone: true,
        placeholder: bothLanguages(usual),
        choices: choices.map(({ text, value }) => ({ text: bothLanguages(text), value })),
      },
    },
  };
}
