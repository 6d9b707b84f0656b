import type { HookExtensionContext, RegisterFunctions } from '@directus/types';
import { forgetImports } from '../../server/intake/forget-imports.ts';
import { noteCutShort } from '../../server/intake/import-progress.ts';

/** Every hour, apart from the other upkeep. */
const hourly = '37 * * * *';

/** Lists whose server died are told to have failed, and personal data of old imports is forgotten, files included. */
export function registerImports(
  { schedule }: Pick<RegisterFunctions, 'schedule'>,
  context: HookExtensionContext,
): void {
  const { database, logger, getSchema, services } = context;
  schedule(hourly, async () => {
    const schema = await getSchema();
    if (schema.collections['import_batch']?.fields['list_scope'] === undefined) return;
    try {
      await noteCutShort(database, new Date());
      const files = await forgetImports(database);
      if (files.length === 0) return;
      // nobody's own rights: what is forgotten is forgotten for all
      const ours = new services.FilesService({ knex: database, schema });
      await ours.deleteMany(files);
      logger.info({ files: files.length }, 'Kader JKN: lists taken in long ago are deleted');
    } catch (error) {
      logger.error(error, 'Kader JKN: old imports could not be looked after');
    }
  });
}
