/** What the installer reads: the data model as data. Nothing in schema/ touches Directus or a database. */

/** [Indonesian, English] */
export type Label = readonly [id: string, en: string];

export interface FieldDefinition {
  field: string;
  /** Directus field type: string, text, integer, bigInteger, boolean, date, timestamp, json, csv, uuid, alias */
  type: string;
  /** goes to directus_fields; `translations` is made from `label` */
  meta: Record<string, unknown> & { label?: Label; noteLabel?: Label };
  /** column definition; null for alias fields */
  schema: Record<string, unknown> | null;
}

export interface RelationDefinition {
  /** many side */
  collection: string;
  field: string;
  /** one side: a collection of ours, directus_users or directus_files */
  related_collection: string;
  meta?: { one_field?: string | null; sort_field?: string | null; one_deselect_action?: 'nullify' | 'delete' };
  schema: { on_delete: 'RESTRICT' | 'SET NULL' | 'CASCADE' | 'NO ACTION' };
}

export interface IndexDefinition {
  name: string;
  /** the text after `create [unique] index NAME on TABLE ` */
  on: string;
  unique?: boolean;
}

export interface ConstraintDefinition {
  name: string;
  /** the text after `alter table TABLE add constraint NAME ` */
  definition: string;
}

export interface CollectionDefinition {
  collection: string;
  /** goes to directus_collections; `translations` is made from `label` (and plural) */
  meta: Record<string, unknown> & { label: Label; noteLabel?: Label };
  /** null: a folder */
  schema: Record<string, unknown> | null;
  fields: FieldDefinition[];
  relations: RelationDefinition[];
  indexes: IndexDefinition[];
  constraints: ConstraintDefinition[];
}

/** A text shown through `$t:key` (notes, choices, placeholders, validation messages). Goes to directus_translations, one row a language. */
export interface TextDefinition {
  key: string;
  label: Label;
}

/** A function or trigger of the database. Created with `create or replace`, in order; `name` is its ledger key. */
export interface SqlDefinition {
  name: string;
  kind: 'function' | 'trigger';
  /** complete, repeatable statements */
  sql: string;
}

export interface SchemaDefinition {
  folders: CollectionDefinition[];
  collections: CollectionDefinition[];
  /** fields added to directus_users */
  userFields: FieldDefinition[];
  userRelations: RelationDefinition[];
  userConstraints: ConstraintDefinition[];
  /** every text that `meta` refers to as `$t:key`: without these rows the app shows the bare key */
  texts: TextDefinition[];
  sql: SqlDefinition[];
}
