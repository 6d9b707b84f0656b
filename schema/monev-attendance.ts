import { choice, colour, defineCollection, m2o, remark } from './define.ts';

/** That a kader came to a monev meeting, was excused, or did not come. */
export const monevAttendance = defineCollection('monev_attendance', {
  label: ['Kehadiran monev', 'Monev attendance'],
  note: ['Kehadiran seorang kader dalam satu sesi monev.', 'One kader in one monev session.'],
  icon: 'how_to_reg',
  folder: 'jkn_monev',
  sort: 4,
  template: '{{session.month}} · {{kader.name}}',
  hidden: true,
  fields: [
    m2o('session', ['Sesi monev', 'Monev session'], 'monev_session', {
      required: true,
      template: '{{month}}',
      listedAs: 'attending',
    }),
    m2o('kader', ['Kader', 'Kader'], 'kader', { required: true, template: '{{name}} · {{code}}' }),
    choice(
      'status',
      ['Kehadiran', 'Attendance'],
      [
        { value: 'present', label: ['Hadir', 'Present'], color: colour.blue },
        { value: 'excused', label: ['Izin', 'Excused'], color: colour.pale },
        { value: 'absent', label: ['Tidak hadir', 'Absent'], color: colour.grey },
      ],
      { required: true, default: 'present' },
    ),
    remark(),
  ],
  uniques: { once: 'session, kader' },
  indexes: { kader: 'kader' },
});
