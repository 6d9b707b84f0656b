import type { Knex } from 'knex';
import type { ReviewDecision } from '../../contract/reviews.ts';
import type { DecidedReview } from './read-review.ts';

const words: Readonly<Record<ReviewDecision, readonly [string, string]>> = {
  continue: ['Kemitraan Anda dilanjutkan.', 'Your partnership goes on.'],
  extend: ['Kemitraan Anda dilanjutkan dan Anda diberi waktu.', 'Your partnership goes on and you are given time.'],
  warn: ['Kemitraan Anda dilanjutkan dengan peringatan.', 'Your partnership goes on with a warning.'],
  end: ['Kemitraan Anda berakhir.', 'Your partnership ends.'],
};

/** As the system, in the transaction of the decision: the kader, where they have an account, is told and finds the letter. */
export async function tellDecided(
  trx: Knex,
  { id, kader }: Pick<DecidedReview, 'id' | 'kader'>,
  decision: ReviewDecision,
): Promise<void> {
  const [message, message_en] = words[decision];
  await trx.raw(
    `insert into directus_notifications (timestamp, status, recipient, subject, message, collection, item)
     select now(), 'inbox', u.id,
       case when u.language like 'en%' then 'The decision on your partnership' else 'Keputusan peninjauan kemitraan Anda' end,
       case when u.language like 'en%' then cast(:message_en as text) else cast(:message as text) end,
       'partnership_review', cast(:id as text)
     from directus_users u
     where u.kader = :kader and u.status = 'active'`,
    {
      id,
      kader,
      message: `${message} Surat keputusannya dapat diunduh.`,
      message_en: `${message_en} Its letter can be downloaded.`,
    },
  );
}
