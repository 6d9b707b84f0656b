import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { schemaDefinition } from './index.ts';
import type { CollectionDefinition, FieldDefinition, Label } from './types.ts';

interface ContractField {
  field: string;
  nullable: boolean;
}

const contractFolder = new URL('../extensions/kader-jkn/src/contract/', import.meta.url);
const contract = readContract();
const { collections, folders, userFields, userRelations, texts } = schemaDefinition;
const byName = new Map(collections.map((one) => [one.collection, one]));
const everyField = [
  ...collections.flatMap(({ collection, fields }) => fields.map((one) => ({ collection, ...one }))),
  ...userFields.map((one) => ({ collection: 'directus_users', ...one })),
];
const everyRelation = [...collections.flatMap(({ relations }) => relations), ...userRelations];

/** Fields of the books that the server prices: columns may be empty, a trigger demands them (design 6). */
const priced = new Set(
  [
    'branch',
    'month',
    'paid_month',
    'late',
    'months_covered',
    'base',
    'commission',
    'explanation',
    'explanation_en',
  ].map((field) => `collection.${field}`),
);

/** The interfaces of records.ts and its parts (`work-mode-records.ts`) as the compiler reads them: collection name → its fields. */
function readContract(): Map<string, ContractField[]> {
  const files = readdirSync(contractFolder).filter((name) => /^(\w+-)*records\.ts$/.test(name));
  const interfaces = new Map(
    files
      .flatMap((name) => [...sourceOf(name).statements])
      .filter(ts.isInterfaceDeclaration)
      .map((one) => [one.name.text, one]),
  );

  const fieldsOf = (name: string): ContractField[] => {
    const declared = interfaces.get(name);
    if (!declared) throw new Error(`The contract has no interface ${name}`);
    const inherited = (declared.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((type) => fieldsOf(type.expression.getText())),
    );
    const own = declared.members
      .filter(ts.isPropertySignature)
      .filter((member) => !member.questionToken)
      .map((member) => ({ field: member.name.getText(), nullable: /\| null$/.test(member.type?.getText() ?? '') }));
    return [...inherited, ...own];
  };

  const whole = interfaces.get('KaderSchema')?.members.filter(ts.isPropertySignature) ?? [];
  return new Map(whole.map((member) => [member.name.getText(), fieldsOf(member.type?.getText() ?? '')]));
}

function sourceOf(name: string): ts.SourceFile {
  const text = readFileSync(new URL(name, contractFolder), 'utf8');
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
}

const columnsOf = ({ fields }: CollectionDefinition) => fields.filter(({ schema }) => schema !== null);

function mayBeEmpty(collection: CollectionDefinition, { field, schema }: FieldDefinition): boolean {
  const alone = `check (${field} is not null)`;
  const besides = ` and (${field} is not null))`;
  const demanded = collection.constraints.some(
    ({ definition }) => definition === alone || definition.endsWith(besides),
  );
  return schema?.['is_nullable'] === true && !demanded;
}

/** Every `$t:key` anywhere in a value. */
function keysIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('$t:') ? [value.slice('$t:'.length)] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(keysIn) : [];
}

const spoken = (label: Label | undefined) => label?.length === 2 && label.every((word) => word.trim().length > 0);

describe('the data model and the contract', () => {
  it('name the same collections', () => {
    expect(collections.map(({ collection }) => collection).sort()).toEqual([...contract.keys()].sort());
  });

  it.each([...contract.keys()])('name the same fields of %s', (name) => {
    const collection = byName.get(name);
    const defined = collection ? columnsOf(collection).map(({ field }) => field) : [];
    expect(defined.sort()).toEqual(
      contract
        .get(name)
        ?.map(({ field }) => field)
        .sort(),
    );
  });

  it.each([...contract.keys()])('agree on what may be empty in %s', (name) => {
    const collection = byName.get(name);
    const nullable = new Map(contract.get(name)?.map((one) => [one.field, one.nullable]));
    const differing = (collection ? columnsOf(collection) : [])
      .filter((one) => collection && mayBeEmpty(collection, one) !== nullable.get(one.field))
      .map(({ field }) => `${name}.${field}`);
    expect(differing.filter((one) => !priced.has(one))).toEqual([]);
  });

  it('let the priced fields of a collection be empty until the server has priced it', () => {
    const collection = byName.get('collection');
    const columns = collection ? columnsOf(collection) : [];
    const demanded = columns.filter(
      ({ field, schema }) => priced.has(`collection.${field}`) && schema?.['is_nullable'] !== true,
    );
    expect(demanded).toEqual([]);
  });
});

describe('every name', () => {
  it('of a collection is said in both languages, with icon, note and template', () => {
    const poor = collections.filter(
      ({ meta }) => !spoken(meta.label) || !spoken(meta.noteLabel) || !meta['icon'] || !meta['display_template'],
    );
    expect(poor.map(({ collection }) => collection)).toEqual([]);
  });

  it('of a folder is said in both languages, with an icon', () => {
    expect(folders.filter(({ meta }) => !spoken(meta.label) || !meta['icon'])).toEqual([]);
  });

  it('of a field is said in both languages', () => {
    const unnamed = everyField.filter(({ meta }) => !spoken(meta.label));
    expect(unnamed.map(({ collection, field }) => `${collection}.${field}`)).toEqual([]);
  });

  it('behind a $t: key has its two texts, once', () => {
    const known = texts.map(({ key }) => key);
    expect(new Set(known).size).toBe(known.length);
    expect(texts.filter(({ label }) => !spoken(label))).toEqual([]);
    const used = new Set(keysIn([...folders, ...collections, ...userFields].map((one) => one)));
    expect([...used].filter((key) => !known.includes(key))).toEqual([]);
    expect(known.filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('every link', () => {
  it('leads to a collection that exists, from a field that exists', () => {
    const targets = new Set([...byName.keys(), 'directus_users', 'directus_files']);
    const broken = everyRelation.filter(
      ({ collection, field, related_collection }) =>
        !targets.has(related_collection) ||
        !everyField.some((one) => one.collection === collection && one.field === field && one.schema),
    );
    expect(broken).toEqual([]);
  });

  it('that is listed on the other side is shown there by an alias field, and each list has its link', () => {
    const listed = everyRelation.flatMap(({ related_collection, meta }) =>
      meta?.one_field ? [`${related_collection}.${meta.one_field}`] : [],
    );
    const lists = everyField
      .filter(({ meta }) => Array.isArray(meta['special']) && meta['special'].includes('o2m'))
      .map(({ collection, field }) => `${collection}.${field}`);
    expect(lists.sort()).toEqual(listed.sort());
  });

  it('of the books keeps the record it points at', () => {
    const books = [
      'collection',
      'period',
      'commission',
      'assignment',
      'partnership_review',
      'dispute',
      'commission_adjustment',
    ];
    const loose = everyRelation.filter(
      ({ collection, related_collection, schema }) =>
        books.includes(collection) && !related_collection.startsWith('directus_') && schema.on_delete !== 'RESTRICT',
    );
    expect(loose).toEqual([]);
  });

  it('to a user lets the user be deleted', () => {
    const kept = everyRelation.filter(
      ({ related_collection, schema }) => related_collection === 'directus_users' && schema.on_delete !== 'SET NULL',
    );
    expect(kept).toEqual([]);
  });
});

describe('every form', () => {
  it('puts each field into a group that exists, at a place of its own', () => {
    const places = new Set<string>();
    for (const { collection, field, meta } of everyField) {
      const group = meta['group'];
      if (group !== null) {
        const found = everyField.find((one) => one.collection === collection && one.field === group);
        expect(found?.meta['special'], `${collection}.${field}`).toContain('group');
      }
      if (collection !== 'directus_users') places.add(`${collection}/${group}/${meta['sort']}`);
    }
    expect(places.size).toBe(everyField.length - userFields.length);
  });

  it('names in templates, tables and conditions only fields that exist', () => {
    const fieldsOf = (name: string) => byName.get(name)?.fields.map(({ field }) => field) ?? [];
    for (const { collection, relations, meta, fields } of collections) {
      const follow = (path: string, from: string): boolean => {
        const [first = '', ...rest] = path.split('.');
        if (from.startsWith('directus_')) return true;
        if (!fieldsOf(from).includes(first)) return false;
        if (rest.length === 0) return true;
        const next = everyRelation.find((one) => one.collection === from && one.field === first)?.related_collection;
        return next !== undefined && follow(rest.join('.'), next);
      };
      const paths = (template: unknown) =>
        [...String(template ?? '').matchAll(/{{\s*([\w.]+)\s*}}/g)].map(([, path = '']) => path);

      for (const path of paths(meta['display_template']))
        expect(follow(path, collection), `${collection}: ${path}`).toBe(true);
      for (const relation of relations) {
        const shown = fields.find(({ field }) => field === relation.field)?.meta['options'] as Record<
          string,
          unknown
        > | null;
        for (const path of paths(shown?.['template'])) {
          expect(follow(path, relation.related_collection), `${collection}.${relation.field}: ${path}`).toBe(true);
        }
      }
      for (const { field, meta: form } of fields) {
        const options = form['options'] as { layout?: string; fields?: string[] } | null;
        if (options?.layout !== 'table') continue;
        const many = everyRelation.find(
          (one) => one.related_collection === collection && one.meta?.one_field === field,
        );
        for (const column of options.fields ?? []) {
          expect(follow(column, many?.collection ?? ''), `${collection}.${field}: ${column}`).toBe(true);
        }
      }
    }
  });

  it('never both hides a field and demands it', () => {
    const trapped = everyField.filter(({ meta }) => meta['hidden'] && meta['required'] && !meta['conditions']);
    expect(trapped.map(({ collection, field }) => `${collection}.${field}`)).toEqual([]);
  });
});

describe('every identifier', () => {
  it('is unique and fits into PostgreSQL', () => {
    const names = collections.flatMap(({ indexes, constraints }) =>
      [...indexes, ...constraints].map(({ name }) => name),
    );
    expect(names.filter((name) => name.length > 63)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
