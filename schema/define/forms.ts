import type { Label } from '../types.ts';
import { type FieldNode, type FieldOptions, node } from './node.ts';

/** A part of a form that is drawn, not stored: an interface of ours or a notice. */
export function presentation(
  field: string,
  label: Label,
  interfaceId: string,
  options: FieldOptions & { says?: Label } = {},
): FieldNode {
  return {
    ...node(
      field,
      label,
      { width: 'full', ...options },
      { type: 'alias', interface: interfaceId, special: ['alias', 'no-data'], column: null },
    ),
    ...(options.says && { placeholder: options.says }),
  };
}

/** Tells whoever fills in the form what is special about it. */
export function notice(field: string, label: Label, says: Label, options: FieldOptions = {}): FieldNode {
  return presentation(field, label, 'presentation-notice', {
    ...options,
    says,
    options: { color: 'info', icon: 'info' },
  });
}

function group(
  field: string,
  label: Label,
  interfaceId: string,
  options: FieldOptions,
  children: FieldNode[],
): FieldNode {
  return {
    ...node(
      field,
      label,
      { width: 'full', ...options },
      { type: 'alias', interface: interfaceId, special: ['alias', 'no-data', 'group'], column: null },
    ),
    children,
  };
}

/** A heading that folds its fields. */
export function section(
  field: string,
  label: Label,
  options: FieldOptions & { icon: string; closed?: boolean },
  fields: FieldNode[],
): FieldNode {
  const { icon, closed, ...rest } = options;
  return group(
    field,
    label,
    'group-detail',
    { ...rest, options: { start: closed ? 'closed' : 'open', headerIcon: icon } },
    fields,
  );
}

/** Tabs over the sheets of one long form. */
export function tabs(field: string, label: Label, { sheets }: { sheets: FieldNode[] }): FieldNode {
  return group(field, label, 'group-tabs', { options: { fillWidth: false } }, sheets);
}

/** Headings of which one is open, for settings that are rarely all looked at. */
export function accordion(field: string, label: Label, { sheets }: { sheets: FieldNode[] }): FieldNode {
  return group(field, label, 'group-accordion', { options: { accordionMode: false, start: 'first' } }, sheets);
}

/** One sheet of tabs or of an accordion. */
export function sheet(field: string, label: Label, { fields }: { fields: FieldNode[] }): FieldNode {
  return group(field, label, 'group-raw', {}, fields);
}
