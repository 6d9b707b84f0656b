import type { Knex } from 'knex';
import type { MessageTemplate, TemplateChannel, TemplateLanguage } from '../../../contract/message-records.ts';
import type { Id } from '../../../contract/records.ts';

export interface TemplateQuestion {
  key: string;
  channel: TemplateChannel;
  /** null: of a message of no branch, which has the national templates only */
  branch: Id | null;
  language: TemplateLanguage;
}

/**
 * The active template of a key and channel: the branch's own before the national one, and of each the wished language before
 * Indonesian. Null: there is none.
 */
export async function findTemplate(
  knex: Knex,
  { key, channel, branch, language }: TemplateQuestion,
): Promise<MessageTemplate | null> {
  const found = await knex<MessageTemplate>('message_template')
    .where({ key, channel, status: 'active' })
    .whereIn('language', [language, 'id-ID'])
    .where((rows) => rows.whereNull('branch').orWhere('branch', branch))
    .orderByRaw('branch nulls last')
    .orderByRaw('language = ? desc', [language])
    .first();
  return found ?? null;
}
