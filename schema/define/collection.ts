import type { CollectionDefinition, IndexDefinition, Label, TextDefinition } from '../types.ts';
import { section } from './forms.ts';
import { constraintsOf, type Gathered, gather, textKey } from './gather.ts';
import { user } from './links.ts';
import { type FieldNode, type FieldOptions, node, saved } from './node.ts';
import { moment } from './values.ts';

/** The key of every collection, first in its table. */
function key(): FieldNode {
  return node(
    'id',
    ['Nomor', 'Number'],
    { hidden: true, readonly: true },
    {
      type: 'integer',
      interface: 'input',
      display: 'raw',
      column: { is_nullable: false, is_primary_key: true, has_auto_increment: true },
    },
  );
}

/** Who made and last changed a record, and when: folded away at the end of every form. */
function tracked(): FieldNode {
  const kept: FieldOptions = { readonly: true };
  return section('record', ['Jejak catatan', 'Record trail'], { icon: 'history', closed: true, shownWhen: saved }, [
    user('user_created', ['Dicatat oleh', 'Created by'], { ...kept, special: 'user-created' }),
    moment('date_created', ['Dicatat pada', 'Created on'], { ...kept, special: ['date-created', 'cast-timestamp'] }),
    user('user_updated', ['Diubah oleh', 'Updated by'], { ...kept, special: 'user-updated' }),
    moment('date_updated', ['Diubah pada', 'Updated on'], { ...kept, special: ['date-updated', 'cast-timestamp'] }),
  ]);
}

export interface CollectionOptions {
  label: Label;
  note: Label;
  icon: string;
  color?: string;
  folder: string;
  sort: number;
  template: string;
  fields: FieldNode[];
  /** all: who changed what; activity: for append-only records whose revisions would say nothing more */
  accountability?: 'all' | 'activity';
  archive?: { field: string; archived: string; active: string };
  /** what "Save as copy" takes over; none: every field of its own */
  copied?: readonly string[];
  sortField?: string;
  /** created and edited inside another form: not in the menu */
  hidden?: boolean;
  /** closed: its bookmarks are folded in the menu */
  collapse?: 'open' | 'closed';
  indexes?: Record<string, string>;
  uniques?: Record<string, string>;
  /** by the field that a refusal names */
  checks?: Record<string, string>;
}

/** A collection together with the texts its forms refer to. */
export interface DefinedCollection {
  definition: CollectionDefinition;
  texts: TextDefinition[];
}

/**
 * Turns builders into the installer's data: groups become `group`, order becomes `sort`, links become relations,
 * rules become form validations and checks (named `kader_TABLE__FIELD__check`), texts become `$t:` keys in two languages.
 */
export function defineCollection(name: string, options: CollectionOptions): DefinedCollection {
  const gathered = gather(name, [key(), ...options.fields, tracked()]);
  const note = textKey(name, 'note');
  const checks = Object.entries(options.checks ?? {}).map(([on, sql]) => ({ on, sql }));

  return {
    definition: {
      collection: name,
      meta: {
        label: options.label,
        noteLabel: options.note,
        note: `$t:${note}`,
        icon: options.icon,
        color: options.color ?? null,
        group: options.folder,
        sort: options.sort,
        display_template: options.template,
        hidden: options.hidden ?? false,
        singleton: false,
        accountability: options.accountability ?? 'all',
        archive_app_filter: options.archive !== undefined,
        archive_field: options.archive?.field ?? null,
        archive_value: options.archive?.archived ?? null,
        unarchive_value: options.archive?.active ?? null,
        sort_field: options.sortField ?? null,
        ...(options.copied && { item_duplication_fields: options.copied }),
        collapse: options.collapse ?? 'open',
      },
      schema: {},
      fields: gathered.fields,
      relations: gathered.relations,
      indexes: [...indexes(name, options.uniques, true), ...indexes(name, options.indexes, false)],
      constraints: constraintsOf(name, [...gathered.checks, ...checks]),
    },
    texts: [{ key: note, label: options.note }, ...gathered.texts],
  };
}

export interface FolderOptions {
  label: Label;
  note: Label;
  icon: string;
  sort: number;
  collapse?: 'open' | 'closed';
}

export type DefinedFolder = DefinedCollection;

/** A folder of the menu: a collection of Directus without a table. */
export function folder(name: string, options: FolderOptions): DefinedFolder {
  const note = textKey(name, 'note');
  return {
    definition: {
      collection: name,
      meta: {
        label: options.label,
        noteLabel: options.note,
        note: `$t:${note}`,
        icon: options.icon,
        color: null,
        group: null,
        sort: options.sort,
        hidden: false,
        singleton: false,
        accountability: 'all',
        collapse: options.collapse ?? 'open',
      },
      schema: null,
      fields: [],
      relations: [],
      indexes: [],
      constraints: [],
    },
    texts: [{ key: note, label: options.note }],
  };
}

/** Fields added to a collection of Directus itself, after its own. */
export function systemFields(name: string, nodes: FieldNode[]): Gathered {
  const gathered = gather(name, nodes);
  const fields = gathered.fields.map((one) => ({
    ...one,
    meta: { ...one.meta, sort: 100 + Number(one.meta['sort']) },
  }));
  return { ...gathered, fields };
}

function indexes(name: string, list: Record<string, string> = {}, unique: boolean): IndexDefinition[] {
  return Object.entries(list).map(([what, on]) => ({
    name: `kader_${name}__${what}__${unique ? 'key' : 'idx'}`,
    on: on.startsWith('(') ? on : `(${on})`,
    ...(unique && { unique }),
  }));
}
