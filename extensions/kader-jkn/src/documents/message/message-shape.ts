import { type MessageAbout, type MessageField, messageFields } from '../../contract/message-contexts.ts';

/** What a template can name from where it stands: groups of fields, lists of rows, values. */
export type Shape = GroupShape | ListShape | ValueShape;

export interface GroupShape {
  is: 'group';
  members: ReadonlyMap<string, Shape>;
}

export interface ListShape {
  is: 'list';
  name: string;
  row: GroupShape;
}

export interface ValueShape {
  is: 'value';
  field: MessageField;
}

function shapeOfField(field: MessageField): Shape {
  return field.fields === undefined
    ? { is: 'value', field }
    : { is: 'list', name: field.name, row: groupOf(field.fields) };
}

function groupOf(fields: readonly MessageField[]): GroupShape {
  const members = new Map<string, Shape>();
  const groups = new Map<string, Map<string, Shape>>();
  for (const field of fields) {
    const [group = '', key] = field.name.split('.');
    if (key === undefined) {
      members.set(group, shapeOfField(field));
      continue;
    }
    const inner = groups.get(group) ?? new Map<string, Shape>();
    groups.set(group, inner.set(key, shapeOfField(field)));
    members.set(group, { is: 'group', members: inner });
  }
  return { is: 'group', members };
}

const shapes = new Map<MessageAbout, GroupShape>();

/** The documented context of what a message is about (contract/message-contexts.ts). */
export function shapeOf(about: MessageAbout): GroupShape {
  const known = shapes.get(about);
  if (known) return known;
  const made = groupOf(messageFields(about));
  shapes.set(about, made);
  return made;
}
