import type { Refusal } from '../refusal.ts';

/** Arrears as they stood at the end of a month. */
export const arrearsRefusals = {
  KADER_MONTH_END_KEPT: {
    status: 409,
    field: 'kind',
    id: 'Potret akhir bulan dibuat setelah bulan ditutup dan tidak diubah. Catat angka terbit sebagai potret tersendiri.',
    en: 'Month-ends are made once the month is closed and never changed. Record a published figure as a snapshot of its own.',
  },
} as const satisfies Record<string, Refusal>;
