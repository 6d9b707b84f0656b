import type { Knex } from 'knex';
import type {
  AudienceCounts,
  AudienceExample,
  AudiencePreview,
  AudienceProblem,
} from '../../contract/message-audiences.ts';
import type { HeldReason, Message, MessageTemplate } from '../../contract/message-records.ts';
import type { Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { masked } from '../desk/mask.ts';
import { refusal } from '../errors.ts';
import { type AudienceAsked, readAudienceRequest } from './audience-request.ts';
import { readContext } from './context/read-context.ts';
import { approveAbove } from './policy-approval.ts';
import { channelOfTemplate, readOthers, recipientOf } from './prepare-messages.ts';
import { queueMessages } from './queue-messages.ts';
import { judge, type MessageStanding, readStandings } from './read-standings.ts';
import { findTemplate } from './templates/find-template.ts';
import { renderMessage } from './templates/render-message.ts';
import { isTemplateProblem } from './templates/template-refusal.ts';

const mostCounted = 1000;
const mostExamples = 5;

/** Takes everything back that the look needed to write. */
class Looked extends Error {}

/**
 * What would become of a person's messages: counts, and the first five as they would read. They are queued and judged by the
 * same code that sends them, in a transaction that is rolled back. Refused as readAudienceRequest refuses.
 */
export async function previewAudience(desk: Desk, body: unknown): Promise<AudiencePreview> {
  const asked = await readAudienceRequest(desk, body);
  let preview: AudiencePreview | null = null;
  try {
    await desk.knex.transaction(async (trx) => {
      preview = await look(trx, asked, desk.now());
      throw new Looked();
    });
  } catch (error) {
    if (!(error instanceof Looked)) throw error;
  }
  if (preview === null) throw refusal('KADER_NOT_ALLOWED');
  return preview;
}

async function look(trx: Knex, asked: AudienceAsked, now: Date): Promise<AudiencePreview> {
  const { requests, branch, audience } = asked;
  const known = await knownOf(trx, requests);
  const fresh = requests.filter(({ dedupe }) => dedupe === undefined || !known.has(dedupe));
  const { queued } = await queueMessages(trx, fresh.slice(0, mostCounted));
  const judged = await judgeAll(trx, queued, now);
  const above = await approveAbove(trx, branch.id, branch.today);
  const examples: AudienceExample[] = [];
  const problems: AudienceProblem[] = [];
  // those that go out first: why others are held stands in the counts
  const shown = [...judged].sort((one, other) => Number(one.held !== null) - Number(other.held !== null));
  for (const one of shown.slice(0, mostExamples)) {
    const example = exampleOf(one);
    examples.push(example);
    if (one.template === null || one.held !== null) continue;
    try {
      const words = await wordsOf(trx, one, now);
      if (words === null) Object.assign(example, { becomes: 'held', held_reason: 'record_gone' });
      else Object.assign(example, words);
    } catch (error) {
      if (!isTemplateProblem(error)) throw error;
      Object.assign(example, { becomes: 'held', held_reason: 'template_problem' });
      const { field = null, line = null, column = null, sentence } = error;
      if (!problems.some(({ id }) => id === sentence.id)) problems.push({ field, line, column, ...sentence });
    }
  }
  return {
    audience,
    branch: branch.id,
    today: branch.today,
    counts: { ...countsOf(judged), named: requests.length, repeated: requests.length - fresh.length },
    counted_of_first: fresh.length > mostCounted ? mostCounted : null,
    needs_approval: above !== null && fresh.length > above,
    examples,
    problems,
  };
}

async function knownOf(trx: Knex, requests: AudienceAsked['requests']): Promise<Set<string>> {
  const keys = requests.flatMap(({ dedupe }) => dedupe ?? []);
  const found: string[] = await trx('message').whereRaw('dedupe_key = any(?)', [keys]).pluck('dedupe_key');
  return new Set(found);
}

interface Judged {
  standing: MessageStanding;
  template: MessageTemplate | null;
  held: HeldReason | null;
}

async function judgeAll(trx: Knex, ids: readonly Id[], now: Date): Promise<Judged[]> {
  const standings = await readStandings(trx, ids, now);
  const others = await readOthers(trx, standings, now);
  const templates = new Map<string, MessageTemplate | null>();
  const judged: Judged[] = [];
  for (const one of standings) {
    const { message } = one;
    const told = message.binaan === null ? [] : (others.get(message.binaan) ?? []);
    const standing = { ...one, standing: { ...one.standing, others: told } };
    const template = await templateOf(trx, message, templates);
    const may = judge(standing, now);
    judged.push({ standing, template, held: may.ok ? (template === null ? 'no_template' : null) : may.held });
  }
  return judged;
}

async function templateOf(
  trx: Knex,
  { template_key: key, channel: asked, branch, language }: Message,
  found: Map<string, MessageTemplate | null>,
): Promise<MessageTemplate | null> {
  const channel = channelOfTemplate[asked];
  const place = `${key}/${channel}/${language}`;
  const known = found.get(place);
  if (known !== undefined) return known;
  const template = await findTemplate(trx, { key, channel, branch, language });
  found.set(place, template);
  return template;
}

function countsOf(judged: readonly Judged[]): Omit<AudienceCounts, 'named' | 'repeated'> {
  const counts: Omit<AudienceCounts, 'named' | 'repeated'> = { email: 0, sms: 0, whatsapp: 0, letter: 0, held: {} };
  for (const { standing, held } of judged) {
    if (held === null) counts[standing.message.channel] += 1;
    else counts.held[held] = (counts.held[held] ?? 0) + 1;
  }
  return counts;
}

function exampleOf({ standing, held }: Judged): AudienceExample {
  const { channel } = standing.message;
  const { address } = standing.standing;
  return {
    name: standing.name ?? '–',
    channel,
    address: address === null ? null : maskedAddress(address),
    becomes: held !== null ? 'held' : channel === 'email' ? 'queued' : 'by_hand',
    held_reason: held,
    subject: null,
    html: null,
    text: null,
  };
}

/** Enough to recognise it by: `s•••@example.com`, `••••••••••7890`. */
function maskedAddress(address: string): string {
  const at = address.indexOf('@');
  return at < 0 ? masked(address) : `${address.slice(0, 1)}•••${address.slice(at)}`;
}

async function wordsOf(
  trx: Knex,
  { standing, template }: Judged,
  now: Date,
): Promise<Pick<AudienceExample, 'subject' | 'html' | 'text'> | null> {
  const { message, timezone } = standing;
  if (template === null) return null;
  const context = await readContext(trx, message.about, {
    item: message.item,
    recipient: recipientOf(standing),
    data: message.data,
    branch: message.branch,
    language: template.language,
    now,
  });
  return context === null ? null : await renderMessage(template, context, { timeZone: timezone });
}
