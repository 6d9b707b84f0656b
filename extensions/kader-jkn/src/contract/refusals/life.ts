import type { Refusal } from '../refusal.ts';

/** Refusals about the life of a kader, their training, and complaints. */
export const lifeRefusals = {
  KADER_ACTIVATION_INCOMPLETE: {
    status: 409,
    field: 'status',
    id: 'Kader ini belum dapat diaktifkan. Yang belum ada: {missing}. Lengkapi lewat "Langkah kader", lalu aktifkan.',
    en: 'This kader cannot be activated yet. Missing: {missing}. Complete it in "Steps of the kader", then activate.',
  },
  KADER_RETURNS_ANEW: {
    status: 409,
    field: 'status',
    id: 'Kemitraan ini sudah berakhir dan bulannya sudah ditutup. Yang bergabung lagi dicatat sebagai calon baru dengan kode baru.',
    en: 'This partnership has ended and its month is closed. Whoever joins again is recorded as a new candidate with a new code.',
  },
  KADER_CANDIDATE_AGAIN: {
    status: 409,
    field: 'status',
    id: 'Kader yang sudah bergabung tidak menjadi calon lagi. Catat cuti, atau akhiri kemitraannya.',
    en: 'A kader who has joined does not become a candidate again. Record a leave, or end the partnership.',
  },
  KADER_LEAVE_BY_DAYS: {
    status: 409,
    field: 'status',
    id: 'Status cuti mengikuti tanggalnya. Tekan "Catat cuti" atau "Kembali bertugas".',
    en: 'The status of leave follows its days. Press "Record a leave" or "Back from leave".',
  },
  KADER_LEAVE_OVERLAP: {
    status: 409,
    field: 'from_date',
    id: 'Kader ini sudah dicatat cuti pada {date}. Akhiri cuti itu dahulu, atau pilih tanggal lain.',
    en: 'This kader is on leave on {date} already. End that leave first, or choose another day.',
  },
  KADER_NOT_ON_LEAVE: {
    status: 409,
    field: null,
    id: 'Kader ini tidak sedang cuti. Muat ulang halamannya.',
    en: 'This kader is not on leave. Reload the page.',
  },
  KADER_FAMILIES_HELD: {
    status: 409,
    field: 'status',
    id: 'Kader ini masih memegang {families} keluarga setelah {date}. Tekan "Akhiri kemitraan", yang menanyakan nasib keluarga-keluarga itu: dibagi, diberikan kepada satu kader, atau tanpa kader.',
    en: 'This kader still holds {families} families after {date}. Press "End the partnership", which asks what becomes of them: shared, given to one kader, or left without a kader.',
  },
  KADER_END_BEFORE_CREDIT: {
    status: 409,
    field: 'ended_on',
    id: 'Kader ini masih dikreditkan pembayaran pada {date}. Pilih hari itu atau sesudahnya sebagai hari terakhir.',
    en: 'This kader is credited with a payment on {date}. Choose that day or a later one as the last.',
  },
  KADER_END_DAY: {
    status: 400,
    field: 'ended_on',
    id: 'Isi hari terakhir kemitraan: tidak sebelum kader bergabung, dan tidak di masa depan.',
    en: 'Give the last day of the partnership: not before the kader joined, and not in the future.',
  },
  KADER_ENDED_ALREADY: {
    status: 409,
    field: 'status',
    id: 'Kemitraan ini sudah berakhir pada {date}. Tidak ada yang berubah; muat ulang halamannya.',
    en: 'This partnership ended on {date} already. Nothing changed; reload the page.',
  },
  KADER_FAMILIES_CHOICE: {
    status: 400,
    field: 'families',
    id: 'Pilih nasib keluarga binaannya: dibagi menurut desa, diberikan kepada satu kader, atau tanpa kader dahulu.',
    en: 'Choose what becomes of the families: shared by desa, given to one kader, or left without a kader for now.',
  },
  KADER_LIFE_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Kader ini tidak ada atau bukan dari cabang Anda. Pilih kader dari daftar.',
    en: 'This kader does not exist or is not of your branch. Choose one from the list.',
  },
  KADER_LIFE_STEP: {
    status: 409,
    field: 'status',
    id: 'Langkah ini tidak untuk kader berstatus {status}. Muat ulang halamannya dan pilih langkah yang ada.',
    en: 'This step is not for a kader whose status is {status}. Reload the page and choose one of the steps there.',
  },
  KADER_DAY_INVALID: {
    status: 400,
    field: null,
    id: 'Tanggal pada kolom {field} belum benar: {why}.',
    en: 'The date in field {field} is not right: {why}.',
  },
  KADER_TOPIC_UNKNOWN: {
    status: 400,
    field: 'topics',
    id: 'Materi "{topic}" tidak dikenal. Pilih dari daftar materi pelatihan.',
    en: 'The topic "{topic}" is not known. Choose from the list of training topics.',
  },
  KADER_TRAINING_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Pelatihan ini tidak ada atau bukan dari cabang Anda. Pilih dari daftar.',
    en: 'This training does not exist or is not of your branch. Choose one from the list.',
  },
  KADER_COMPLAINT_OWN: {
    status: 403,
    field: 'about_kader',
    id: 'Pengaduan tentang Anda sendiri tidak melewati Anda. Minta keluarga menyampaikannya langsung ke kantor cabang.',
    en: 'A complaint about yourself does not pass through you. Ask the family to tell the branch itself.',
  },
  KADER_COMPLAINT_ANSWER: {
    status: 400,
    field: 'answer',
    id: 'Tulis jawabannya sebelum menandai pengaduan ini dijawab atau selesai.',
    en: 'Write the answer before marking this as answered or closed.',
  },
} as const satisfies Record<string, Refusal>;
