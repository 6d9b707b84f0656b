import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import { answering } from '../desk/answering.ts';
import { visibleRecord } from '../desk/desk.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { sendDocument } from '../send-document.ts';
import { traceDownload } from '../trace-download.ts';
import { makeReport, monthOfBranch } from './make-report.ts';

const reportBody = z.object({
  branch: z.coerce.number().int().positive().max(2_147_483_647),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
});
const kinds = ['pdf', 'xlsx'] as const;

/**
 * `/kader-jkn/monev/reports`: makes the report of a branch's closed month (head, staff, administrator); its PDF and XLSX are for
 * whoever may read the record, and every download is traced: they name people.
 */
export function addReportRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'monev_report');

  router.post(
    '/monev/reports',
    withDesk(async (desk, request) => {
      const asked = parsed(reportBody, request.body);
      return await makeReport({ ...desk, services: context.services }, await monthOfBranch(desk.knex, asked));
    }),
  );
  for (const kind of kinds) {
    router.get(
      `/monev/reports/:id/${kind}`,
      withDesk(async (desk, request, response) => {
        const id = readId(request.params['id']);
        const found = await visibleRecord(desk, 'monev_report', id, ['month', kind]);
        if (found === null || found[kind] === null) throw refusal('KADER_REPORT_UNKNOWN');
        await traceDownload(desk, { action: `monev_report_${kind}`, collection: 'monev_report', item: String(id) });
        await sendDocument(desk, response, {
          file: found[kind],
          name: `laporan-monev-${found['month']}-${id}.${kind}`,
        });
      }),
    );
  }
}
