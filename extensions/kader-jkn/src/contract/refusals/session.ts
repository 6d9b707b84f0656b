import type { Refusal } from '../refusal.ts';

/** Refusals about monev sessions, their decisions, and decisions on a partnership. */
export const sessionRefusals = {
  KADER_SESSION_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Sesi monev ini tidak ada atau bukan dari cabang Anda. Pilih sesi dari daftar.',
    en: 'This monev session does not exist or is not of your branch. Choose one from the list.',
  },
  KADER_SESSION_TWICE: {
    status: 409,
    field: 'month',
    id: 'Sesi monev bulan itu sudah ada. Buka sesi itu dari daftar.',
    en: 'There is a monev session of that month already. Open it from the list.',
  },
  KADER_SESSION_MONTH: {
    status: 400,
    field: 'month',
    id: '{month} tidak ada dalam pembukuan cabang ini. Pilih bulan sejak pembukuan dimulai sampai bulan ini.',
    en: '{month} is not in the books of this branch. Choose a month from the first of the books up to this one.',
  },
  KADER_SESSION_STARTED: {
    status: 409,
    field: 'month',
    id: 'Sesi ini sudah memuat kehadiran atau keputusan, jadi bulannya tetap. Buat sesi lain untuk bulan lain.',
    en: 'This session holds attendance or decisions, so its month stays. Make another session for another month.',
  },
  KADER_SESSION_STEP: {
    status: 409,
    field: 'status',
    id: 'Sesi berjalan dari direncanakan ke berlangsung, lalu selesai. Tandai berlangsung dahulu.',
    en: 'A session goes from planned to held, then done. Mark it as held first.',
  },
  KADER_SESSION_DONE: {
    status: 409,
    field: 'status',
    id: 'Sesi ini sudah selesai, jadi isinya tetap. Kepala penagihan dapat membukanya kembali dengan "Buka kembali sesi".',
    en: 'This session is done, so it is fixed. The head of collection can open it again with "Open the session again".',
  },
  KADER_DECISION_OWNER: {
    status: 400,
    field: 'owner',
    id: 'Pilih penanggung jawab keputusan ini: seorang petugas cabang yang sama.',
    en: 'Choose who owns this decision: an officer of the same branch.',
  },
  KADER_DECISION_WHY: {
    status: 400,
    field: 'done_note',
    id: 'Tulis mengapa keputusan ini tidak dilanjutkan.',
    en: 'Write why this decision is dropped.',
  },
  KADER_REVIEW_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Peninjauan kemitraan ini tidak ada atau bukan dari cabang Anda. Pilih dari daftar.',
    en: 'This partnership review does not exist or is not of your branch. Choose one from the list.',
  },
  KADER_REVIEW_BY_BUTTON: {
    status: 409,
    field: 'decision',
    id: 'Keputusan disimpan lewat tombol "Putuskan", yang sekaligus menjalankannya dan membuat suratnya.',
    en: 'A decision is saved with the button "Decide", which carries it out and makes its letter.',
  },
  KADER_REVIEW_OVER: {
    status: 409,
    field: 'status',
    id: 'Peninjauan ini sudah diputuskan atau dibatalkan. Tidak ada yang berubah; muat ulang halamannya.',
    en: 'This review is decided or withdrawn already. Nothing changed; reload the page.',
  },
  KADER_REVIEW_FOLLOW_UP: {
    status: 400,
    field: 'follow_up_on',
    id: 'Isi tanggal tindak lanjut setelah hari ini: sampai kapan kader diberi waktu.',
    en: 'Give a day of follow-up after today: until when the kader is given time.',
  },
  KADER_REVIEW_OWN: {
    status: 403,
    field: 'decision',
    id: 'Kemitraan Anda sendiri diputuskan orang lain. Minta kepala penagihan lain atau administrator.',
    en: 'Your own partnership is decided by somebody else. Ask another head of collection or an administrator.',
  },
  KADER_REVIEW_NO_LETTER: {
    status: 404,
    field: 'letter',
    id: 'Peninjauan ini belum memiliki surat keputusan. Surat dibuat bersama keputusannya.',
    en: 'This review has no letter yet. It is made together with the decision.',
  },
} as const satisfies Record<string, Refusal>;
