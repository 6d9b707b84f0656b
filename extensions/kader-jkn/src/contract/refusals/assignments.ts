import type { Refusal } from '../refusal.ts';

/** Families given to kader: shared, reassigned, and those outside the list. */
export const assignmentRefusals = {
  KADER_OUTSIDE_LIST_NOT_ALLOWED: {
    status: 409,
    field: 'binaan',
    id: 'Keluarga {family} di luar daftar, dan kebijakan cabang tidak memperbolehkan kader memegangnya. Ubah kebijakan program, atau tunggu sampai keluarga itu ada di daftar.',
    en: "The family {family} is outside the list, and the branch's policy does not let kader hold such families. Change the programme policy, or wait until it is on the list.",
  },
  KADER_OUTSIDE_OWN_DESA: {
    status: 409,
    field: 'kader',
    id: 'Keluarga {family} di luar daftar dan hanya boleh dipegang kader desanya sendiri; desa itu bukan desa binaan {kader}. Pilih kader desa itu, atau tambahkan desanya ke desa binaan.',
    en: "The family {family} is outside the list and may only be held by a kader of its own desa, which is not one of {kader}'s. Choose a kader of that desa, or add the desa to theirs.",
  },
  KADER_PROPOSAL_CHANGED: {
    status: 409,
    field: null,
    id: 'Keadaan sudah berubah sejak usulan ini dibuat (ada keluarga, kader, atau pembayaran baru). Lihat usulan yang baru, lalu terapkan.',
    en: 'Things have changed since this proposal was made (a new family, kader or payment). Look at the new proposal, then apply it.',
  },
  KADER_NOT_ACTIVE: {
    status: 409,
    field: 'to',
    id: '{kader} tidak dapat diberi keluarga pada {date}: hanya kader aktif yang tidak sedang cuti dan yang kemitraannya belum diakhiri. Pilih kader lain atau tanggal lain.',
    en: '{kader} cannot be given families on {date}: only active kader who are not on leave and whose partnership is not ending. Choose another kader or another day.',
  },
  KADER_SAME_HOLDER: {
    status: 400,
    field: 'to',
    id: 'Keluarga ini sudah dipegang kader itu. Pilih kader lain.',
    en: 'These families are held by that kader already. Choose another kader.',
  },
  KADER_FROM_DATE_TOO_EARLY: {
    status: 400,
    field: 'from_date',
    id: 'Tanggal mulai paling awal {date}: bulan sebelumnya sudah ditutup. Pilih tanggal itu atau sesudahnya.',
    en: 'The first day possible is {date}: the month before it is closed. Choose that day or a later one.',
  },
} as const satisfies Record<string, Refusal>;
