import type { EndpointExtensionContext } from '@directus/types';
import type { Response, Router } from 'express';
import { answering } from '../desk/answering.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { writeRecordLetter } from './record-letter.ts';

// as the audience of new warnings chooses between the two letters
const warnedBefore = `
  select exists (
      select 1 from kader_event former
      where former.kader = e.kader and former.kind = 'warned'
        and (former.on_date, former.id) < (e.on_date, e.id)
        and former.on_date > e.on_date - interval '1 year'
    ) as again
  from kader_event e where e.id = :item`;

const whose = ['kader.id', 'kader.code', 'kader.name'];

/**
 * The letters that a head prints to hand over, for whoever may read the record: the invitation to answer a review that is
 * not decided, and the first or second warning of a kader.
 */
export function addRecordLetterRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'partnership_review');

  router.get(
    '/reviews/:id/invitation',
    withDesk((desk, { params }, response) => sendInvitation(desk, readId(params['id']), response)),
  );
  router.get(
    '/kader/warnings/:id/letter',
    withDesk((desk, { params }, response) => sendWarning(desk, readId(params['id']), response)),
  );
}

async function sendInvitation(desk: Desk, item: number, response: Response): Promise<void> {
  const review = await visibleRecord(desk, 'partnership_review', item, ['status', ...whose]);
  if (review === null) throw refusal('KADER_REVIEW_UNKNOWN');
  if (review['status'] !== 'open' && review['status'] !== 'answered') throw refusal('KADER_REVIEW_OVER');
  await send(desk, response, { key: 'review_invitation', about: 'review', item, kader: review['kader'] });
}

async function sendWarning(desk: Desk, item: number, response: Response): Promise<void> {
  const event = await visibleRecord(desk, 'kader_event', item, ['kind', ...whose]);
  if (event === null || event['kind'] !== 'warned') throw refusal('KADER_TEMPLATE_RECORD');
  const { rows } = await desk.knex.raw<{ rows: { again: boolean }[] }>(warnedBefore, { item });
  const key = rows[0]?.again ? 'warning_2' : 'warning_1';
  await send(desk, response, { key, about: 'warning', item, kader: event['kader'] });
}

interface Addressee {
  id: number;
  code: string;
  name: string;
}

async function send(
  desk: Desk,
  response: Response,
  letter: { key: string; about: 'review' | 'warning'; item: number; kader: Addressee },
): Promise<void> {
  const branch = await desk
    .knex('kader')
    .join('branch', 'branch.id', 'kader.branch')
    .where('kader.id', letter.kader.id)
    .first('branch.id', 'branch.name', 'branch.timezone');
  const pdf = await writeRecordLetter(desk, { ...letter, branch });
  const code = letter.kader.code.replace(/[^\w.-]+/g, '-');
  const name = `${letter.about === 'review' ? 'undangan-menjawab' : 'surat-peringatan'}-${code}-${letter.item}.pdf`;
  response.set('Content-Disposition', `inline; filename="${name}"`).type('pdf').send(pdf);
}
