import type { RelationDefinition } from '../../../../../schema/types.ts';
import { quietly } from './context.ts';
import type { Step } from './plan.ts';
import { resetUnsaid } from './reset-unsaid.ts';
import type { CollectionToWrite, ColumnToWrite, FieldToWrite } from './want-schema.ts';
import type { Writing } from './writing.ts';

/** Collections, columns and fields. A new collection is made in one call with everything in it. */
export async function writeSchema(writing: Writing, steps: Step[]): Promise<void> {
  const of = (kind: string) => steps.filter(({ wanted }) => wanted.kind === kind);
  const done = new Set<Step>();

  for (const step of of('collection')) {
    const definition = step.wanted.definition as unknown as CollectionToWrite;
    if (step.action === 'upgrade') {
      await resetUnsaid(writing, 'collection', definition.collection, definition.meta);
      await writing.items('directus_collections').updateOne(definition.collection, definition.meta, quietly);
      continue;
    }
    const within = steps.filter(({ wanted }) => wanted.definition['collection'] === definition.collection);
    await createCollection(writing, definition, within);
    for (const made of within) done.add(made);
  }

  const columns = of('column').filter((step) => !done.has(step));
  const fields = of('field').filter((step) => !done.has(step));
  for (const step of columns) await writeColumn(writing, step, fields, done);
  for (const step of fields) if (!done.has(step)) await writeField(writing, step);
}

async function createCollection(writing: Writing, definition: CollectionToWrite, within: Step[]): Promise<void> {
  const columns = new Map(
    within.filter(({ wanted }) => wanted.kind === 'column').map(({ id, wanted }) => [id, wanted.definition]),
  );
  const fields = within
    .filter(({ wanted }) => wanted.kind === 'field')
    .map(({ id, wanted }) => {
      const { field, type, meta } = wanted.definition as unknown as FieldToWrite;
      return { field, type, meta, schema: columns.get(String(id))?.['schema'] ?? null };
    });
  const { collection, meta, schema } = definition;
  await new writing.services.CollectionsService(writing.options).createOne(
    structuredClone({ collection, meta, schema, ...(schema && { fields }) }),
    quietly,
  );
}

async function writeColumn(writing: Writing, step: Step, fields: Step[], done: Set<Step>): Promise<void> {
  const { collection, field, type, schema } = step.wanted.definition as unknown as ColumnToWrite;
  const service = new writing.services.FieldsService(writing.options);
  if (step.action === 'upgrade') {
    await service.updateField(collection, structuredClone({ field, type, schema }), quietly);
    return;
  }
  const shown = fields.find(({ id, action }) => id === step.id && action !== 'upgrade');
  const meta = shown?.wanted.definition['meta'];
  await service.createField(
    collection,
    structuredClone({ field, type, schema, ...(meta ? { meta } : {}) }),
    undefined,
    quietly,
  );
  if (shown) done.add(shown);
}

async function writeField(writing: Writing, step: Step): Promise<void> {
  const { collection, field, meta } = step.wanted.definition as unknown as FieldToWrite;
  const fields = writing.items('directus_fields');
  if (step.action !== 'upgrade') {
    await fields.createOne({ ...meta, collection, field }, quietly);
    return;
  }
  await resetUnsaid(writing, 'field', `${collection}.${field}`, meta);
  const row: { id: number } = await writing.trx('directus_fields').where({ collection, field }).first('id');
  await fields.updateOne(row.id, meta, quietly);
}

/** Relations with their foreign keys. */
export async function writeRelations(writing: Writing, steps: Step[]): Promise<void> {
  const service = new writing.services.RelationsService(writing.options);
  for (const { action, wanted } of steps) {
    const relation = structuredClone(wanted.definition) as unknown as RelationDefinition;
    if (action === 'upgrade') await service.updateOne(relation.collection, relation.field, relation, quietly);
    else await service.createOne(relation, quietly);
  }
}
