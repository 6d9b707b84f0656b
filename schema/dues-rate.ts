import { choice, colour, date, defineCollection, remark, rupiah } from './define.ts';

/** Classes of care of self-paying participants. */
export const duesClasses = [
  { value: 1, label: ['Kelas I', 'Class I'], color: colour.blue },
  { value: 2, label: ['Kelas II', 'Class II'], color: colour.teal },
  { value: 3, label: ['Kelas III', 'Class III'], color: colour.grey },
] as const;

/** Dues a person a month of a class, from a date. */
export const duesRate = defineCollection('dues_rate', {
  label: ['Tarif iuran', 'Dues rates'],
  note: [
    'Iuran per orang per bulan menurut kelas, sejak suatu tanggal.',
    'Dues a person a month by class, from a date.',
  ],
  icon: 'request_quote',
  folder: 'jkn_organisasi',
  sort: 4,
  template: '{{class}} · {{effective_from}}',
  fields: [
    choice('class', ['Kelas', 'Class'], duesClasses, { required: true }),
    date('effective_from', ['Berlaku sejak', 'In force from'], { required: true }),
    rupiah('dues', ['Iuran penuh', 'Full dues'], {
      required: true,
      min: 1,
      max: 500_000,
      note: ['Per orang per bulan.', 'A person a month.'],
    }),
    rupiah('participant_pays', ['Dibayar peserta', 'Paid by the participant'], {
      required: true,
      min: 0,
      note: ['Selebihnya bantuan pemerintah.', 'The rest is paid by the government.'],
    }),
    remark(['Dasar hukum dan catatan', 'Legal basis and note']),
  ],
  uniques: { in_force: 'class, effective_from' },
  checks: { participant_pays: 'participant_pays <= dues' },
});
