import {
  choice,
  colour,
  date,
  defineCollection,
  longText,
  m2o,
  moment,
  notice,
  number,
  saved,
  section,
  text,
  user,
} from './define.ts';

const kept = { readonly: true };
const decided = { decided_at: { _nnull: true } };
const asItStood = { readonly: true, hidden: true };

/** Two families that may be one: found by number or likeness, and decided by a person. */
export const familyDuplicate = defineCollection('family_duplicate', {
  label: ['Keluarga ganda', 'Duplicate families'],
  note: [
    'Dua catatan yang mungkin satu keluarga. Sistem menemukan, orang yang memutuskan; tidak ada yang digabung sendiri.',
    'Two records that may be one family. Found by the system, decided by a person; nothing is merged by itself.',
  ],
  icon: 'join_inner',
  folder: 'jkn_binaan',
  sort: 6,
  template: '{{one.head_name}} · {{other.head_name}}',
  fields: [
    notice(
      'where',
      ['Di mana diputuskan?', 'Where is it decided?'],
      [
        'Pasangan ini dibandingkan dan diputuskan di Kerja lapangan, halaman Keluarga ganda.',
        'This pair is compared and decided under Field work, on the page of duplicates.',
      ],
    ),
    m2o('one', ['Keluarga pertama', 'First family'], 'binaan', {
      ...kept,
      required: true,
      template: '{{head_name}} · {{area.name}}',
    }),
    m2o('other', ['Keluarga kedua', 'Second family'], 'binaan', {
      ...kept,
      required: true,
      template: '{{head_name}} · {{area.name}}',
    }),
    choice(
      'reason',
      ['Ditemukan karena', 'Found by'],
      [
        { value: 'kk', label: ['Nomor KK sama', 'Same KK number'], color: colour.amber },
        { value: 'va', label: ['Nomor VA sama', 'Same VA number'], color: colour.amber },
        { value: 'likeness', label: ['Nama dan alamat mirip', 'Alike in name and address'], color: colour.blue },
      ],
      { ...kept, required: true },
    ),
    number('likeness', ['Kemiripan (%)', 'Likeness (%)'], {
      ...kept,
      required: true,
      min: 0,
      max: 100,
      note: ['Nama dan alamat; 100 berarti sama.', 'Of name and address; 100: the same.'],
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'open', label: ['Menunggu keputusan', 'To be decided'], color: colour.amber },
        { value: 'merged', label: ['Digabung', 'Merged'], color: colour.teal },
        { value: 'different', label: ['Memang berbeda', 'Two families'], color: colour.grey },
      ],
      { ...kept, required: true, default: 'open' },
    ),
    section('decision', ['Siapa dan kapan', 'Who and when'], { icon: 'how_to_reg', closed: true, shownWhen: decided }, [
      m2o('kept', ['Yang dipertahankan', 'The one kept'], 'binaan', {
        ...kept,
        shownWhen: { kept: { _nnull: true } },
        template: '{{head_name}} · {{area.name}}',
      }),
      moment('decided_at', ['Diputuskan pada', 'Decided at'], kept),
      user('decided_by', ['Diputuskan oleh', 'Decided by'], kept),
      longText('decision_note', ['Alasan', 'Reason'], kept),
    ]),
    section('belongs', ['Cabang', 'Branches'], { icon: 'badge', closed: true, shownWhen: saved }, [
      m2o('branch', ['Cabang keluarga pertama', 'Branch of the first'], 'branch', {
        ...kept,
        required: true,
        template: '{{name}}',
      }),
      m2o('other_branch', ['Cabang keluarga kedua', 'Branch of the second'], 'branch', {
        ...kept,
        required: true,
        template: '{{name}}',
      }),
    ]),
    text('former_status', ['Status sebelum digabung', 'Status before merging'], { ...asItStood, length: 32 }),
    date('kept_listed_as_of', ['Daftar saat digabung', 'List when merged'], asItStood),
    m2o('former_kader', ['Kader sebelum digabung', 'Kader before merging'], 'kader', {
      ...asItStood,
      template: '{{name}}',
    }),
  ],
  uniques: { pair: 'one, other' },
  indexes: { branch: 'branch, status', other_branch: 'other_branch, status', other: 'other' },
  checks: {
    pair: 'one < other',
    likeness: 'likeness between 0 and 100',
    status:
      "(status = 'open') = (decided_at is null) and (status = 'merged') = (kept is not null) " +
      'and (kept is null or kept in (one, other))',
  },
});
