import type { Label, RelationDefinition } from '../types.ts';
import { type FieldNode, type FieldOptions, node } from './node.ts';

interface LinkOptions extends FieldOptions {
  /** how the linked record is written in the form and in lists */
  template: string;
  onDelete?: RelationDefinition['schema']['on_delete'];
  /** which records may be chosen */
  filter?: Record<string, unknown>;
  /** alias field of the target that lists the records of this side */
  listedAs?: string;
  sortField?: string;
}

/** A link to one record of another collection. The books keep what they point at: RESTRICT unless said otherwise. */
export function m2o(field: string, label: Label, target: string, options: LinkOptions): FieldNode {
  const { template, filter, onDelete = 'RESTRICT', listedAs, sortField } = options;
  return {
    ...node(field, label, options, {
      type: 'integer',
      interface: 'select-dropdown-m2o',
      display: 'related-values',
      special: ['m2o'],
      displayOptions: { template },
      options: { template, enableCreate: false, enableLink: true, ...(filter && { filter }) },
    }),
    link: {
      target,
      onDelete,
      ...(listedAs !== undefined && { listedAs }),
      ...(sortField !== undefined && { sortField }),
    },
  };
}

/** A link to a user of Directus: emptied when the user is deleted, so that deleting a user always works. */
export function user(field: string, label: Label, options: FieldOptions & { special?: string } = {}): FieldNode {
  return {
    ...node(field, label, options, {
      type: 'uuid',
      interface: 'select-dropdown-m2o',
      display: 'user',
      special: [...(options.special === undefined ? [] : [options.special]), 'm2o'],
      displayOptions: { display: 'name' },
      options: { template: '{{first_name}} {{last_name}}', enableCreate: false },
    }),
    link: { target: 'directus_users', onDelete: 'SET NULL' },
  };
}

/** A link to an uploaded file; `image` shows it. */
export function file(field: string, label: Label, options: FieldOptions & { image?: boolean } = {}): FieldNode {
  return {
    ...node(field, label, options, {
      type: 'uuid',
      interface: options.image ? 'file-image' : 'file',
      display: options.image ? 'image' : 'file',
      special: ['file'],
      ...(options.image && { options: { crop: false } }),
    }),
    link: { target: 'directus_files', onDelete: 'SET NULL' },
  };
}

interface ListOptions extends FieldOptions {
  /** columns of a table, each as wide as its values: the label of a short figure must be short */
  columns: readonly string[];
  sort?: string;
  descending?: boolean;
  /** records may be made here; otherwise they are made in their own form or by the server */
  create?: boolean;
  search?: boolean;
  limit?: number;
}

/** The records that point here, as a table; each opens in a drawer. */
export function o2m(field: string, label: Label, options: ListOptions): FieldNode {
  const { columns, sort, descending = false, create = false, search = false, limit = 10 } = options;
  return node(
    field,
    label,
    { width: 'full', readonly: !create, ...options },
    {
      type: 'alias',
      interface: 'list-o2m',
      display: 'related-values',
      special: ['o2m'],
      options: {
        layout: 'table',
        tableSpacing: 'cozy',
        fields: columns,
        enableCreate: create,
        enableSelect: false,
        enableLink: true,
        enableSearchFilter: search,
        limit,
        ...(sort !== undefined && { sort, sortDirection: descending ? '-' : '+' }),
      },
      column: null,
    },
  );
}
