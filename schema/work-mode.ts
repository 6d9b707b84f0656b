import { choice, colour, date, defineCollection, m2o, remark, text } from './define.ts';

/** How the field works in a branch or an area: door to door, or by phone and messages. */
export const workMode = defineCollection('work_mode', {
  label: ['Cara kerja per wilayah', 'Way of working by area'],
  note: [
    'Kunjungan atau kerja dari rumah, menurut wilayah dan tanggal. Wilayah terkecil menang, lalu yang terbaru; cara kader sendiri di desa binaannya mendahului.',
    "Visits or work from home, by area and date. The smallest area wins, then the newest; a kader's own way in a desa goes before.",
  ],
  icon: 'home_work',
  folder: 'jkn_organisasi',
  sort: 9,
  template: '{{mode}} · {{area.name}} · {{from_date}}',
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, template: '{{name}}' }),
    m2o('area', ['Wilayah', 'Area'], 'area', {
      template: '{{name}} · {{parent.name}}',
      note: ['Kosong: seluruh cabang.', 'Empty: the whole branch.'],
    }),
    choice(
      'mode',
      ['Cara kerja', 'Way of working'],
      [
        { value: 'visit', label: ['Kunjungan', 'Visits'], color: colour.blue, icon: 'directions_walk' },
        { value: 'home', label: ['Kerja dari rumah', 'Work from home'], color: colour.amber, icon: 'home' },
      ],
      { required: true, default: 'home', width: 'full' },
    ),
    date('from_date', ['Sejak', 'From'], { required: true }),
    date('to_date', ['Sampai', 'To'], {
      note: ['Hari terakhir. Kosong: sampai ada pemberitahuan.', 'Last day. Empty: until further notice.'],
    }),
    text('reason', ['Alasan', 'Reason'], {
      width: 'full',
      placeholder: ['Misalnya: PPKM level 3', 'For example: restrictions of level 3'],
    }),
    remark(['Dasar dan catatan', 'Source and note']),
  ],
  indexes: { branch: 'branch, from_date', area: '(area) where area is not null' },
  checks: { to_date: 'from_date <= to_date' },
});
