import type { BatchStatus, HeldReason, MessageChannel, MessageStatus } from '../contract/message-records.ts';
import type { Text } from './text.ts';

export const channelTexts: Readonly<Record<MessageChannel | 'best', Text>> = {
  best: ['Yang paling cocok', 'Whatever suits best'],
  email: ['Surel', 'E-mail'],
  whatsapp: ['WhatsApp', 'WhatsApp'],
  sms: ['SMS', 'SMS'],
  letter: ['Surat', 'Letter'],
};

export const channelIcons: Readonly<Record<MessageChannel, string>> = {
  email: 'mail',
  whatsapp: 'chat',
  sms: 'sms',
  letter: 'description',
};

/** Where a message is on its way, as a sentence. */
export const statusTexts: Readonly<Record<MessageStatus, Text>> = {
  new: ['Segera disiapkan.', 'About to be prepared.'],
  waiting: [
    'Menunggu persetujuan kepala penagihan atas kirimannya.',
    'Waits for a head to approve the batch it is part of.',
  ],
  queued: ['Dalam antrean, berangkat sendiri.', 'In the queue; it goes out by itself.'],
  by_hand: ['Menunggu dikirim oleh orang.', 'Waits for a person to send it.'],
  held: ['Ditahan, tidak dikirim.', 'Held back, not sent.'],
  claimed: ['Sedang diambil untuk dikirim.', 'Being taken to be sent.'],
  sending: ['Sedang dikirim.', 'Being sent.'],
  sent: ['Sudah terkirim.', 'Sent.'],
  failed: ['Gagal terkirim.', 'It could not be sent.'],
  unsure: ['Belum pasti terkirim.', 'Not known whether it was sent.'],
  bounced: ['Dikembalikan oleh alamat penerima.', "Returned by the recipient's address."],
  cancelled: ['Dibatalkan.', 'Cancelled.'],
};

interface Held {
  /** short, as one counts them: `12 · tanpa nomor` */
  why: Text;
  /** what a person can do */
  way: Text;
}

export const heldTexts: Readonly<Record<HeldReason, Held>> = {
  no_address: {
    why: ['tanpa alamat surel atau nomor', 'without an e-mail address or number'],
    way: [
      'Lengkapi alamat atau nomornya pada catatan penerima, lalu kirim lagi.',
      "Complete the address or number on the recipient's record, then send again.",
    ],
  },
  address_invalid: {
    why: ['alamat atau nomornya tidak dapat dipakai', 'address or number cannot be used'],
    way: [
      'Betulkan alamat atau nomornya pada catatan penerima, lalu kirim lagi.',
      "Correct the address or number on the recipient's record, then send again.",
    ],
  },
  opted_out: {
    why: ['minta tidak dikirimi', 'asked not to be written to'],
    way: [
      'Hormati permintaannya. Bila penerima sendiri berubah pikiran, matikan catatannya di Jangan kirimi, lalu kirim lagi.',
      'Respect that. If the recipient has changed their mind, switch the record off under Do not write to, then send again.',
    ],
  },
  bounced: {
    why: ['alamatnya mengembalikan surel', 'address returns e-mail'],
    way: [
      'Tanyakan alamat yang benar, betulkan, matikan catatannya di Jangan kirimi, lalu kirim lagi.',
      'Ask for the right address, correct it, switch the record off under Do not write to, then send again.',
    ],
  },
  muted: {
    why: ['kontaknya sedang dijeda', 'muted at present'],
    way: ['Tunggu sampai jedanya selesai.', 'Wait until the mute is over.'],
  },
  family_gone: {
    why: ['pindah, digabung, atau tidak lagi di daftar', 'moved, merged or off the list'],
    way: ['Tidak perlu dikirim.', 'There is no need to send it.'],
  },
  family_limit: {
    why: ['sudah cukup pesan minggu ini', 'enough messages this week'],
    way: ['Kirim lagi setelah beberapa hari.', 'Send again after some days.'],
  },
  kader_ended: {
    why: ['kemitraannya sudah berakhir', 'partnership has ended'],
    way: ['Tidak perlu dikirim.', 'There is no need to send it.'],
  },
  recipient_gone: {
    why: ['penerimanya tidak ada lagi', 'recipient is gone'],
    way: ['Batalkan pesan ini.', 'Cancel this message.'],
  },
  record_gone: {
    why: ['catatan yang dibicarakannya tidak ada lagi', 'record it is about is gone'],
    way: ['Batalkan pesan ini.', 'Cancel this message.'],
  },
  no_template: {
    why: ['tidak ada templat aktif', 'no active template'],
    way: ['Aktifkan templatnya, lalu kirim lagi.', 'Make its template active, then send again.'],
  },
  template_problem: {
    why: ['templatnya bermasalah', 'the template has a problem'],
    way: ['Betulkan templatnya, lalu kirim lagi.', 'Mend the template, then send again.'],
  },
  attachment_missing: {
    why: ['lampirannya tidak ada', 'attachment is missing'],
    way: ['Buat dulu dokumennya, lalu kirim lagi.', 'Make the document first, then send again.'],
  },
  not_theirs: {
    why: ['catatannya milik orang lain', 'its record is about somebody else'],
    way: [
      'Pesan ini tidak akan dikirim. Betulkan catatan atau penerima pada langkah alurnya.',
      'It will not be sent. Correct the record or the recipient in the step of the flow.',
    ],
  },
  too_late: {
    why: ['sudah lewat waktunya', 'its time has passed'],
    way: ['Tidak perlu dikirim.', 'There is no need to send it.'],
  },
  not_prepared: {
    why: ['tidak dapat disiapkan', 'could not be prepared'],
    way: [
      'Coba kirim lagi. Bila tetap begini, tunjukkan kepada administrator.',
      'Try sending again. If that does not help, show it to an administrator.',
    ],
  },
};

export const batchTexts: Readonly<Record<BatchStatus, Text>> = {
  waiting: ['Menunggu persetujuan', 'Waits for approval'],
  approved: ['Disetujui', 'Approved'],
  declined: ['Ditolak', 'Declined'],
  cancelled: ['Dibatalkan', 'Cancelled'],
};
