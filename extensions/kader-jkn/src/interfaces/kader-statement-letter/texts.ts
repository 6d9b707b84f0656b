import type { Text } from '../../studio/text.ts';

export const texts = {
  hint: [
    'Surat rincian imbal jasa, siap dicetak dan ditandatangani.',
    'The letter of this statement, ready to print and sign.',
  ],
} as const satisfies Record<string, Text>;
