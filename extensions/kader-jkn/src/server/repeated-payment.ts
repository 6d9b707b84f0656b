import type { Id } from '../contract/records.ts';
import { refusal } from './errors.ts';
import type { ToldPayment } from './read-payment.ts';
import type { Recorder, RecorderLinks } from './recorder.ts';

/** The collection that already has the reference or the device's number of a payment, as far as who may see it matters. */
export interface StandingPayment {
  id: Id;
  branch: Id;
  kader: Id | null;
  user_created: string | null;
}

/** The sources of people: their receipt numbers are a branch's own. */
const people: readonly string[] = ['staff', 'kader'];

/** Whether the references of a source belong to a branch; those of a machine are unique in the whole instance. */
export function numbersByBranch(source: string): boolean {
  return people.includes(source);
}

/** Refuses a payment that was told before, naming the record that stands to whoever may see it. */
export function refuseRepeated(
  standing: StandingPayment,
  { source, externalRef, clientId }: Pick<ToldPayment, 'source' | 'externalRef' | 'clientId'>,
  recorder: Recorder,
  links: RecorderLinks,
): never {
  const named =
    externalRef === null ? { source: 'client_id', external_ref: clientId } : { source, external_ref: externalRef };
  throw refusal('KADER_DUPLICATE_REF', {
    ...named,
    ...(maySee(standing, recorder, links) ? namedStanding(standing.id) : unseenStanding),
  });
}

/** Refuses a payment whose reference another payment of the same batch has. */
export function refuseToldTwice({ source, externalRef }: Pick<ToldPayment, 'source' | 'externalRef'>): never {
  throw refusal('KADER_DUPLICATE_REF', { source, external_ref: externalRef, ...toldStanding });
}

function namedStanding(id: Id) {
  return { id, standing: `penerimaan nomor ${id}`, standing_en: `collection ${id}` };
}

const toldStanding = { standing: 'pembayaran lain dalam kiriman ini', standing_en: 'another payment of this batch' };
/** What is said of a record that is not the caller's to see. */
export const unseenStanding = { standing: 'penerimaan lain', standing_en: 'another collection' };

/** The rows that the role reads (`seeds/reference/access.ts`). */
function maySee(standing: StandingPayment, { kind, user }: Recorder, links: RecorderLinks): boolean {
  if (kind === 'system') return true;
  if (kind === 'integration') return standing.user_created === user;
  return kind === 'kader'
    ? links.kader !== null && standing.kader === links.kader
    : links.branch !== null && standing.branch === links.branch;
}
