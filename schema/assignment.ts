import { choice, date, defineCollection, m2o, remark } from './define.ts';

/** Which kader held which family, from which day to which. Credit for a payment follows from it. */
export const assignment = defineCollection('assignment', {
  label: ['Penugasan', 'Assignments'],
  note: [
    'Kader mana memegang keluarga mana, dari kapan sampai kapan.',
    'Which kader held which family from when to when.',
  ],
  icon: 'assignment_ind',
  folder: 'jkn_binaan',
  sort: 2,
  template: '{{kader.name}} · {{from_date}}',
  fields: [
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
      required: true,
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'assignments',
      width: 'full',
    }),
    m2o('kader', ['Kader', 'Kader'], 'kader', { required: true, template: '{{name}} · {{code}}' }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      filledByTrigger: true,
      readonly: true,
      template: '{{name}}',
      note: ['Mengikuti keluarganya.', "Follows the family's."],
    }),
    date('from_date', ['Sejak', 'From'], { required: true, note: ['Hari pertama.', 'First day.'] }),
    date('to_date', ['Sampai', 'To'], { note: ['Hari terakhir. Kosong: masih.', 'Last day. Empty: still.'] }),
    choice(
      'reason',
      ['Alasan', 'Reason'],
      [
        { value: 'list', label: ['Daftar baru', 'New list'] },
        { value: 'import', label: ['Impor', 'Import'] },
        { value: 'reassigned', label: ['Dialihkan', 'Reassigned'] },
        { value: 'leave', label: ['Kader cuti', 'Kader on leave'] },
        { value: 'ended', label: ['Kemitraan berakhir', 'Partnership ended'] },
        { value: 'outside_list', label: ['Di luar daftar', 'Outside the list'] },
        { value: 'other', label: ['Lainnya', 'Other'] },
      ],
      { width: 'full' },
    ),
    remark(),
  ],
  uniques: { start: 'binaan, from_date', open: '(binaan) where to_date is null' },
  indexes: { kader: 'kader, from_date', held: 'branch, kader, from_date, to_date' },
  checks: { to_date: 'from_date <= to_date' },
});
