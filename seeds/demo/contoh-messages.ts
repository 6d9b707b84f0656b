/** Messages of the fictitious branch in every state that a person meets, made by the use cases that real ones go through. Nothing leaves the machine. */
import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { AudienceRequest } from '../../extensions/kader-jkn/src/contract/message-audiences.ts';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import type { Desk } from '../../extensions/kader-jkn/src/server/desk/desk.ts';
import { asAdministrator, type InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import {
  beginSending,
  claimMessages,
  type SendOutcome,
  settleMessage,
} from '../../extensions/kader-jkn/src/server/messages/claim-messages.ts';
import type { OutboxContext } from '../../extensions/kader-jkn/src/server/messages/outbox-context.ts';
import { sentByHand } from '../../extensions/kader-jkn/src/server/messages/person-steps.ts';
import { prepareMessages } from '../../extensions/kader-jkn/src/server/messages/prepare-messages.ts';
import { recordBounce } from '../../extensions/kader-jkn/src/server/messages/record-bounce.ts';
import { sendByPerson } from '../../extensions/kader-jkn/src/server/messages/send-by-person.ts';
import type { DemoPeople } from './load.ts';

interface Branch {
  branch: Id;
  /** in the order of `contoh.ts` */
  kader: readonly Id[];
  people: DemoPeople;
  /** the kader of the demo's own account */
  signedIn: Id;
}

const mailed = 6;
const reminded = 4;
/** More than the usual limit: a head has to approve it. */
const largeBatch = 55;

/** What the e-mails of the demo met with, in the order in which they were queued. */
const outcomes: readonly SendOutcome[] = [
  { kind: 'sent', answer: '250 2.0.0 Ok: queued as 4F8D' },
  { kind: 'sent', answer: '250 2.0.0 Ok: queued as 51A2' },
  { kind: 'refused', error: '550 5.1.1 User unknown' },
  {
    kind: 'unsure',
    error: 'Sambungan terputus setelah isi surel dikirim. (The connection broke after the words had left.)',
  },
  { kind: 'sent', answer: '250 2.0.0 Ok: queued as 53C7' },
  { kind: 'sent', answer: '250 2.0.0 Ok: queued as 5A10' },
];

/** Adds them once the books of the branch stand. */
export async function loadContohMessages(context: InstallContext, contoh: Branch, now: Date): Promise<void> {
  const { knex } = context;
  const { branch, kader, people, signedIn } = contoh;
  const desk = await deskOf(context, people.staff, now);
  const send = (asked: Omit<AudienceRequest, 'branch'>) => sendByPerson(desk, { ...asked, branch });

  for (const [index, id] of kader.slice(0, mailed).entries()) {
    await knex('kader')
      .where({ id })
      .update({ email: `kader${index + 1}@example.com` });
  }
  const newest = await knex('period').where({ branch }).whereNot({ status: 'open' }).max('month as month').first();
  await send({
    ...{ audience: 'statements_ready', template: 'statement', channel: 'email', name: 'Rincian imbal jasa (demo)' },
    filter: { month: newest?.['month'] ?? null, kader: kader.slice(0, mailed) },
  });
  await send({
    ...{ audience: 'kader_active', template: 'notice', channel: 'whatsapp', name: 'Pemberitahuan (demo)' },
    filter: { kader: kader.slice(mailed, mailed + 2) },
    notice: { title: 'Rapat monev', text: 'Rapat monev bulan ini di aula kantor cabang. Asumsi demo.' },
  });

  const mine = await familiesOf(knex, branch, [signedIn], reminded);
  await knex('message_stop').insert({
    ...{ branch, binaan: mine.at(-1), reason: 'asked', active: true, user_created: people.staff, date_created: now },
    note: 'Diminta lewat telepon. Asumsi demo.',
  });
  const reminder = { audience: 'families_in_arrears', template: 'arrears_reminder', channel: 'whatsapp' } as const;
  await send({ ...reminder, name: 'Pengingat iuran (demo)', filter: { ids: mine } });
  const others = kader.filter((id) => id !== signedIn);
  const many = await familiesOf(knex, branch, others, largeBatch);
  await send({ ...reminder, name: 'Pengingat iuran, semua desa (demo)', filter: { ids: many } });

  await prepareMessages(outboxOf(context), now);
  await meetOutcomes(context, branch, now);
  const first = await knex('message')
    .where({ branch, template_key: 'notice', status: 'by_hand' })
    .min('id as id')
    .first();
  if (first?.['id']) await sentByHand(desk, first['id'], null);
}

/** Active families that owe, the first of those whom a kader holds. */
async function familiesOf(knex: InstallContext['knex'], branch: Id, kader: readonly Id[], most: number): Promise<Id[]> {
  return await knex('binaan')
    .where({ branch, status: 'active' })
    .whereIn('kader', [...kader])
    .where('owed_months', '>', 0)
    .where('owed_amount', '>', 0)
    .whereNotNull('phone')
    .orderBy('id')
    .limit(most)
    .pluck('id');
}

/** Takes the e-mails as a sender does, and writes down what would have become of them. */
async function meetOutcomes(context: InstallContext, branch: Id, now: Date): Promise<void> {
  const { knex } = context;
  const claimed = await claimMessages(knex, { channels: ['email'], limit: outcomes.length, branch }, now);
  for (const [index, message] of claimed.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    await beginSending(knex, message, now);
    await settleMessage(knex, message, outcome, now);
  }
  const returned = claimed.at(outcomes.length - 1);
  if (returned === undefined) return;
  await recordBounce(await deskOf(context, null, now), {
    ...{ message_id: returned.message_id, address: null, kind: 'hard' },
    reason: '552 5.2.2 Mailbox full',
  });
}

/** The staff of the branch, or nobody in particular. */
async function deskOf(context: InstallContext, user: string | null, now: Date): Promise<Desk> {
  const staff = { user, role: roleIds.staff, roles: [roleIds.staff], admin: false, app: true, ip: null };
  return {
    knex: context.knex,
    schema: await context.getSchema(),
    // the installer knows the services of Directus by the few calls that it makes itself
    services: context.services as unknown as Desk['services'],
    accountability: user === null ? asAdministrator : staff,
    now: () => now,
  };
}

function outboxOf({ knex, services, getSchema, env, report }: InstallContext): OutboxContext {
  const say = (_: unknown, text: string): void => report(text);
  return {
    database: knex,
    services: services as unknown as OutboxContext['services'],
    getSchema: () => getSchema(),
    env,
    logger: { info: say, warn: say, error: say },
  };
}
