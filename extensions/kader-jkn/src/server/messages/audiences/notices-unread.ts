import type { UserId } from '../../../contract/records.ts';
import { instanceLink } from '../instance-link.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

/** So many are named in a mail; the others are counted. */
const mostLines = 20;

const question = `
  select u.id, kader_reads_english(u.language) as english, count(*)::integer as notices,
    (array_agg(n.subject order by n.timestamp desc, n.id desc))[1:${mostLines}] as subjects
  from directus_users u
  join directus_notifications n on n.recipient = u.id
  where u.branch = :branch and u.status = 'active' and u.email_notifications
    and n.status = 'inbox' and n.timestamp > cast(:now as timestamptz) - interval '1 day'
    and (cast(:after as timestamptz) is null or n.timestamp > cast(:after as timestamptz))
  group by u.id
  order by u.id`;

interface Reader {
  id: UserId;
  english: boolean;
  notices: number;
  subjects: string[];
}

/** Users who asked Directus for mail and have not read what it told them in the last day: once a day, in their language. */
export const noticesUnread: AudienceReader = async (knex, ask) => {
  const { branch, after } = bindingsOf(ask) as Record<'branch' | 'after', string>;
  const readers = await rowsOf<Reader>(knex, question, { branch, after, now: ask.now });
  return readers.map(({ id, english, notices, subjects }) => ({
    item: null,
    recipient: { kind: 'user', user: id },
    once: `notices:${ask.today}:user:${id}`,
    until: ask.today,
    language: english ? 'en-US' : 'id-ID',
    notice: { ...wordsOf(notices, english), lines: subjects, link: instanceLink() },
  }));
};

function wordsOf(notices: number, english: boolean): { title: string; text: string } {
  const first = notices > mostLines;
  if (english) {
    return {
      title: notices === 1 ? '1 notice not read yet' : `${notices} notices not read yet`,
      text: `You have not read this in Kader JKN yet${first ? `; the newest ${mostLines} are` : ''}:`,
    };
  }
  return {
    title: `${notices} pemberitahuan belum dibaca`,
    text: `Ini belum Anda baca di Kader JKN${first ? `; ${mostLines} yang terbaru` : ''}:`,
  };
}
