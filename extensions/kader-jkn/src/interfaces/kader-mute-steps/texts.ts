import type { Text } from '../../studio/text.ts';

export const texts = {
  waits: ['Menunggu keputusan kepala penagihan.', 'Waits for the head of collection.'],
  own: [
    'Anda sendiri yang memintanya: kepala penagihan lain atau administrator memutuskannya.',
    'You asked for it yourself: another head of collection or an administrator decides.',
  ],
  effect: [
    'Bila disetujui, tidak ada yang menghubungi keluarga ini sampai {until}. Pembayaran tetap diterima.',
    'Once approved, nobody contacts this family until {until}. Payments are still accepted.',
  ],
  effectAlways: [
    'Bila disetujui, tidak ada lagi yang menghubungi keluarga ini. Pembayaran tetap diterima.',
    'Once approved, nobody contacts this family any more. Payments are still accepted.',
  ],
  inForce: ['Keluarga ini tidak dihubungi sampai {until}.', 'This family is not contacted until {until}.'],
  inForceAlways: ['Keluarga ini tidak dihubungi lagi.', 'This family is not contacted any more.'],
  note: ['Alasan, untuk yang meminta', 'Reason, for whoever asked'],
  approve: ['Setujui', 'Approve'],
  decline: ['Tolak', 'Decline'],
  end: ['Akhiri sekarang', 'End it now'],
  doneApproved: ['Jeda kontak disetujui', 'The mute is approved'],
  doneDeclined: ['Jeda kontak ditolak', 'The mute is declined'],
  doneEnded: ['Jeda kontak berakhir', 'The mute is over'],
} as const satisfies Record<string, Text>;
