import type { Knex } from 'knex';
import type { MessagesHandedOver } from '../../../contract/message-operations.ts';
import type { MessageChannel } from '../../../contract/message-records.ts';
import type { Id } from '../../../contract/records.ts';
import { worksForBranch } from '../../caller.ts';
import type { Desk } from '../../desk/desk.ts';
import { refusal } from '../../errors.ts';
import { branchesOf } from '../../operations/branches-of.ts';
import { choiceTold, flagTold, idsTold, textTold } from '../../operations/told.ts';
import {
  beginSending,
  type ClaimedMessage,
  type ClaimRequest,
  claimMessages,
  settleMessage,
} from '../claim-messages.ts';
import { outcomeOfAnswer } from './outcome-of-answer.ts';
import { postToGateway } from './post-to-gateway.ts';
import { signMessage } from './sign-message.ts';

/** As a flow tells them: numbers, text, or empty. */
export interface GatewayOptions {
  url?: unknown;
  /** name of the environment variable that holds the shared secret */
  secret?: unknown;
  channel?: unknown;
  branch?: unknown;
  messages?: unknown;
  most?: unknown;
  seconds?: unknown;
  ask_again?: unknown;
}

interface Gateway {
  url: URL;
  secret: string;
  milliseconds: number;
  mayAskAgain: boolean;
}

const channels = ['whatsapp', 'sms', 'both'] as const;
/** Less than the lease of a message (lease.ts), with room for everything around it. */
const mostSeconds = 60;
const mostMessages = 500;
const shortestSecret = 16;
/** In a row, after which the gateway is left alone until the next run. */
const doubtsBeforeStop = 3;

/**
 * Hands messages that wait for a person, or for a machine, to a gateway, one after the other, each at most once: a message is
 * taken, then marked as being sent once the gateway is reached, and only then leaves. For the system, an administrator, or the
 * branch's head and staff. Refused as KADER_GATEWAY_*, KADER_FLOW_VALUE and KADER_NOT_ALLOWED.
 */
export async function handToGateway(
  desk: Desk,
  told: GatewayOptions,
  env: Readonly<Record<string, unknown>>,
): Promise<MessagesHandedOver> {
  const gateway = gatewayTold(told, env);
  const ids = idsTold(told.messages, 'messages');
  const most = numberTold(told.most, { usual: 50, most: mostMessages, field: 'most' });
  const channel = choiceTold(told.channel, channels, 'channel');
  const taking: Omit<ClaimRequest, 'limit'>[] = [];
  const wanted: MessageChannel[] = channel === 'both' ? ['whatsapp', 'sms'] : [channel];
  if (ids.length > 0) {
    await mayHandOver(desk, ids);
    taking.push({ channels: ['whatsapp', 'sms'], ids });
  } else {
    for (const branch of await branchesAsked(desk, told.branch)) taking.push({ channels: wanted, branch });
  }

  const handed: MessagesHandedOver = { taken: 0, sent: 0, failed: 0, again: 0, unsure: 0, skipped: 0 };
  for (const claims of taking) {
    const isDown = await handOver(desk, gateway, { claims, most, handed });
    if (isDown) break;
  }
  return { ...handed, skipped: Math.max(0, ids.length - handed.taken) };
}

interface Round {
  claims: Omit<ClaimRequest, 'limit'>;
  most: number;
  handed: MessagesHandedOver;
}

/** True: the gateway is of no use for now. */
async function handOver(desk: Desk, gateway: Gateway, { claims, most, handed }: Round): Promise<boolean> {
  let doubts = 0;
  while (handed.taken < most) {
    // one at a time: what is not tried is not taken
    const [message] = await claimMessages(desk.knex, { ...claims, limit: 1 }, desk.now());
    if (message === undefined) return false;
    handed.taken += 1;
    const { counted, stop } = await handOne(desk, gateway, message);
    handed[counted] += 1;
    doubts = counted === 'unsure' || counted === 'again' ? doubts + 1 : 0;
    if (stop || doubts >= doubtsBeforeStop) return true;
  }
  return true;
}

type Counted = 'sent' | 'failed' | 'again' | 'unsure';

async function handOne(
  { knex, now }: Desk,
  { url, secret, milliseconds, mayAskAgain }: Gateway,
  message: ClaimedMessage,
): Promise<{ counted: Counted; stop: boolean }> {
  const answer = await postToGateway(url, signMessage(message, secret, now()), {
    milliseconds,
    begin: () => beginSending(knex, message, now()),
  });
  // whoever took it meanwhile writes down what became of it
  if (answer.kind === 'withheld') return { counted: 'again', stop: false };
  const { outcome, stop } = outcomeOfAnswer(answer, { mayAskAgain });
  const status = await settleMessage(knex, message, outcome, now());
  if (status === 'sent' || status === 'failed' || status === 'unsure') return { counted: status, stop };
  return { counted: status === null ? 'unsure' : 'again', stop };
}

function gatewayTold(told: GatewayOptions, env: Readonly<Record<string, unknown>>): Gateway {
  const name = textTold(told.secret, 'secret') ?? '';
  const secret = /^KADER_GATEWAY_[A-Z0-9_]+$/.test(name) ? String(env[name] ?? '') : '';
  if (secret.length < shortestSecret) throw refusal('KADER_GATEWAY_SECRET', { name });
  return {
    url: urlTold(told.url),
    secret,
    milliseconds: numberTold(told.seconds, { usual: 20, most: mostSeconds, field: 'seconds' }) * 1000,
    mayAskAgain: flagTold(told.ask_again, false, 'ask_again'),
  };
}

/** Names of families and their numbers leave this machine encrypted, or not at all. */
function urlTold(told: unknown): URL {
  const url = URL.parse(textTold(told, 'url') ?? '');
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) {
    throw refusal('KADER_GATEWAY_URL');
  }
  if (url.username !== '' || url.password !== '') throw refusal('KADER_GATEWAY_URL');
  return url;
}

function numberTold(told: unknown, { usual, most, field }: { usual: number; most: number; field: string }): number {
  const text = textTold(told, field);
  const number = text === null ? usual : Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw refusal('KADER_FLOW_VALUE', { field });
  return number;
}

/** null: of every branch and of none. */
async function branchesAsked(desk: Desk, told: unknown): Promise<(Id | null)[]> {
  const asked = idsTold(told, 'branch');
  const { admin, user } = desk.accountability;
  if (admin && user === null && asked.length === 0) return [null];
  return (await branchesOf(desk, asked, ['head', 'staff'])).map(({ id }) => id);
}

async function mayHandOver({ knex, accountability }: Desk, ids: readonly Id[]): Promise<void> {
  for (const branch of await branchesWith(knex, ids)) {
    const may = branch === null ? accountability.admin : await worksForBranch(knex, accountability, branch);
    if (!may) throw refusal('KADER_NOT_ALLOWED');
  }
}

async function branchesWith(knex: Knex, ids: readonly Id[]): Promise<(Id | null)[]> {
  const found: { branch: Id | null }[] = await knex('message')
    .whereIn('id', [...ids])
    .distinct('branch');
  if (found.length === 0) throw refusal('KADER_MESSAGE_UNKNOWN');
  return found.map(({ branch }) => branch);
}
