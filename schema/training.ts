import { date, defineCollection, m2o, presentation, remark, saved, text, topicCodes } from './define.ts';

/** A session in which kader are taught some topics; who came is entered for all of them at once. */
export const training = defineCollection('training', {
  label: ['Pelatihan', 'Training'],
  note: ['Sesi pelatihan kader dengan materi dan kehadirannya.', 'Sessions for kader, with topics and attendance.'],
  icon: 'school',
  folder: 'jkn_kader',
  sort: 4,
  template: '{{title}} · {{held_on}}',
  fields: [
    text('title', ['Judul', 'Title'], {
      required: true,
      placeholder: ['Pembekalan kader baru', 'Briefing of new kader'],
    }),
    date('held_on', ['Tanggal', 'Date'], { required: true }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, template: '{{name}}' }),
    text('place', ['Tempat', 'Place']),
    text('trainer', ['Pemateri', 'Trainer'], { width: 'full' }),
    topicCodes('topics', ['Materi', 'Topics'], { required: true, default: '[]' }),
    presentation('attending', ['Kehadiran', 'Attendance'], 'kader-attendance', { shownWhen: saved }),
    remark(),
  ],
  indexes: { branch: 'branch, held_on' },
  checks: { topics: "json_typeof(topics) = 'array'" },
});
