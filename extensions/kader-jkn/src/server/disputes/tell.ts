import type { ApiExtensionContext } from '@directus/types';
import { roleIds } from '../../contract/access.ts';
import type { Commission, Dispute, DisputeStatus, Id, UserId } from '../../contract/records.ts';
import { monthWords } from '../../core/calendar-words.ts';
import type { Period } from '../../core/period.ts';
import { languageIn } from '../caller-language.ts';
import type { Language } from '../errors.ts';

type Context = Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'logger'>;
type Told = Pick<Dispute, 'id' | 'kader' | 'branch' | 'line_label' | 'line_label_en' | 'status'> &
  Pick<Commission, 'month'> & { kader_name: string };
interface Reader {
  id: UserId;
  language: string | null;
}

/** Tells the heads of the branch that a line is questioned; not one who asked about their own pay. */
export async function tellAsked(ids: readonly Id[], context: Context): Promise<void> {
  const { database } = context;
  await tellEach(ids, ['open'], context, asked, ({ branch, kader }) =>
    database('directus_users')
      .where({ role: roleIds.head, branch, status: 'active' })
      .whereRaw('kader is distinct from ?', [kader])
      .select('id', 'language'),
  );
}

/** Tells the kader that their question is answered. */
export async function tellAnswered(ids: readonly Id[], context: Context): Promise<void> {
  const { database } = context;
  await tellEach(ids, ['accepted', 'declined'], context, answered, ({ kader }) =>
    database('directus_users').where({ kader, status: 'active' }).select('id', 'language'),
  );
}

/**
 * As the system: neither side may write notifications. Directus announces a change before its transaction commits: reading
 * waits for that, and finds the dispute in one of the states only if it came to stand. A failure is logged and no more.
 */
async function tellEach(
  ids: readonly Id[],
  states: DisputeStatus[],
  context: Context,
  say: (dispute: Told, language: Language) => { subject: string; message: string },
  readersOf: (dispute: Told) => PromiseLike<Reader[]>,
): Promise<void> {
  const { database, services, getSchema, logger } = context;
  try {
    const disputes: Told[] = await database('dispute as d')
      .join('commission as s', 's.id', 'd.statement')
      .join('kader as k', 'k.id', 'd.kader')
      .whereIn('d.id', [...ids])
      .select('d.*', 's.month', 'k.name as kader_name')
      .forShare('d');
    const notifications = new services.NotificationsService({ schema: await getSchema(), knex: database });
    for (const dispute of disputes.filter(({ status }) => states.includes(status))) {
      for (const { id: recipient, language } of await readersOf(dispute)) {
        const words = say(dispute, languageIn(language) ?? 'id');
        await notifications.createOne({ recipient, ...words, collection: 'dispute', item: String(dispute.id) });
      }
    }
  } catch (error) {
    logger.warn({ error, disputes: ids }, 'Kader JKN: the dispute stands, but its notification could not be made');
  }
}

function asked(dispute: Told, language: Language): { subject: string; message: string } {
  const month = monthWords(dispute.month as Period);
  return language === 'en'
    ? {
        subject: `${dispute.kader_name} questions the statement of ${month.en}`,
        message: `Line: ${dispute.line_label_en}. Open the dispute to read and answer it.`,
      }
    : {
        subject: `${dispute.kader_name} mempertanyakan imbal jasa ${month.id}`,
        message: `Baris: ${dispute.line_label}. Buka sanggahannya untuk membaca dan menjawab.`,
      };
}

function answered(dispute: Told, language: Language): { subject: string; message: string } {
  const month = monthWords(dispute.month as Period);
  const accepted = dispute.status === 'accepted';
  return language === 'en'
    ? {
        subject: `Your question about ${month.en} is ${accepted ? 'accepted and corrected' : 'answered'}`,
        message: `Line: ${dispute.line_label_en}. Open the dispute to read the answer.`,
      }
    : {
        subject: `Sanggahan Anda atas imbal jasa ${month.id} ${accepted ? 'diterima dan dikoreksi' : 'sudah dijawab'}`,
        message: `Baris: ${dispute.line_label}. Buka sanggahannya untuk membaca jawabannya.`,
      };
}
