/** The words in which a kader reads why a family is on the day's list. */
import { dayWords, type Words } from './calendar-words.ts';
import { formatRupiah } from './money.ts';
import type { DateText } from './period.ts';

/** Amounts are whole rupiah. */
export type PlanReason =
  | { kind: 'promise-due'; amount: number | null }
  | { kind: 'follow-up'; on: DateText; late: boolean }
  | { kind: 'promise-broken'; on: DateText; amount: number | null }
  /** `count` instalments are not paid in full, the first since `since`; `lacking` is what they lack together */
  | { kind: 'instalment-missed'; count: number; since: DateText; lacking: number }
  | { kind: 'priority' }
  | { kind: 'not-contacted'; since: DateText }
  | { kind: 'never-contacted' }
  | { kind: 'same-desa'; desa: string };

/** A reason as a short sentence. */
export function explainReason(reason: PlanReason): Words {
  switch (reason.kind) {
    case 'promise-due':
      return {
        id: `Janji bayar hari ini${amountOf(reason.amount)}`,
        en: `Promised to pay today${amountOf(reason.amount)}`,
      };
    case 'promise-broken': {
      const on = dayWords(reason.on);
      return {
        id: `Janji ${on.id} belum ditepati${amountOf(reason.amount)}`,
        en: `Promise of ${on.en} not kept${amountOf(reason.amount)}`,
      };
    }
    case 'follow-up': {
      const on = dayWords(reason.on);
      return reason.late
        ? { id: `Minta dihubungi sejak ${on.id}`, en: `Asked to be contacted since ${on.en}` }
        : { id: 'Minta dihubungi hari ini', en: 'Asked to be contacted today' };
    }
    case 'instalment-missed': {
      const since = dayWords(reason.since);
      const lacking = formatRupiah(reason.lacking);
      return reason.count === 1
        ? {
            id: `Cicilan yang jatuh tempo ${since.id} belum lunas (kurang ${lacking})`,
            en: `Instalment due ${since.en} not paid in full (${lacking} to go)`,
          }
        : {
            id: `${reason.count} cicilan belum lunas, sejak ${since.id} (kurang ${lacking})`,
            en: `${reason.count} instalments not paid in full, since ${since.en} (${lacking} to go)`,
          };
    }
    case 'priority':
      return { id: 'Tunggakan yang didahulukan kebijakan', en: "In the policy's priority window" };
    case 'not-contacted': {
      const since = dayWords(reason.since);
      return { id: `Terakhir dihubungi ${since.id}`, en: `Last contacted ${since.en}` };
    }
    case 'never-contacted':
      return { id: 'Belum dihubungi dalam setahun ini', en: 'Not contacted within a year' };
    case 'same-desa':
      return { id: `Sedesa dengan yang di atas: ${reason.desa}`, en: `Same desa as above: ${reason.desa}` };
  }
}

/** How the list is ordered, for whoever asks. */
export const orderWords: Words = {
  id: 'Urutan: janji hari ini, permintaan dihubungi, janji yang belum ditepati, cicilan yang terlewat, lalu tunggakan yang didahulukan kebijakan; di antaranya yang sedesa dulu, lalu yang paling lama tidak dihubungi.',
  en: "Order: promised for today, asked for a contact, promises not kept, missed instalments, then the policy's priority window; among those the same desa first, then the longest not contacted.",
};

function amountOf(amount: number | null): string {
  return amount === null ? '' : ` (${formatRupiah(amount)})`;
}
