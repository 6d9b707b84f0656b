import { type AudienceSent, type MessageAudience, messageAudiences } from '../../contract/message-audiences.ts';
import { dayWords } from '../../core/calendar-words.ts';
import type { DateText } from '../../core/period.ts';
import { inTransaction } from '../assign/in-transaction.ts';
import type { Desk } from '../desk/desk.ts';
import { readAudienceRequest } from './audience-request.ts';
import { approveAbove } from './policy-approval.ts';
import { sendTogether } from './send-audience.ts';
import { wakeOutbox } from './wake-outbox.ts';

/**
 * Sends what a person asks for, as one batch; a batch above the policy's size waits for a head. What went already, or waits,
 * is not sent again. Refused as readAudienceRequest refuses.
 */
export async function sendByPerson(desk: Desk, body: unknown): Promise<AudienceSent> {
  const { requests, audience, branch, template, channel, filter, name } = await readAudienceRequest(desk, body);
  const { label }: MessageAudience = messageAudiences[audience];
  const sent = await inTransaction(desk.knex, async (trx) =>
    sendTogether(trx, requests, {
      name: name ?? `${label[0]} · ${dayWords(branch.today as DateText).id}`,
      branch: branch.id,
      template_key: template,
      channel,
      audience: { audience, filter },
      asked_by: desk.accountability.user,
      approveAbove: await approveAbove(trx, branch.id, branch.today),
      keep: 'always',
      now: desk.now().toISOString(),
    }),
  );
  if (sent.queued > 0) wakeOutbox();
  return sent;
}
