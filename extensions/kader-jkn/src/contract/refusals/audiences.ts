import type { Refusal } from '../refusal.ts';

/** Messages to an audience, steps of flows that queue messages, and gateways. */
export const audienceRefusals = {
  KADER_AUDIENCE_TEMPLATE: {
    status: 400,
    field: 'template',
    id: 'Templat "{template}" tidak ada, diarsipkan, atau bukan untuk penerima ini. Pilih templat aktif tentang: {about}.',
    en: 'The template "{template}" does not exist, is archived, or is not for these recipients. Choose an active template about: {about}.',
  },
  KADER_AUDIENCE_NEEDS: {
    status: 400,
    field: 'filter',
    id: 'Penerima ini memerlukan isian "{needed}". Pilih dulu, lalu coba lagi.',
    en: 'These recipients need the entry "{needed}". Choose it first and try again.',
  },
  KADER_NOTICE_EMPTY: {
    status: 400,
    field: 'title',
    id: 'Pemberitahuan ini tanpa judul atau isi. Tulis keduanya.',
    en: 'This notice has no title or no text. Write both.',
  },
  KADER_RECIPIENT_UNKNOWN: {
    status: 400,
    field: 'recipient',
    id: 'Penerima pada langkah alur ini tidak ada atau bukan wewenang pelaksananya. Pilih penerima lain.',
    en: 'The recipient in this step of the flow does not exist or is not for whoever runs it. Choose another recipient.',
  },
  KADER_GATEWAY_URL: {
    status: 400,
    field: 'url',
    id: 'Alamat gerbang tidak dapat dipakai. Tulis alamat https yang lengkap; http hanya untuk gerbang di mesin ini sendiri.',
    en: 'The address of the gateway cannot be used. Give a whole https address; http is for a gateway on this machine alone.',
  },
  KADER_GATEWAY_SECRET: {
    status: 400,
    field: 'secret',
    id: 'Variabel lingkungan "{name}" kosong atau namanya tidak diawali KADER_GATEWAY_. Isi di lingkungan server, minimal 16 karakter, lalu mulai ulang.',
    en: 'The environment variable "{name}" is empty, shorter than 16 characters, or its name does not begin with KADER_GATEWAY_. Set it on the server and restart.',
  },
} as const satisfies Record<string, Refusal>;
