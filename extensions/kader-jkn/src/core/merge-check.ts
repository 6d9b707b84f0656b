/** Whether two records of one family may be made one, and which of them goes on (design 5.12). */
import type { Words } from './calendar-words.ts';

/** A family as merging looks at it. */
export interface MergeSide {
  id: number;
  branch: number;
  /** `muted`: nobody contacts it */
  status: string;
  /** day of its newest list */
  listed_as_of: string;
  /** the family that it was merged into */
  merged_into: number | null;
  /** how many were merged into it */
  merges: number;
  /** a kader holds it today */
  held: boolean;
  /** it pays by instalments that were agreed */
  has_plan: boolean;
}

/** Why the one cannot be merged into the other, with the way out; null: it can. */
export function whyNotMerge(merged: MergeSide, kept: MergeSide): Words | null {
  if (merged.id === kept.id) return { id: 'pilih dua keluarga yang berbeda', en: 'choose two different families' };
  if (merged.merged_into !== null || kept.merged_into !== null) {
    return {
      id: 'salah satunya sudah digabung; batalkan dulu penggabungan itu',
      en: 'one of them is merged already; undo that first',
    };
  }
  if (merged.branch !== kept.branch) {
    return {
      id: 'keduanya milik cabang yang berbeda, dan buku cabang tidak digabung; sepakati cabang mana yang melayani, lalu di cabang lain ubah statusnya menjadi Pindah',
      en: 'they belong to different branches, whose books stay apart; agree which branch serves the family, and set it to Moved in the other',
    };
  }
  if (merged.merges > 0) {
    return {
      id: 'keluarga lain sudah digabung ke yang satu ini; pertahankan yang ini',
      en: 'others were merged into this one already; keep this one',
    };
  }
  if (merged.listed_as_of > kept.listed_as_of) {
    return {
      id: 'daftarnya lebih baru; pertahankan keluarga dengan daftar terbaru, sebab tunggakannya yang berlaku',
      en: 'its list is newer; keep the family with the newest list, whose arrears hold',
    };
  }
  if (merged.status === 'muted' && kept.status !== 'muted') {
    return {
      id: 'kontak dengannya sedang dijeda; pertahankan yang ini, atau akhiri jedanya lebih dulu',
      en: 'contact with it is muted; keep this one, or end the mute first',
    };
  }
  if (merged.has_plan) {
    return {
      id: 'ia punya rencana cicilan yang berjalan; pertahankan yang ini, atau akhiri rencananya lebih dulu',
      en: 'it has a running payment plan; keep this one, or end the plan first',
    };
  }
  return null;
}

/** Which of two to keep where a person has no reason of their own: of those that may be, the one that a kader holds, or the first. */
export function suggestKept(one: MergeSide, other: MergeSide): number | null {
  const [keepsOne, keepsOther] = [whyNotMerge(other, one) === null, whyNotMerge(one, other) === null];
  if (keepsOne && keepsOther) return other.held && !one.held ? other.id : one.id;
  if (keepsOne) return one.id;
  return keepsOther ? other.id : null;
}
