/** What sharing a desa's families comes to, in a sentence. */
import type { Words } from './calendar-words.ts';

export interface DesaShared {
  /** how many kader got families of the desa */
  kader: number;
  /** how many kader of the desa may be given families */
  available: number;
  families: number;
  left: number;
  /** families a kader; null: no limit */
  capacity: number | null;
}

/** Why the families of a desa go where they go, or to nobody. */
export function sharingWords({ kader, available, families, left, capacity }: DesaShared): Words {
  if (available === 0) {
    return {
      id: 'Tidak ada kader aktif di desa ini: tambahkan desa ini ke desa binaan seorang kader.',
      en: 'No active kader in this desa: add it to the desa of a kader.',
    };
  }
  if (families === 0) return fullWords(available, capacity);
  const shared = sharedWords(kader, available);
  if (left === 0) return shared;
  return {
    id: `${shared.id} ${left} tersisa karena kadernya sudah memegang ${capacity} keluarga.`,
    en: `${shared.en} ${left} are left because its kader hold ${capacity} families already.`,
  };
}

function sharedWords(kader: number, available: number): Words {
  if (available === 1) return { id: 'Satu-satunya kader desa ini.', en: 'The only kader of this desa.' };
  if (kader === 1) {
    return {
      id: `Kader yang bebannya paling ringan dari ${available} kader desa ini.`,
      en: `The one with least to do of the ${available} kader of this desa.`,
    };
  }
  return {
    id: `Dibagi supaya beban ${kader} kader menjadi setara; RT/RW yang sama tetap bersama.`,
    en: `Shared so that ${kader} kader have as much to do; the same RT/RW stays together.`,
  };
}

function fullWords(available: number, capacity: number | null): Words {
  return available === 1
    ? {
        id: `Kader desa ini sudah memegang ${capacity} keluarga atau lebih.`,
        en: `The kader of this desa holds ${capacity} families or more.`,
      }
    : {
        id: `Semua ${available} kader desa ini sudah memegang ${capacity} keluarga atau lebih.`,
        en: `All ${available} kader of this desa hold ${capacity} families or more.`,
      };
}
