import type {
  CollectionDefinition,
  FieldDefinition,
  Label,
  RelationDefinition,
  SchemaDefinition,
} from '../../../../../schema/types.ts';
import type { Wanted } from './plan.ts';

/** Everything of the data model that Directus knows by itself: collections, columns, fields and relations. */
export function wantSchema(schema: SchemaDefinition): Wanted[] {
  const all = [...schema.folders, ...schema.collections];
  return [
    ...all.map(wantCollection),
    ...all.flatMap(({ collection, fields }) => fields.flatMap((field) => wantField(collection, field))),
    ...schema.userFields.flatMap((field) => wantField('directus_users', field)),
    ...[...all.flatMap(({ relations }) => relations), ...schema.userRelations].map(wantRelation),
  ];
}

export interface CollectionToWrite {
  collection: string;
  meta: Record<string, unknown>;
  /** null: a folder */
  schema: Record<string, unknown> | null;
}

export interface ColumnToWrite {
  collection: string;
  field: string;
  type: string;
  schema: Record<string, unknown>;
}

export interface FieldToWrite {
  collection: string;
  field: string;
  type: string;
  meta: Record<string, unknown>;
}

function wantCollection({ collection, meta, schema }: CollectionDefinition): Wanted {
  const { label, noteLabel, ...rest } = meta;
  const translations = named(label).map((one) => ({ ...one, singular: one.translation, plural: one.translation }));
  const definition: CollectionToWrite = {
    collection,
    meta: { note: noteLabel?.[0] ?? null, ...rest, translations },
    schema,
  };
  return { key: `collection:${collection}`, kind: 'collection', id: collection, definition: { ...definition } };
}

function wantField(collection: string, { field, type, meta, schema }: FieldDefinition): Wanted[] {
  const { label, noteLabel, ...rest } = meta;
  const id = `${collection}.${field}`;
  const shown: FieldToWrite = {
    collection,
    field,
    type,
    meta: {
      ...(noteLabel && { note: noteLabel[0] }),
      ...rest,
      ...(label && { translations: named(label) }),
    },
  };
  const kept: ColumnToWrite | null = schema && { collection, field, type, schema };
  return [
    ...(kept ? [{ key: `column:${id}`, kind: 'column', id, definition: { ...kept } } satisfies Wanted] : []),
    { key: `field:${id}`, kind: 'field', id, definition: { ...shown } },
  ];
}

function wantRelation(relation: RelationDefinition): Wanted {
  const id = `${relation.collection}.${relation.field}`;
  return { key: `relation:${id}`, kind: 'relation', id, definition: { ...relation } };
}

function named([id, en]: Label): { language: string; translation: string }[] {
  return [
    { language: 'id-ID', translation: id },
    { language: 'en-US', translation: en },
  ];
}
