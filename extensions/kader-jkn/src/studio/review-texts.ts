import type { ReviewDecision } from '../contract/reviews.ts';
import type { Text } from './text.ts';

/** Deciding on a partnership, in the form of the review and in the monev session. */
export const reviewTexts = {
  decide: ['Putuskan', 'Decide'],
  decideOn: ['Keputusan kemitraan {kader}', 'Decision on the partnership of {kader}'],
  effect: [
    'Keputusan langsung dijalankan, tercatat atas nama Anda, dan dibuatkan surat yang dapat diunduh kader. Tidak dapat diubah lagi.',
    'The decision is carried out at once, in your name, with a letter that the kader can download. It cannot be changed afterwards.',
  ],
  which: ['Keputusan', 'Decision'],
  grounds: ['Pertimbangan', 'Grounds'],
  groundsHint: ['Tertulis dalam surat, jadi dibaca kader.', 'They stand in the letter, so the kader reads them.'],
  until: ['Diberi waktu sampai', 'Given time until'],
  loading: ['Memuat data kader…', 'Loading the kader…'],
  cancel: ['Belum', 'Not yet'],
  confirm: ['Putuskan dan buat surat', 'Decide and make the letter'],
  waits: [
    'Dapat diputuskan setelah kader menjawab, atau setelah {date}.',
    'It can be decided once the kader has answered, or after {date}.',
  ],
  byHead: ['Kepala penagihan yang memutuskan.', 'The head of collection decides.'],
  decided: ['Keputusan tersimpan dan suratnya dibuat', 'The decision is saved and its letter made'],
} as const satisfies Record<string, Text>;

/** What a decision is called, and what it does. */
export const decisionTexts: Readonly<Record<ReviewDecision, { name: Text; effect: Text }>> = {
  continue: {
    name: ['Dilanjutkan', 'Continue'],
    effect: ['Tidak ada yang berubah.', 'Nothing changes.'],
  },
  extend: {
    name: ['Diberi waktu', 'Give time'],
    effect: [
      'Tercatat di riwayat; dibicarakan lagi pada tanggal itu.',
      'Stands in the history; taken up again on that day.',
    ],
  },
  warn: {
    name: ['Peringatan', 'Warn'],
    effect: [
      'Tercatat di riwayat kader. Tidak ada imbal jasa yang ditahan.',
      'Stands in the history. No pay is withheld.',
    ],
  },
  end: {
    name: ['Berakhir', 'End'],
    effect: [
      'Kemitraan berakhir pada hari terakhir di bawah, dan keluarganya dipindahkan seperti Anda pilih.',
      'The partnership ends on the day below, and the families go where you choose.',
    ],
  },
};
