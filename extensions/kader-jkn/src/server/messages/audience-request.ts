import { z } from 'zod';
import {
  type AskedChannel,
  type AudienceFilter,
  type AudienceKey,
  type MessageAudience,
  messageAudiences,
  type NoticeWords,
} from '../../contract/message-audiences.ts';
import type { MessageAbout } from '../../contract/message-contexts.ts';
import type { QueueRequest } from '../../contract/message-records.ts';
import { type CallingBranch, callingBranch } from '../assign/calling-branch.ts';
import type { Desk } from '../desk/desk.ts';
import { parsed } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { readAudience } from './audiences/read-audience.ts';
import { readFilter } from './read-filter.ts';
import { afterCancelled } from './send-audience.ts';
import { aboutOfAudience } from './template-about.ts';

const offered = Object.entries<MessageAudience>(messageAudiences)
  .filter(([, { byPerson }]) => byPerson)
  .map(([key]) => key as AudienceKey);

const requestShape = z.object({
  audience: z.enum(offered as [AudienceKey, ...AudienceKey[]]),
  template: z.string().trim().min(1).max(64),
  channel: z.enum(['best', 'email', 'whatsapp', 'sms', 'letter']),
  branch: z.coerce.number().int().positive().max(2_147_483_647).nullish(),
  filter: z.record(z.string(), z.unknown()).nullish(),
  notice: z
    .object({
      title: z.string().trim().max(200),
      text: z.string().trim().max(5000),
      lines: z.array(z.string().trim().max(500)).max(50).optional(),
    })
    .nullish(),
  name: z.string().trim().max(200).nullish(),
});

/** What a person asks to send, read and checked. */
export interface AudienceAsked {
  audience: AudienceKey;
  about: MessageAbout;
  template: string;
  channel: AskedChannel;
  branch: CallingBranch;
  filter: AudienceFilter;
  name: string | null;
  requests: QueueRequest[];
}

/**
 * The messages that a head or staff asks for, of their own branch (an administrator of the one named). Refused as
 * KADER_NOT_ALLOWED, KADER_QUERY_INVALID, KADER_AUDIENCE_TEMPLATE, KADER_AUDIENCE_NEEDS and KADER_NOTICE_EMPTY.
 */
export async function readAudienceRequest(desk: Desk, body: unknown): Promise<AudienceAsked> {
  const branch = await callingBranch(desk, branchIn(body));
  const told = parsed(requestShape, body);
  const { audience, template, channel } = told;
  const filter = readFilter(audience, told.filter);
  const about = await aboutOfAudience(desk.knex, audience, { template, branch: branch.id });
  const notice = about === 'notice' ? noticeIn(told.notice) : null;
  const named = await readAudience(
    desk.knex,
    { audience, branch: branch.id, filter, about, notice, after: null, now: desk.now() },
    { template, channel, cause: 'person' },
  );
  const requests = await afterCancelled(desk.knex, named);
  return { audience, about, template, channel, branch, filter, name: told.name || null, requests };
}

/** Who may send at all is asked before anything else is told of the request. */
function branchIn(body: unknown): number | null {
  const branch = Number((body as { branch?: unknown } | null)?.branch ?? Number.NaN);
  return Number.isInteger(branch) && branch > 0 ? branch : null;
}

function noticeIn(
  notice: { title: string; text: string; lines?: string[] | undefined } | null | undefined,
): NoticeWords {
  if (!notice || notice.title === '' || notice.text === '') throw refusal('KADER_NOTICE_EMPTY');
  return { title: notice.title, text: notice.text, lines: (notice.lines ?? []).filter((line) => line !== '') };
}
