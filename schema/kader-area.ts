import { choice, colour, date, defineCollection, m2o, remark, section } from './define.ts';

/** A desa or kelurahan in a kader's care, and how the kader works there. */
export const kaderArea = defineCollection('kader_area', {
  label: ['Desa binaan', 'Desa of kader'],
  note: ['Desa atau kelurahan yang dipegang seorang kader.', "A desa or kelurahan in a kader's care."],
  icon: 'location_home',
  folder: 'jkn_kader',
  sort: 2,
  template: '{{area.name}}',
  fields: [
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      required: true,
      template: '{{name}} · {{code}}',
      listedAs: 'areas',
      onDelete: 'CASCADE',
    }),
    m2o('area', ['Desa/kelurahan', 'Desa'], 'area', {
      required: true,
      template: '{{name}} · {{parent.name}}',
      filter: { level: { _eq: 'village' } },
    }),
    date('from_date', ['Sejak', 'From'], { required: true }),
    date('to_date', ['Sampai', 'To'], { note: ['Hari terakhir. Kosong: masih.', 'Last day. Empty: still.'] }),
    section('way', ['Cara kerja', 'Way of working'], { icon: 'directions_walk' }, [
      choice(
        'mode',
        ['Cara kerja', 'Way of working'],
        [
          { value: 'visit', label: ['Kunjungan', 'Visits'], color: colour.blue, icon: 'directions_walk' },
          { value: 'home', label: ['Kerja dari rumah', 'Work from home'], color: colour.amber, icon: 'home' },
        ],
        { required: true, default: 'visit', width: 'full' },
      ),
      date('mode_from', ['Cara ini sejak', 'This way from']),
      date('mode_to', ['Cara ini sampai', 'This way to']),
    ]),
    remark(),
  ],
  uniques: { start: 'kader, area, from_date' },
  indexes: { area: 'area' },
  checks: { to_date: 'from_date <= to_date', mode_to: 'mode_from <= mode_to' },
});
