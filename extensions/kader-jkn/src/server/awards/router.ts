import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import { callingBranch } from '../assign/calling-branch.ts';
import { answering } from '../desk/answering.ts';
import { visibleRecord } from '../desk/desk.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { awardNominations } from '../monev/award-nominations.ts';
import { sendDocument } from '../send-document.ts';
import { confirmAward } from './confirm-award.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const nominationsQuery = z.object({ branch: id.optional(), month });
const awardBody = z.object({ rule: id, kader: id, month });

/**
 * `/kader-jkn/monev/awards`: who is nominated in a month (head, staff, administrator), giving one (head, administrator), and
 * the certificate for whoever may read the award, its kader included.
 */
export function addAwardRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'award');

  router.get(
    '/monev/awards',
    withDesk(async (desk, request) => {
      const asked = parsed(nominationsQuery, request.query);
      const branch = await callingBranch(desk, asked.branch ?? null);
      return await awardNominations(desk.knex, { branch: branch.id, month: asked.month });
    }),
  );
  router.post(
    '/monev/awards',
    withDesk((desk, request) => confirmAward({ ...desk, services: context.services }, parsed(awardBody, request.body))),
  );
  router.get(
    '/monev/awards/:id/certificate',
    withDesk(async (desk, request, response) => {
      const award = readId(request.params['id']);
      const fields = ['certificate', 'month', 'title'];
      const found = await visibleRecord(desk, 'award', award, fields);
      if (found === null || found['certificate'] === null) throw refusal('KADER_AWARD_UNKNOWN');
      await sendDocument(desk, response, { file: found['certificate'], name: `piagam-${found['month']}-${award}.pdf` });
    }),
  );
}
