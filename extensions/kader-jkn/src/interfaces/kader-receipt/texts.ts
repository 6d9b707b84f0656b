import type { Text } from '../../studio/text.ts';

export const texts = {
  print: ['Cetak tanda terima', 'Print receipt'],
  send: ['Kirim lewat WhatsApp', 'Send by WhatsApp'],
  noPhone: ['Nomor telepon keluarga belum dicatat', "The family's phone is not recorded"],
  copy: ['Salin teks', 'Copy text'],
  copied: ['Teks tanda terima disalin', 'Receipt text copied'],
  copyFailed: [
    'Tidak dapat menyalin. Buka tanda terima lalu salin dari sana.',
    'Could not copy. Open the receipt and copy from there.',
  ],
} as const satisfies Record<string, Text>;
