import type { Label, RelationDefinition } from '../types.ts';

export interface Choice {
  value: string | number;
  label: Label;
  color?: string;
  icon?: string;
}

/** A rule of Directus's filter language over the other values of the form. */
export type FormRule = Record<string, unknown>;

/** The record exists: it is not being made in this form. */
export const saved: FormRule = { id: { _nnull: true } };

export interface FieldOptions {
  /** not null, and starred in the form */
  required?: boolean;
  /** never empty in the database, but not asked of whoever creates the record: a trigger fills it in */
  filledByTrigger?: boolean;
  /** starred in the form although the column may be empty */
  starred?: boolean;
  default?: unknown;
  unique?: boolean;
  width?: 'half' | 'full' | 'fill';
  note?: Label;
  placeholder?: Label;
  icon?: string;
  /** computed or fixed: shown, never typed */
  readonly?: boolean;
  hidden?: boolean;
  /** hidden until the rule holds */
  shownWhen?: FormRule;
  /** hidden while the rule holds: what only matters on a new record */
  hiddenWhen?: FormRule;
  /** starred while the rule holds; a field that is also hidden until then takes the rule of `shownWhen` */
  requiredWhen?: FormRule;
  /** not to be typed while the rule holds */
  readonlyWhen?: FormRule;
  /** further display or interface options */
  options?: Record<string, unknown>;
}

/** What a check refuses, in the form (filter) and in the database (SQL). */
export interface Rule {
  filter: Record<string, unknown>;
  sql: string;
  message: Label;
}

/** A link to one record of another collection. */
export interface Link {
  target: string;
  onDelete: RelationDefinition['schema']['on_delete'];
  /** alias field of the target that lists the records of this side */
  listedAs?: string;
  sortField?: string;
}

/** A field on its way into a collection, with everything that hangs on it. */
export interface FieldNode {
  field: string;
  type: string;
  label: Label;
  meta: Record<string, unknown>;
  options: Record<string, unknown>;
  /** null: an alias */
  schema: Record<string, unknown> | null;
  note?: Label;
  placeholder?: Label;
  choices?: readonly Choice[];
  rule?: Rule;
  /** the form leaves the check to the database: the server writes the column */
  ruleInDatabaseOnly?: boolean;
  /** a check stands in for NOT NULL, which Directus would demand of the client */
  neverEmpty?: boolean;
  link?: Link;
  children: FieldNode[];
}

/** How Directus keeps and draws a field. */
interface Kind {
  type: string;
  interface: string;
  display?: string;
  special?: string[];
  options?: Record<string, unknown>;
  displayOptions?: Record<string, unknown>;
  /** further properties of the column; null: an alias without one */
  column?: Record<string, unknown> | null;
}

/** The one place where options become what Directus stores of a field. */
export function node(field: string, label: Label, options: FieldOptions, kind: Kind): FieldNode {
  const conditions = formConditions(options);

  return {
    field,
    type: kind.type,
    label,
    meta: {
      interface: kind.interface,
      display: kind.display ?? null,
      display_options: kind.displayOptions ?? null,
      special: kind.special ?? null,
      width: options.width ?? 'half',
      required: (options.required ?? options.starred ?? false) && !options.readonly,
      readonly: options.readonly ?? false,
      hidden: options.hidden ?? options.shownWhen !== undefined,
      ...(conditions.length > 0 && { conditions }),
    },
    options: {
      ...(options.icon !== undefined && { iconLeft: options.icon }),
      ...kind.options,
      ...options.options,
    },
    schema: kind.column === null ? null : column(options, kind.column),
    ...(options.note && { note: options.note }),
    ...(options.placeholder && { placeholder: options.placeholder }),
    ...(options.filledByTrigger && { neverEmpty: true }),
    children: [],
  };
}

function column(options: FieldOptions, further: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    is_nullable: !options.required,
    ...(options.default !== undefined && { default_value: options.default }),
    ...(options.unique && { is_unique: true }),
    ...further,
  };
}

/** Directus applies the last condition that holds, so what shows a field also says whether it is then required. */
function formConditions({
  shownWhen,
  hiddenWhen,
  requiredWhen,
  readonlyWhen,
}: FieldOptions): Record<string, unknown>[] {
  return [
    ...(shownWhen ? [{ name: 'shown', rule: shownWhen, hidden: false, ...(requiredWhen && { required: true }) }] : []),
    ...(hiddenWhen ? [{ name: 'hidden', rule: hiddenWhen, hidden: true }] : []),
    ...(requiredWhen && !shownWhen ? [{ name: 'required', rule: requiredWhen, required: true }] : []),
    ...(readonlyWhen ? [{ name: 'fixed', rule: readonlyWhen, readonly: true }] : []),
  ];
}
