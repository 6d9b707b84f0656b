import { boolean, defineCollection, longText, number, text } from './define.ts';

/** What kader are taught before and during the field: records, not code. */
export const trainingTopic = defineCollection('training_topic', {
  label: ['Materi pelatihan', 'Training topics'],
  note: [
    'Yang dipelajari kader. Materi wajib dihadiri sebelum kader aktif bila kebijakan memintanya.',
    'What kader learn. Required topics come before activation where the policy asks for it.',
  ],
  icon: 'menu_book',
  folder: 'jkn_organisasi',
  sort: 8,
  template: '{{name}}',
  fields: [
    text('name', ['Materi', 'Topic'], { required: true, width: 'full' }),
    text('code', ['Kode', 'Code'], {
      required: true,
      unique: true,
      length: 32,
      font: 'monospace',
      pattern: '^[a-z0-9_]+$',
      message: [
        'Kode terdiri dari huruf kecil, angka, dan garis bawah.',
        'A code has small letters, digits and underscores.',
      ],
    }),
    number('sort', ['Urutan', 'Order'], { min: 0 }),
    boolean('required', ['Sebelum turun ke lapangan', 'Before the field'], {
      default: true,
      says: ['Wajib', 'Required'],
    }),
    longText('description', ['Isi', 'Contents']),
  ],
});
