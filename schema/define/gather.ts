import type { ConstraintDefinition, FieldDefinition, Label, RelationDefinition, TextDefinition } from '../types.ts';
import type { FieldNode, Link } from './node.ts';

/** What the database refuses, and the field it blames. */
export interface Check {
  on: string;
  sql: string;
}

/** What a list of builders comes to. */
export interface Gathered {
  fields: FieldDefinition[];
  relations: RelationDefinition[];
  checks: Check[];
  texts: TextDefinition[];
}

/** Groups become `group`, order becomes `sort`, links become relations, rules become validations and checks, texts become `$t:` keys. */
export function gather(collectionName: string, nodes: FieldNode[]): Gathered {
  const all: Gathered = { fields: [], relations: [], checks: [], texts: [] };
  place(collectionName, nodes, null, all);
  return all;
}

function place(collectionName: string, nodes: FieldNode[], groupField: string | null, all: Gathered): void {
  for (const [index, one] of nodes.entries()) {
    const say = (part: string, label: Label): string => {
      const text = { key: textKey(collectionName, one.field, part), label };
      all.texts.push(text);
      return `$t:${text.key}`;
    };
    all.fields.push(fieldDefinition(one, groupField, index + 1, say));
    if (one.link) all.relations.push(relationDefinition(collectionName, one, one.link));
    if (one.rule) all.checks.push({ on: one.field, sql: one.rule.sql });
    if (one.neverEmpty) all.checks.push({ on: one.field, sql: `${one.field} is not null` });
    place(collectionName, one.children, one.field, all);
  }
}

function fieldDefinition(
  one: FieldNode,
  groupField: string | null,
  sort: number,
  say: (part: string, label: Label) => string,
): FieldDefinition {
  const listed = one.choices?.map(({ label, ...rest }) => ({ ...rest, text: say(`choice_${rest.value}`, label) }));
  const options = {
    ...one.options,
    ...(listed && { choices: listed }),
    ...(one.placeholder && { [placeholderOption(one)]: say('placeholder', one.placeholder) }),
  };
  const validated = one.rule && !one.ruleInDatabaseOnly ? one.rule : null;

  return {
    field: one.field,
    type: one.type,
    meta: {
      ...one.meta,
      label: one.label,
      ...(one.note && { noteLabel: one.note, note: say('note', one.note) }),
      options: Object.keys(options).length > 0 ? options : null,
      ...(listed && { display_options: { choices: listed } }),
      ...(validated && {
        validation: optional({ [one.field]: validated.filter }, one),
        validation_message: say('validation', validated.message),
      }),
      group: groupField,
      sort,
    },
    schema: one.schema,
  };
}

/** Where an interface keeps the words that stand in or beside its field. */
function placeholderOption(one: FieldNode): string {
  if (one.type === 'boolean') return 'label';
  return one.meta['interface'] === 'presentation-notice' ? 'text' : 'placeholder';
}

/** A column that may be empty accepts empty besides what its rule accepts. */
function optional(filter: Record<string, unknown>, one: FieldNode): Record<string, unknown> {
  return one.schema?.['is_nullable'] ? { _or: [{ [one.field]: { _null: true } }, filter] } : { _and: [filter] };
}

/** A record that needs its link is deleted when it is taken off the list on the other side; any other is let go. */
function relationDefinition(collectionName: string, one: FieldNode, link: Link): RelationDefinition {
  return {
    collection: collectionName,
    field: one.field,
    related_collection: link.target,
    meta: {
      one_field: link.listedAs ?? null,
      sort_field: link.sortField ?? null,
      one_deselect_action: one.schema?.['is_nullable'] ? 'nullify' : 'delete',
    },
    schema: { on_delete: link.onDelete },
  };
}

/** One constraint a field, named `kader_TABLE__FIELD__check`: whoever sees the violation reads the field from the name. */
export function constraintsOf(collectionName: string, checks: readonly Check[]): ConstraintDefinition[] {
  return [...Map.groupBy(checks, ({ on }) => on)].map(([field, together]) => ({
    name: `kader_${collectionName}__${field}__check`,
    definition: `check (${together.map(({ sql }) => (together.length > 1 ? `(${sql})` : sql)).join(' and ')})`,
  }));
}

/** The `$t:` key of a text of the data model. */
export function textKey(...parts: string[]): string {
  return ['kader', ...parts].join('_');
}
