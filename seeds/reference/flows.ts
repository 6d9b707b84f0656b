import { closeMonthFlowId, monevReportFlowId } from '../../extensions/kader-jkn/src/contract/access.ts';

export interface FlowDefinition {
  id: string;
  name: string;
  icon: string;
  color: string;
  description: string;
  trigger: 'manual';
  options: Readonly<Record<string, unknown>>;
  operation: { key: string; name: string; type: string; options: Readonly<Record<string, unknown>> };
}

/** Buttons on a month of the books: "Tutup bulan" asks once, then closes or says why it cannot; "Buat Laporan Monev". */
export const flows: FlowDefinition[] = [
  {
    id: closeMonthFlowId,
    name: 'Tutup bulan',
    icon: 'lock',
    color: '#2B6CB0',
    description: 'Menutup bulan buku: imbal jasa dihitung, bulan terkunci, peringatan dan peninjauan dibuka.',
    trigger: 'manual',
    options: {
      collections: ['period'],
      location: 'item',
      requireConfirmation: true,
      confirmationDescription:
        'Menutup bulan ini menghitung imbal jasa semua kader dan mengunci pembukuannya. Setelah itu koreksi hanya lewat pembalikan di bulan yang terbuka. Tutup sekarang?',
      async: false,
      error_on_reject: true,
    },
    operation: {
      key: 'close_month',
      name: 'Tutup bulan',
      type: 'kader-close-month',
      options: { period: '{{$trigger.body.keys[0]}}' },
    },
  },
  {
    id: monevReportFlowId,
    name: 'Buat Laporan Monev',
    icon: 'lab_profile',
    color: '#2B6CB0',
    description:
      'Membuat Laporan Monev bulan tertutup dalam PDF dan XLSX. Hasilnya pada daftar Laporan Monev bulan itu.',
    trigger: 'manual',
    options: {
      collections: ['period'],
      location: 'item',
      requireConfirmation: false,
      async: false,
      error_on_reject: true,
    },
    operation: {
      key: 'monev_report',
      name: 'Buat Laporan Monev',
      type: 'kader-monev-report',
      options: { period: '{{$trigger.body.keys[0]}}' },
    },
  },
];
