import type { Refusal } from '../refusal.ts';

/** Families of mixed classes, and instalments (REHAB). */
export const moneyRefusals = {
  KADER_MEMBERS_BY_CLASS: {
    status: 400,
    field: 'members_1',
    id: 'Peserta per kelas diisi ketiganya dan jumlahnya sama dengan jumlah peserta, atau dikosongkan semua bila kelasnya sama.',
    en: 'Give the members of all three classes, together the number of members, or leave all empty where the class is the same.',
  },
  KADER_PLAN_NOT_OFFERED: {
    status: 409,
    field: null,
    id: 'Kebijakan program tidak menawarkan cicilan. Isi jumlah cicilan paling banyak pada kebijakan cabang atau nasional.',
    en: 'The programme policy offers no instalments. Set the most instalments in the policy of the branch or the national one.',
  },
  KADER_PLAN_MONTHS_BELOW: {
    status: 409,
    field: null,
    id: 'Tunggakan {months} bulan belum cukup untuk dicicil: paling sedikit {least} bulan. Catat sebagai pembayaran biasa.',
    en: '{months} months of arrears are too few for instalments: at least {least}. Record an ordinary payment.',
  },
  KADER_PLAN_MONTHS_ABOVE: {
    status: 409,
    field: null,
    id: 'Tunggakan {months} bulan melebihi yang dapat dicicil ({most} bulan). Bayar sebagian lebih dulu, atau ubah kebijakan program.',
    en: '{months} months of arrears are more than can be paid in instalments ({most}). Pay a part first, or change the programme policy.',
  },
  KADER_PLAN_COUNT: {
    status: 400,
    field: 'count',
    id: 'Jumlah cicilan dari 1 sampai {most}. Pilih salah satu dari daftar.',
    en: 'Between 1 and {most} instalments. Choose one of the list.',
  },
  KADER_PLAN_START: {
    status: 400,
    field: 'starts_on',
    id: 'Rencana dimulai dari {date} sampai 31 hari sesudahnya. Pilih hari di antaranya.',
    en: 'A plan starts between {date} and 31 days later. Choose a day in between.',
  },
  KADER_PLAN_OPEN: {
    status: 409,
    field: 'binaan',
    id: 'Keluarga ini masih punya rencana cicilan (nomor {id}). Akhiri dahulu sebelum membuat yang baru; yang baru mulai paling cepat sehari sesudahnya.',
    en: 'This family has a plan still (number {id}). End it before making another, which starts the day after at the earliest.',
  },
  KADER_PLAN_OF_MERGED: {
    status: 409,
    field: null,
    id: 'Data keluarga yang akan digabung masih punya rencana cicilan (nomor {id}). Akhiri dahulu rencananya, atau gabungkan ke arah sebaliknya.',
    en: 'The family record to be merged has an open plan (number {id}). End the plan first, or merge the other way round.',
  },
  KADER_PLAN_MADE: {
    status: 409,
    field: null,
    id: 'Rencana cicilan dibuat dan diakhiri dari formulir keluarga, dan tidak diubah setelah dibuat. Buka keluarganya, bagian Cicilan.',
    en: "Plans are made and ended in the family's form, and never changed once made. Open the family, sheet Instalments.",
  },
  KADER_PLAN_ENDED: {
    status: 409,
    field: 'status',
    id: 'Rencana cicilan nomor {id} sudah selesai atau diakhiri. Muat ulang halamannya.',
    en: 'Plan {id} is completed or ended already. Reload the page.',
  },
  KADER_PLAN_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Rencana cicilan ini tidak ada atau bukan untuk Anda. Muat ulang halamannya.',
    en: 'This plan does not exist or is not for you. Reload the page.',
  },
  KADER_ENROLMENT_NUMBERS: {
    status: 400,
    field: 'nik',
    id: 'Untuk dicatat terdaftar, isi NIK serta nomor KK atau VA dari kantor cabang.',
    en: 'To count as registered it needs the NIK and the KK or VA number given by the branch.',
  },
  KADER_ENROLMENT_DATE: {
    status: 400,
    field: 'registered_on',
    id: 'Tanggal terdaftar paling lambat hari ini. Isi tanggal pendaftaran yang sebenarnya.',
    en: 'The day of registration is today at the latest. Give the day it really was.',
  },
  KADER_ENROLMENT_COUNTED: {
    status: 409,
    field: 'status',
    id: 'Pendaftaran ini sudah dihitung pada bulan {month} dan tidak diubah lagi. Selama bulan itu terbuka, kembalikan dahulu statusnya; setelah ditutup, gunakan koreksi imbal jasa.',
    en: 'This registration counts in {month} and does not change. While that month is open, set its status back first; once closed, use a correction of commission.',
  },
  KADER_ENROLMENT_TWICE: {
    status: 409,
    field: 'nik',
    id: 'NIK ini sudah tercatat terdaftar. Periksa nomornya; satu orang dihitung satu kali.',
    en: 'This NIK is registered already. Check the number; a person counts once.',
  },
  KADER_ENROLMENT_OWN: {
    status: 403,
    field: 'status',
    id: 'Pendaftaran Anda sendiri dicatat terdaftar oleh petugas cabang. Minta petugas memeriksanya.',
    en: 'Your own enrolment is set to registered by branch staff. Ask them to check it.',
  },
} as const satisfies Record<string, Refusal>;
