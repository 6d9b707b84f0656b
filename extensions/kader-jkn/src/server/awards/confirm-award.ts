import type { ExtensionsServices } from '@directus/types';
import type { Knex } from 'knex';
import type { Award, AwardRule } from '../../contract/award-records.ts';
import type { AwardNomination } from '../../contract/monev-awards.ts';
import type { DateText, FileId, Id, MonthText, TimeZone, UserId } from '../../contract/records.ts';
import { dateOf } from '../../core/period.ts';
import { isKader, leadsBranch } from '../caller.ts';
import type { Desk } from '../desk/desk.ts';
import { isRefusalCode, refusal } from '../errors.ts';
import { loadDocuments } from '../load-documents.ts';
import { awardNominations } from '../monev/award-nominations.ts';
import { storeDocument } from '../store-document.ts';
import { readCertificate } from './read-certificate.ts';

export interface AwardOrder {
  rule: Id;
  kader: Id;
  month: MonthText;
}

export interface AwardGiven {
  id: Id;
  title: string;
  awarded_on: DateText;
}

type Storing = Desk & { services: Pick<ExtensionsServices, 'FilesService'> };

const longestReason = 255;

/**
 * Gives a nominated kader an award: the record, the line in the kader's history and the certificate, all or none of them.
 * Only a head of the kader's branch or an administrator may, and nobody to themselves. Refused as KADER_KADER_UNKNOWN,
 * KADER_NOT_ALLOWED, KADER_AWARD_OPEN_MONTH, KADER_AWARD_GIVEN or KADER_AWARD_NOT_NOMINATED.
 */
export async function confirmAward(desk: Storing, order: AwardOrder): Promise<AwardGiven> {
  const home = await homeOf(desk.knex, order.kader);
  if (home === undefined) throw refusal('KADER_KADER_UNKNOWN');
  const { accountability } = desk;
  const mayGive = await leadsBranch(desk.knex, accountability, home.branch);
  if (!mayGive || (await isKader(desk.knex, accountability, order.kader))) throw refusal('KADER_NOT_ALLOWED');

  try {
    return await desk.knex.transaction((trx) => give({ ...desk, knex: trx }, order, home));
  } catch (error) {
    throw isGivenTwice(error) ? refusal('KADER_AWARD_GIVEN', { month: order.month }) : error;
  }
}

interface Home {
  branch: Id;
  timezone: TimeZone;
}

async function homeOf(knex: Knex, kader: Id): Promise<Home | undefined> {
  return await knex('kader as k')
    .join('branch as b', 'b.id', 'k.branch')
    .where('k.id', kader)
    .first<Home | undefined>('b.id as branch', 'b.timezone');
}

async function give(desk: Storing, order: AwardOrder, home: Home): Promise<AwardGiven> {
  const { knex } = desk;
  await knex.raw("select set_config('kader.awarding', 'on', true)");
  // held, so that two heads cannot give it for two months at once
  const rule = await knex('award_rule').where({ id: order.rule }).forUpdate().first<AwardRule | undefined>();
  const nomination = await nominationOf(knex, order, home.branch);
  if (rule === undefined || nomination === null) {
    throw refusal('KADER_AWARD_NOT_NOMINATED', { month: order.month });
  }
  if (nomination.award !== null) throw refusal('KADER_AWARD_GIVEN', { month: order.month });

  const by = desk.accountability.user;
  const awarded_on = dateOf(desk.now(), home.timezone);
  const event = await insert(knex, 'kader_event', by, {
    kader: order.kader,
    kind: 'award',
    on_date: awarded_on,
    origin: 'person',
    reason: [...`${rule.name}: ${nomination.reason}`].slice(0, longestReason).join(''),
  });
  const award = await insert(knex, 'award', by, awardRow(order, { rule, nomination, home, awarded_on, event }));
  const certificate = await makeCertificate(desk, award);
  await knex('award').where({ id: award }).update({ certificate });
  return { id: award, title: rule.name, awarded_on };
}

async function nominationOf(knex: Knex, order: AwardOrder, branch: Id): Promise<AwardNomination | null> {
  const { closed, nominations } = await awardNominations(knex, { branch, month: order.month });
  if (!closed) throw refusal('KADER_AWARD_OPEN_MONTH', { month: order.month });
  return nominations.find(({ rule, kader }) => rule.id === order.rule && kader.id === order.kader) ?? null;
}

function awardRow(
  { rule, kader, month }: AwardOrder,
  given: { rule: AwardRule; nomination: AwardNomination; home: Home; awarded_on: DateText; event: Id },
): Record<string, unknown> {
  const { nomination, home, awarded_on, event } = given;
  return {
    rule,
    kader,
    month,
    branch: home.branch,
    title: given.rule.name,
    words: given.rule.certificate_words,
    reason: nomination.reason,
    facts: JSON.stringify(nomination.facts),
    awarded_on,
    event,
  };
}

async function insert(
  knex: Knex,
  table: 'award' | 'kader_event',
  by: UserId | null,
  row: Record<string, unknown>,
): Promise<Id> {
  const [made] = await knex(table)
    .insert({ ...row, user_created: by, date_created: knex.fn.now() })
    .returning<Pick<Award, 'id'>[]>('id');
  return made?.id as Id;
}

async function makeCertificate(desk: Storing, award: Id): Promise<FileId> {
  const certificate = await readCertificate(desk.knex, award);
  const { renderAwardCertificate } = await loadDocuments();
  return await storeDocument(desk, {
    name: `piagam-${certificate.month}-${certificate.kader.code.replace(/[^\w.-]+/g, '-')}.pdf`,
    title: `Piagam ${certificate.title} · ${certificate.kader.name}`,
    type: 'application/pdf',
    content: await renderAwardCertificate(certificate),
  });
}

function isGivenTwice(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return !isRefusalCode(code) && code === '23505' && constraint === 'kader_award__once__key';
}
