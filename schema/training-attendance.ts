import { boolean, date, defineCollection, file, m2o, remark } from './define.ts';

/** That a kader came to a training, or was expected and did not. */
export const trainingAttendance = defineCollection('training_attendance', {
  label: ['Kehadiran pelatihan', 'Attendance'],
  note: ['Kehadiran seorang kader dalam satu pelatihan.', 'One kader in one training.'],
  icon: 'how_to_reg',
  folder: 'jkn_kader',
  sort: 5,
  template: '{{training.title}} · {{kader.name}}',
  hidden: true,
  fields: [
    m2o('training', ['Pelatihan', 'Training'], 'training', { required: true, template: '{{title}} · {{held_on}}' }),
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      required: true,
      template: '{{name}} · {{code}}',
      listedAs: 'trainings',
    }),
    boolean('present', ['Kehadiran', 'Attendance'], { default: true, says: ['Hadir', 'Present'] }),
    date('certificate_on', ['Tanggal sertifikat', 'Certificate date']),
    file('certificate', ['Sertifikat', 'Certificate'], { width: 'full' }),
    remark(),
  ],
  uniques: { once: 'training, kader' },
  indexes: { kader: 'kader' },
});
