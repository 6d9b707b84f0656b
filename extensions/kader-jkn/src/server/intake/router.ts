import { pipeline } from 'node:stream/promises';
import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { languageOf } from '../caller-language.ts';
import { answering } from '../desk/answering.ts';
import { makeBadRowsFile } from './bad-rows.ts';
import { requireImport } from './import-caller.ts';
import { importFromMachine } from './import-from-machine.ts';
import { noteCutShort, readProgress } from './import-progress.ts';
import { readBadRowsFormat, readImportId, readMachineList } from './parse-import.ts';
import { startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

/**
 * `/kader-jkn/imports/:id/`: `start` takes a list in, `progress` tells how it goes, `bad-rows` is the file to mend, `undo` takes
 * it back; `/kader-jkn/families/import` takes in the list in the body of a machine's request. For heads, staff and administrators; machines send for
 * their own branch.
 */
export function addIntakeRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'import_batch');
  const { database, logger } = context;
  const unforeseen = (error: unknown) => logger.error(error, 'Kader JKN: an import failed');

  router.post(
    '/imports/:id/start',
    withDesk((desk, request) => startImport(desk, readImportId(request.params['id']), unforeseen)),
  );
  router.get(
    '/imports/:id/progress',
    withDesk(async (desk, request) => {
      const batch = readImportId(request.params['id']);
      const branch = await requireImport(desk, batch);
      await noteCutShort(database, desk.now(), branch);
      return await readProgress(database, batch, await languageOf(desk.accountability, database), desk.now());
    }),
  );
  router.post(
    '/imports/:id/undo',
    withDesk(async (desk, request) => {
      const batch = readImportId(request.params['id']);
      await requireImport(desk, batch);
      await undoImport(database, { batch, by: desk.accountability.user, now: desk.now() });
      return await readProgress(database, batch, await languageOf(desk.accountability, database), desk.now());
    }),
  );
  router.get(
    '/imports/:id/bad-rows',
    withDesk(async (desk, request, response) => {
      const batch = readImportId(request.params['id']);
      await requireImport(desk, batch);
      const format = readBadRowsFormat(request.query['format']);
      const language = await languageOf(desk.accountability, database);
      const file = await makeBadRowsFile(desk, { batch, format, language });
      response.set('Content-Disposition', `attachment; filename="${file.name}"`).type(file.type);
      await pipeline(file.content, response).catch((error: NodeJS.ErrnoException) => {
        // whoever goes away meanwhile is no fault
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') unforeseen(error);
      });
    }),
  );
  router.post(
    '/families/import',
    withDesk((desk, request) => {
      const format = request.is('application/x-ndjson') ? 'ndjson' : 'csv';
      return importFromMachine(desk, { body: request, format, told: readMachineList(request.query) }, unforeseen);
    }),
  );
}
