import { choice, colour, defineCollection, number, remark, text } from './define.ts';

/** What a complaint can be about, and within how many days it is answered: records, which a branch's administrator adapts. */
export const complaintCategory = defineCollection('complaint_category', {
  label: ['Kategori pengaduan', 'Complaint categories'],
  note: [
    'Jenis pengaduan dan pertanyaan, dengan batas waktu jawabannya.',
    'Kinds of complaints and questions, with the time in which they are answered.',
  ],
  icon: 'category',
  folder: 'jkn_organisasi',
  sort: 7,
  template: '{{name}}',
  fields: [
    text('name', ['Nama', 'Name'], { required: true, width: 'full' }),
    text('code', ['Kode', 'Code'], { required: true, unique: true, length: 32, font: 'monospace' }),
    choice(
      'kind',
      ['Jenis', 'Kind'],
      [
        { value: 'complaint', label: ['Pengaduan', 'Complaint'], color: colour.amber },
        { value: 'information', label: ['Permintaan informasi', 'Request for information'], color: colour.blue },
      ],
      { required: true, default: 'complaint' },
    ),
    number('answer_days', ['Dijawab dalam (hari)', 'Answered within (days)'], {
      required: true,
      default: 5,
      min: 0,
      max: 365,
      note: ['Hari kalender sejak disampaikan.', 'Calendar days from the day it was told.'],
    }),
    remark(),
  ],
});
