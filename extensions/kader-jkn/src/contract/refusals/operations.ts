import type { Refusal } from '../refusal.ts';

/** Operations of flows: what their steps were told. */
export const operationRefusals = {
  KADER_FLOW_VALUE: {
    status: 400,
    field: null,
    id: 'Isian "{field}" pada operasi alur ini tidak terbaca. Pilih rekamannya di formulir operasi, atau tulis nilai dari pemicu atau langkah sebelumnya.',
    en: 'The entry "{field}" of this operation cannot be read. Choose the record in the form of the operation, or give a value of the trigger or of an earlier step.',
  },
  KADER_FLOW_BRANCH: {
    status: 400,
    field: 'branch',
    id: 'Alur ini berjalan tanpa pengguna yang bercabang, jadi cabangnya harus disebut. Pilih kantor cabang di formulir operasi.',
    en: 'Nobody with a branch set this flow off, so the branch has to be named. Choose it in the form of the operation.',
  },
  KADER_AUDIT_BUSY: {
    status: 409,
    field: null,
    id: 'Audit lain sedang memeriksa pembukuan. Tunggu sampai selesai, lalu jalankan lagi.',
    en: 'Another audit is going through the books. Wait until it is done, then run this one again.',
  },
  KADER_PAYOUT_NOT_KEPT: {
    status: 404,
    field: null,
    id: 'Belum ada berkas pembayaran yang tersimpan untuk {month}. Unduh langsung dari bulan bukunya, atau jalankan alurnya.',
    en: 'No payout file is kept for {month}. Download it from the month of the books, or run the flow.',
  },
} as const satisfies Record<string, Refusal>;
