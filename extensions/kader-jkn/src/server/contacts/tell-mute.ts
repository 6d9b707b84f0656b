import type { ApiExtensionContext } from '@directus/types';
import { roleIds } from '../../contract/access.ts';
import type { Mute, MuteStatus } from '../../contract/contact-records.ts';
import type { Binaan, Id, UserId } from '../../contract/records.ts';
import { languageIn } from '../caller-language.ts';
import type { Language } from '../errors.ts';

type Context = Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'logger'>;
type Told = Pick<Mute, 'id' | 'branch' | 'status' | 'asked_by'> & Pick<Binaan, 'head_name'>;
interface Reader {
  id: UserId;
  language: string | null;
}

/** Tells the heads of the branch that somebody asks to leave a family alone; not one who asked themselves. */
export async function tellMuteAsked(ids: readonly Id[], context: Context): Promise<void> {
  const { database } = context;
  await tellEach(ids, ['requested'], context, asked, ({ branch, asked_by: askedBy }) =>
    database('directus_users')
      .where({ role: roleIds.head, branch, status: 'active' })
      .whereRaw('id is distinct from ?', [askedBy])
      .select('id', 'language'),
  );
}

/** Tells whoever asked how it was decided. */
export async function tellMuteDecided(ids: readonly Id[], context: Context): Promise<void> {
  const { database } = context;
  await tellEach(ids, ['approved', 'declined'], context, decided, ({ asked_by: id }) =>
    database('directus_users').where({ id, status: 'active' }).select('id', 'language'),
  );
}

/**
 * As the system: nobody of them may write notifications. Reading waits for the transaction that Directus announces early. A
 * failure is logged and no more.
 */
async function tellEach(
  ids: readonly Id[],
  states: MuteStatus[],
  { database, services, getSchema, logger }: Context,
  say: (mute: Told, language: Language) => { subject: string; message: string },
  readersOf: (mute: Told) => PromiseLike<Reader[]>,
): Promise<void> {
  try {
    const mutes: Told[] = await database('mute as m')
      .join('binaan as f', 'f.id', 'm.binaan')
      .whereIn('m.id', [...ids])
      .select('m.*', 'f.head_name')
      .forShare('m');
    const notifications = new services.NotificationsService({ schema: await getSchema(), knex: database });
    for (const mute of mutes.filter(({ status }) => states.includes(status))) {
      for (const { id: recipient, language } of await readersOf(mute)) {
        const words = say(mute, languageIn(language) ?? 'id');
        await notifications.createOne({ recipient, ...words, collection: 'mute', item: String(mute.id) });
      }
    }
  } catch (error) {
    logger.warn({ error, mutes: ids }, 'Kader JKN: the mute stands, but its notification could not be made');
  }
}

function asked({ head_name: family }: Told, language: Language): { subject: string; message: string } {
  return language === 'en'
    ? { subject: `A mute is asked for: ${family}`, message: 'Open it to approve or decline.' }
    : { subject: `Jeda kontak diminta: ${family}`, message: 'Buka untuk menyetujui atau menolak.' };
}

function decided({ head_name: family, status }: Told, language: Language): { subject: string; message: string } {
  const approved = status === 'approved';
  return language === 'en'
    ? {
        subject: `The mute of ${family} is ${approved ? 'approved' : 'declined'}`,
        message: approved ? 'Nobody contacts this family until it is over.' : 'Open it to read why.',
      }
    : {
        subject: `Jeda kontak ${family} ${approved ? 'disetujui' : 'ditolak'}`,
        message: approved
          ? 'Tidak ada yang menghubungi keluarga ini sampai jedanya selesai.'
          : 'Buka untuk membaca alasannya.',
      };
}
