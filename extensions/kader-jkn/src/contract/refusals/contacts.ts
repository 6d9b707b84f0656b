import type { Refusal } from '../refusal.ts';

/** Contacts with families: cap, hours, mutes, photos, promises, and what kader find when they check a family. */
export const contactRefusals = {
  KADER_CONTACT_CAP: {
    status: 409,
    field: 'cap_reason',
    id: 'Keluarga ini sudah dihubungi {cap} kali dalam 7 hari, oleh kader dan telekolekting bersama. Boleh lagi mulai {date}. Bila keluarga itu sendiri yang datang atau meminta, tulis alasannya di "Alasan kontak khusus".',
    en: 'This family was already contacted {cap} times in 7 days, by kader and telekolekting together. Again from {date}. If the family itself came or asked for it, write so under "Reason for a special contact".',
  },
  KADER_CONTACT_HOURS: {
    status: 409,
    field: 'cap_reason',
    id: 'Keluarga hanya dihubungi dari jam {from} sampai jam {to}. Berikutnya {date} mulai jam {hour}. Periksa waktunya; bila keluarga itu sendiri yang datang atau meminta, tulis alasannya di "Alasan kontak khusus".',
    en: 'Families are contacted from {from}:00 to {to}:00 only. Next on {date} from {hour}:00. Check the time; if the family itself came or asked for it, write so under "Reason for a special contact".',
  },
  KADER_CONTACT_MUTED: {
    status: 409,
    field: 'cap_reason',
    id: 'Kontak dengan keluarga ini sedang dijeda. Boleh lagi mulai {date}. Bila keluarga itu sendiri yang datang atau meminta, tulis alasannya di "Alasan kontak khusus".',
    en: 'Contact with this family is muted. Again from {date}. If the family itself came or asked for it, write so under "Reason for a special contact".',
  },
  KADER_CONTACT_MUTED_ALWAYS: {
    status: 409,
    field: 'cap_reason',
    id: 'Kontak dengan keluarga ini dijeda tanpa batas waktu. Bila keluarga itu sendiri yang datang atau meminta, tulis alasannya di "Alasan kontak khusus".',
    en: 'Contact with this family is muted without an end. If the family itself came or asked for it, write so under "Reason for a special contact".',
  },
  KADER_PHOTO_CONSENT: {
    status: 400,
    field: 'photo_consent',
    id: 'Foto hanya disimpan bila keluarga setuju difoto. Centang persetujuannya, atau hapus fotonya.',
    en: 'A photo is kept only if the family agreed to it. Tick the consent, or remove the photo.',
  },
  KADER_PROMISE_PAST: {
    status: 400,
    field: 'promise_on',
    id: 'Hari janji bayar mendahului kontaknya. Isi hari itu juga atau sesudahnya.',
    en: 'The promised day is before the contact. Give that day or a later one.',
  },
  KADER_MUTE_ASKED: {
    status: 409,
    field: 'binaan',
    id: 'Jeda kontak keluarga ini sudah diminta (nomor {id}) dan menunggu keputusan kepala penagihan.',
    en: 'A mute of this family is asked for already (number {id}) and waits for the head of collection.',
  },
  KADER_MUTE_OWN: {
    status: 409,
    field: 'status',
    id: 'Yang meminta jeda kontak tidak memutuskannya sendiri. Minta kepala penagihan lain atau administrator.',
    en: 'Whoever asked for a mute does not decide on it. Ask another head of collection or an administrator.',
  },
  KADER_MUTE_DECIDED: {
    status: 409,
    field: 'status',
    id: 'Jeda kontak ini sudah diputuskan atau berakhir. Muat ulang; bila perlu, minta jeda yang baru.',
    en: 'This mute is decided or over already. Reload; if needed, ask for a new one.',
  },
  KADER_MUTE_NEEDED: {
    status: 409,
    field: 'status',
    id: 'Status "Jangan dihubungi" mengikuti jeda kontak yang disetujui. Minta jeda kontak pada keluarga ini, lalu kepala penagihan menyetujuinya.',
    en: 'The status "Not to be contacted" follows an approved mute. Ask for a mute of this family; the head of collection approves it.',
  },
  KADER_MUTE_IN_FORCE: {
    status: 409,
    field: 'status',
    id: 'Kontak dengan keluarga ini masih dijeda. Kepala penagihan dapat mengakhiri jeda kontaknya lebih dulu.',
    en: 'Contact with this family is still muted. The head of collection can end the mute first.',
  },
  KADER_CHECK_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Hasil pemetaan ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This check does not exist or is not yours to see. Reload the list.',
  },
  KADER_CHECK_DECIDED: {
    status: 409,
    field: null,
    id: 'Koreksi ini sudah diputuskan atau diganti yang lebih baru. Muat ulang daftarnya.',
    en: 'This correction is decided already, or a newer one took its place. Reload the list.',
  },
  KADER_CHECK_MIXED: {
    status: 409,
    field: 'members',
    id: 'Peserta keluarga ini berbeda kelas, jadi jumlahnya dicatat per kelas. Ubah di formulir keluarga, lalu terima koreksi lainnya di sini.',
    en: 'The members of this family are of different classes, so they are counted by class. Change them in the form of the family, then accept the other corrections here.',
  },
  KADER_CHECK_DECISION: {
    status: 409,
    field: 'status',
    id: 'Koreksi diterima atau ditolak pada halaman Pemetaan atau di formulirnya, supaya keluarganya ikut berubah.',
    en: 'A correction is accepted or declined on the page Mapping or in its form, so that the family changes with it.',
  },
} as const satisfies Record<string, Refusal>;
