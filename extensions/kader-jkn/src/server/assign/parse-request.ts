import { z } from 'zod';
import type { MoveRequest, ShareRequest } from '../../contract/assignments.ts';
import type { Id } from '../../contract/records.ts';
import { parsed } from '../desk/parse-request.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const share = {
  branch: id.nullish().default(null),
  from_date: z.iso.date().nullish().default(null),
  above_capacity: z.boolean().default(false),
};
const move = {
  to: z.union([id, z.literal('share')]).nullable(),
  families: z.union([z.array(id).min(1).max(5000), z.literal('all')]),
  from_date: share.from_date,
  above_capacity: share.above_capacity,
  reason: z.enum(['reassigned', 'leave', 'ended', 'other']),
  note: z.string().trim().max(2000).nullish().default(null),
};
const fingerprint = z.string().min(1).max(64);

export function readBranchQuery(query: unknown): Id | null {
  return parsed(z.object({ branch: share.branch }), query).branch ?? null;
}

export function readShare(body: unknown): ShareRequest {
  return parsed(z.object(share), body ?? {}) as ShareRequest;
}

export function readShareToApply(body: unknown): ShareRequest & { fingerprint: string } {
  return parsed(z.object({ ...share, fingerprint }), body ?? {}) as ShareRequest & { fingerprint: string };
}

export function readMove(body: unknown): MoveRequest {
  return parsed(z.object(move), body ?? {}) as MoveRequest;
}

export function readMoveToApply(body: unknown): MoveRequest & { fingerprint: string } {
  return parsed(z.object({ ...move, fingerprint }), body ?? {}) as MoveRequest & { fingerprint: string };
}
