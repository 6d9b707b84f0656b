import type { Refusal } from '../refusal.ts';

/** Refusals about the templates of messages. `field` in the answer is subject, html or text. */
export const templateRefusals = {
  KADER_TEMPLATE_INVALID: {
    status: 400,
    field: 'html',
    id: 'Templat belum dapat dipakai: {problem}. Perbaiki bagian itu, lalu simpan lagi.',
    en: 'The template cannot be used yet: {problem}. Mend that part and save again.',
  },
  KADER_TEMPLATE_TWICE: {
    status: 409,
    field: 'key',
    id: 'Templat dengan kunci, saluran, bahasa, dan cabang ini sudah dipakai. Ubah templat itu, atau tandai tidak dipakai dahulu.',
    en: 'A template of this key, channel, language and branch is in use. Change that one, or mark it as not in use first.',
  },
  KADER_TEMPLATE_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Tidak ada templat "{key}" yang dipakai untuk saluran itu. Buat templatnya, atau pilih kunci lain.',
    en: 'No template "{key}" is in use for that channel. Make one, or choose another key.',
  },
  KADER_TEMPLATE_RECORD: {
    status: 404,
    field: 'item',
    id: 'Catatan ini tidak ada, tidak berlaku lagi, atau bukan untuk Anda. Pilih catatan lain dari daftar.',
    en: 'This record does not exist, does not stand any more, or is not yours to see. Choose another from the list.',
  },
} as const satisfies Record<string, Refusal>;
