import type { Knex } from 'knex';
import type { Id, UserId } from '../../contract/records.ts';
import type { Words } from '../../core/calendar-words.ts';

export interface Notice {
  to: readonly (UserId | null)[];
  /** the collection and the record it opens */
  about: string;
  item: Id | null;
  subject: Words;
  message: Words;
}

/**
 * Writes a notice inside Directus for each active reader, in the language they chose, in the caller's transaction. As the
 * system: nobody may write notifications themselves. Answers with how many were told.
 */
export async function tell(knex: Knex, { to, about, item, subject, message }: Notice): Promise<number> {
  const { rows } = await knex.raw<{ rows: [{ told: number }] }>(
    `select kader_tell(cast(:to as uuid[]), cast(:about as text), cast(:item as integer), cast(:subject_id as text),
       cast(:subject_en as text), cast(:message_id as text), cast(:message_en as text)) as told`,
    {
      to: to.filter((one) => one !== null),
      about,
      item,
      subject_id: subject.id,
      subject_en: subject.en,
      message_id: message.id,
      message_en: message.en,
    },
  );
  return rows[0].told;
}
