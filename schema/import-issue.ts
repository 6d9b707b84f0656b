import { choice, colour, defineCollection, kept, longText, m2o, number, text } from './define.ts';

const byServer = { readonly: true } as const;

/** What was wrong, or worth a look, in one field of one row of a list. Personal data: forgotten after 90 days. */
export const importIssue = defineCollection('import_issue', {
  label: ['Catatan impor', 'Findings of imports'],
  note: [
    'Baris daftar yang ditolak atau perlu dilihat, dengan alasannya. Dihapus 90 hari setelah impor.',
    'Rows of a list that were refused or need a look, with the reason. Deleted 90 days after the import.',
  ],
  icon: 'rule',
  folder: 'jkn_impor',
  sort: 3,
  template: '{{row_number}} · {{field}}',
  accountability: 'activity',
  hidden: true,
  fields: [
    m2o('batch', ['Impor', 'Import'], 'import_batch', {
      ...byServer,
      required: true,
      onDelete: 'CASCADE',
      template: '{{branch.name}} · {{as_of}}',
    }),
    number('row_number', ['Baris', 'Row'], { ...byServer, required: true }),
    text('field', ['Kolom', 'Field'], { ...byServer, required: true, length: 32 }),
    choice(
      'severity',
      ['Akibat', 'Severity'],
      [
        { value: 'refused', label: ['Ditolak', 'Refused'], color: colour.red },
        { value: 'warned', label: ['Perlu dilihat', 'To look at'], color: colour.amber },
      ],
      { ...byServer, required: true },
    ),
    longText('value', ['Isi', 'Value'], { ...byServer, required: true }),
    text('reason', ['Alasan', 'Reason'], { ...byServer, required: true, length: 32 }),
    longText('suggestion', ['Mungkin maksudnya', 'Perhaps meant'], byServer),
    kept('row_text', ['Baris aslinya', 'The row itself']),
  ],
  indexes: { batch: 'batch, row_number' },
});
