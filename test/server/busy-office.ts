import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../harness/client.ts';
import type { Client } from '../harness/index.ts';
import { pressClose } from './programme-fixture.ts';

/** Who works, and with what. */
export interface Office {
  people: Readonly<Record<'staff' | 'head' | 'checker' | 'partner', Client>>;
  /** one for each who records */
  families: readonly number[];
  /** months in which they were paid */
  months: readonly string[];
}

/** What was sent to a server, and what it answered with 200. */
export interface Sent {
  /** references of payments: round, recorder and number */
  told: string[];
  acknowledged: string[];
  /** answers to disputes, by their words */
  answered: string[];
  /** steps of months: close, reopen, approve */
  steps: string[];
}

export const nothingSent = (): Sent => ({ told: [], acknowledged: [], answered: [], steps: [] });

/** The same payment for the same reference, whoever sends it and how often. */
export function paymentFor({ families, months }: Office, reference: string): Record<string, unknown> {
  const [, recorder = 0, count = 0] = reference.split('-').map(Number);
  return {
    binaan: families[recorder],
    amount: 100 + count,
    paid_at: `${months[count % months.length]}-05T03:00:00Z`,
    external_ref: reference,
    confirm_duplicate: true,
  };
}

/** Records, closes, opens again, approves, asks and answers, all at once, until the server answers nobody any more; keeps in `sent` what became of it. */
export async function workUntilGone(office: Office, url: string, round: number, sent: Sent): Promise<void> {
  const at = ({ id, token }: Client) => createClient(url, id, token);
  const { staff, head, checker, partner } = office.people;
  await Promise.all([
    ...office.families.map((_, recorder) => untilGone(() => record(office, at(staff), `${round}-${recorder}`, sent))),
    untilGone(() => close(at(head), sent)),
    untilGone(() => reopen(at(checker), sent)),
    untilGone(() => approve(at(checker), sent)),
    untilGone(() => askAndAnswer(at(partner), at(checker), round, sent)),
  ]);
}

/** A connection that breaks off is what fetch throws a TypeError for. */
async function untilGone(work: () => Promise<void>): Promise<void> {
  try {
    while (true) await work();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

async function record(office: Office, staff: Client, prefix: string, { told, acknowledged }: Sent): Promise<void> {
  const reference = `${prefix}-${told.length}`;
  told.push(reference);
  const { status } = await staff.post('/items/collection', paymentFor(office, reference));
  if (status === 200) acknowledged.push(reference);
}

async function firstMonth(client: Client, status: string, sort: string): Promise<number | null> {
  const { body } = await client.get(`/items/period?filter[status][_eq]=${status}&sort=${sort}&fields=id&limit=1`);
  return body.data?.[0]?.id ?? null;
}

async function close(head: Client, { steps }: Sent): Promise<void> {
  const period = await firstMonth(head, 'open', 'month');
  if (period !== null && (await pressClose(head, period)).status === 200) steps.push('close');
  await wait(30);
}

async function reopen(head: Client, { steps }: Sent): Promise<void> {
  await wait(80);
  const period = await firstMonth(head, 'closed', '-month');
  if (period === null) return;
  const { status } = await head.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Uji' });
  if (status === 200) steps.push('reopen');
}

async function approve(head: Client, { steps }: Sent): Promise<void> {
  await wait(300);
  const period = await firstMonth(head, 'closed', 'month');
  if (period === null) return;
  const { status } = await head.post(`/kader-jkn/periods/${period}/approve`);
  if (status === 200) steps.push('approve');
}

async function askAndAnswer(partner: Client, head: Client, round: number, { answered }: Sent): Promise<void> {
  await wait(20);
  const { body } = await partner.get('/items/commission?fields=id&sort=-month&limit=1');
  const statement = body.data?.[0]?.id;
  if (statement === undefined) return;
  const told = { statement, line_kind: 'total', question: 'Mengapa?' };
  const asked = await partner.post('/kader-jkn/disputes', told);
  if (asked.status !== 200) return;
  const { id } = asked.body.data;
  const answer = `Benar ${round}-${id}`;
  const correction = { kind: 'adjustment', amount: 1 };
  const { status } = await head.post(`/kader-jkn/disputes/${id}/answer`, { decision: 'accept', answer, correction });
  if (status === 200) answered.push(answer);
}
