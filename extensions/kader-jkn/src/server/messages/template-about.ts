import type { Knex } from 'knex';
import { type AudienceKey, type MessageAudience, messageAudiences } from '../../contract/message-audiences.ts';
import { type MessageAbout, messageAboutWords } from '../../contract/message-contexts.ts';
import type { Id } from '../../contract/records.ts';
import { refusal } from '../errors.ts';

/**
 * What a template of a key is about, for messages of a branch; null: of any. Refused as KADER_AUDIENCE_TEMPLATE where no
 * active one is about something that these recipients can be told of.
 */
export async function templateAbout(
  knex: Knex,
  key: string,
  { branch, allowed }: { branch: Id | null; allowed: readonly MessageAbout[] },
): Promise<MessageAbout> {
  const about: MessageAbout[] = await knex('message_template')
    .where({ key, status: 'active' })
    .where((own) => {
      own.whereNull('branch');
      if (branch !== null) own.orWhere({ branch });
    })
    .orderByRaw('branch nulls last')
    .pluck('about');
  const found = about.find((one) => allowed.includes(one));
  if (found !== undefined) return found;
  const words = (language: 0 | 1): string => allowed.map((one) => messageAboutWords[one][language]).join(', ');
  throw refusal('KADER_AUDIENCE_TEMPLATE', { template: key, about: words(0), about_en: words(1) });
}

/** The same for an audience; without a key, what its usual template is about. */
export async function aboutOfAudience(
  knex: Knex,
  audience: AudienceKey,
  { template, branch }: { template: string | null; branch: Id | null },
): Promise<MessageAbout> {
  const { about }: MessageAudience = messageAudiences[audience];
  return template === null ? about[0] : await templateAbout(knex, template, { branch, allowed: about });
}
