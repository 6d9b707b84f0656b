import type { Refusal } from '../refusal.ts';

/** The outbox: what people may do with a message, and what only our code does. */
export const messageRefusals = {
  KADER_MESSAGE_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Pesan ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This message does not exist or is not yours to see. Reload the list.',
  },
  KADER_MESSAGE_BY_HAND: {
    status: 409,
    field: null,
    id: 'Pesan tidak dibuat atau diubah langsung. Kirim dari halaman Pesan atau lewat alur kerja, dan gunakan tombol pada pesannya.',
    en: 'Messages are not made or changed directly. Send from the page Messages or by a flow, and use the buttons of the message.',
  },
  KADER_MESSAGE_STATE: {
    status: 409,
    field: 'status',
    id: 'Pesan ini sudah berstatus lain ({status}), jadi langkah itu tidak dapat dilakukan lagi. Muat ulang halamannya.',
    en: 'This message is in another state by now ({status}), so that step cannot be taken any more. Reload the page.',
  },
  KADER_MESSAGE_UNSURE: {
    status: 409,
    field: 'confirm',
    id: 'Pesan ini mungkin sudah terkirim. Cari {message_id} di catatan server surel; bila memang tidak ada, ulangi dengan konfirmasi.',
    en: 'This message may have been sent already. Look for {message_id} in the log of the mail server; if it is not there, try again and confirm.',
  },
  KADER_MESSAGE_REFUSED: {
    status: 409,
    field: null,
    id: 'Pesan ini tidak dikirim: {why}.',
    en: 'This message is not sent: {why}.',
  },
  KADER_MESSAGE_HOURS: {
    status: 409,
    field: null,
    id: 'Pesan kepada keluarga dan kader hanya dikirim pada jamnya. Berikutnya {date} mulai jam {hour} waktu setempat.',
    en: 'Families and kader are written to in certain hours only. Next on {date} from {hour}:00 local time.',
  },
  KADER_MESSAGE_NO_LINK: {
    status: 409,
    field: 'channel',
    id: 'Tautan WhatsApp hanya ada untuk pesan WhatsApp atau SMS yang dikirim sendiri.',
    en: 'Only WhatsApp and SMS messages to send by hand have a link.',
  },
  KADER_MESSAGE_KEPT: {
    status: 409,
    field: null,
    id: 'Pesan yang belum selesai atau belum 60 hari tidak dihapus: tanpa catatannya pesan yang sama dapat terkirim lagi. Batalkan saja.',
    en: 'A message that is not over, or not 60 days old, is not deleted: without its record it could be sent again. Cancel it instead.',
  },
  KADER_MESSAGE_STOP_WHO: {
    status: 400,
    field: 'binaan',
    id: 'Isi salah satu saja: keluarga, kader, atau alamat yang tidak dikirimi lagi.',
    en: 'Give one only: the family, the kader or the address that is not written to any more.',
  },
  KADER_MESSAGE_STOP_TWICE: {
    status: 409,
    field: 'binaan',
    id: 'Ini sudah tercatat di Jangan kirimi untuk saluran itu.',
    en: 'This is listed already as not to be written to by that channel.',
  },
  KADER_MESSAGE_BATCH_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Kiriman ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This batch does not exist or is not yours to see. Reload the list.',
  },
  KADER_MESSAGE_BATCH_DECIDED: {
    status: 409,
    field: 'status',
    id: 'Kiriman ini sudah diputuskan. Muat ulang halamannya.',
    en: 'This batch is decided already. Reload the page.',
  },
  KADER_MESSAGE_BATCH_OWN: {
    status: 403,
    field: 'status',
    id: 'Kiriman disetujui atau ditolak oleh orang lain, bukan oleh yang mengirimnya. Minta kepala penagihan lain atau administrator.',
    en: 'A batch is approved or declined by somebody other than who sent it. Ask another head of collection or an administrator.',
  },
} as const satisfies Record<string, Refusal>;
