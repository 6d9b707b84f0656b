import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import { checkFields } from '../../contract/contact-records.ts';
import type { CheckDecision } from '../../contract/contacts.ts';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { decideCheck } from './decide-check.ts';
import { readProgress } from './read-progress.ts';
import { readWaiting } from './read-waiting.ts';

const longestNote = 1_000;
const branchQuery = z.object({ branch: z.coerce.number().int().positive().optional() });
const decisionBody = z.object({
  accept: z.array(z.enum(checkFields)).default([]),
  note: z.string().trim().max(longestNote).nullish(),
});

/** Mapping: how far the families were gone through, and which corrections wait for staff. Everything with the caller's rights. */
export function addMappingRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'family_check');

  router.get(
    '/mapping',
    withDesk((desk, request) => readProgress(desk, branchOf(request.query))),
  );
  router.get(
    '/checks/waiting',
    withDesk((desk, request) => readWaiting(desk, { branch: branchOf(request.query) })),
  );
  router.get(
    '/checks/:id',
    withDesk(async (desk, request) => (await readWaiting(desk, { id: readId(request.params['id']) }))[0] ?? null),
  );
  router.post(
    '/checks/:id/decision',
    withDesk((desk, request) => decideCheck(desk, readId(request.params['id']), readDecision(request.body))),
  );
}

/** The branch that an administrator looks at; null: the caller's own. */
function branchOf(query: unknown): Id | null {
  return parsed(branchQuery, query).branch ?? null;
}

function readDecision(body: unknown): CheckDecision {
  const { accept, note } = parsed(decisionBody, body ?? {});
  return { accept, note: note || null };
}
