import { defineCollection, file, kept, m2o, moment, month, presentation, remark, saved, text, user } from './define.ts';

const fixed = { readonly: true, required: true } as const;

/** "Laporan Monev" of a branch's closed month: its figures, and the PDF and XLSX made of them. */
export const monevReport = defineCollection('monev_report', {
  label: ['Laporan Monev', 'Monev reports'],
  note: [
    'Laporan bulan tertutup dalam PDF dan XLSX. Dibuat dengan tombol "Buat Laporan Monev" pada bulan buku.',
    'Reports of closed months as PDF and XLSX. Made with the button "Buat Laporan Monev" on a month of the books.',
  ],
  icon: 'lab_profile',
  folder: 'jkn_monev',
  sort: 4,
  template: '{{branch.name}} · {{month}}',
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...fixed, template: '{{name}}' }),
    month('month', ['Bulan', 'Month'], fixed),
    presentation('documents', ['Berkas', 'Files'], 'kader-documents', {
      shownWhen: saved,
      options: {
        documents: [
          {
            path: '/kader-jkn/monev/reports/{id}/pdf',
            icon: 'picture_as_pdf',
            text: ['Unduh PDF', 'Download PDF'],
          },
          {
            path: '/kader-jkn/monev/reports/{id}/xlsx',
            icon: 'table_view',
            text: ['Unduh XLSX', 'Download XLSX'],
          },
        ],
      },
    }),
    moment('made_at', ['Dibuat pada', 'Made at'], fixed),
    user('made_by', ['Dibuat oleh', 'Made by'], { readonly: true }),
    moment('closed_at', ['Dari penutupan', 'Of the close of'], {
      ...fixed,
      note: [
        'Laporan lain dari penutupan yang sama memuat angka yang sama.',
        'Every report of the same close holds the same figures.',
      ],
    }),
    text('version', ['Versi', 'Version'], { ...fixed, length: 32 }),
    text('figures_hash', ['Sidik angka', 'Fingerprint of the figures'], {
      ...fixed,
      length: 64,
      font: 'monospace',
      width: 'full',
      note: ['Sama untuk angka yang sama.', 'The same for the same figures.'],
    }),
    m2o('period', ['Bulan buku', 'Month of the books'], 'period', {
      ...fixed,
      hidden: true,
      template: '{{month}}',
      listedAs: 'reports',
    }),
    kept('figures', ['Angka laporan', 'Figures of the report'], { required: true, readonly: true }),
    kept('names', ['Nama dalam laporan', 'Names in the report'], { required: true, readonly: true }),
    // Opened through the buttons: the files belong to nobody, so that no other branch can come by them.
    file('pdf', ['Berkas PDF', 'PDF file'], { readonly: true, hidden: true }),
    file('xlsx', ['Berkas XLSX', 'XLSX file'], { readonly: true, hidden: true }),
    remark(),
  ],
  indexes: { month: 'branch, month, made_at' },
});
