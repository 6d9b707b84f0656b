import {
  choice,
  colour,
  date,
  defineCollection,
  longText,
  m2o,
  moment,
  presentation,
  saved,
  section,
  user,
} from './define.ts';

const kept = { readonly: true };
const decided = { decided_at: { _nnull: true } };
const ended = { ended_at: { _nnull: true } };

/** A family that nobody contacts for a time: asked by one person, approved by another, over by itself. */
export const mute = defineCollection('mute', {
  label: ['Jeda kontak', 'Mutes'],
  note: [
    'Keluarga yang sementara tidak dihubungi siapa pun: diminta, disetujui orang lain, dan berakhir dengan sendirinya.',
    'Families that nobody contacts for a time: asked for, approved by another, and over by itself.',
  ],
  icon: 'notifications_paused',
  folder: 'jkn_binaan',
  sort: 4,
  collapse: 'closed',
  template: '{{binaan.head_name}} · {{reason}}',
  fields: [
    presentation('next_step', ['Keputusan', 'Decision'], 'kader-mute-steps', { shownWhen: saved }),
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
      required: true,
      readonlyWhen: saved,
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'mutes',
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'requested', label: ['Menunggu persetujuan', 'Awaiting approval'], color: colour.amber },
        { value: 'approved', label: ['Disetujui', 'Approved'], color: colour.blue },
        { value: 'declined', label: ['Ditolak', 'Declined'], color: colour.grey },
        { value: 'ended', label: ['Berakhir', 'Ended'], color: colour.grey },
      ],
      { required: true, default: 'requested', readonly: true, shownWhen: saved },
    ),
    choice(
      'reason',
      ['Alasan', 'Reason'],
      [
        { value: 'deceased', label: ['Meninggal', 'Deceased'], color: colour.grey },
        { value: 'moved', label: ['Pindah', 'Moved'], color: colour.grey },
        { value: 'hardship', label: ['Sedang kesusahan', 'In hardship'], color: colour.amber },
        { value: 'other', label: ['Lainnya', 'Other'], color: colour.grey },
      ],
      { required: true, readonlyWhen: saved },
    ),
    date('from_date', ['Mulai', 'From'], {
      filledByTrigger: true,
      note: [
        'Hari pertama; paling cepat hari persetujuannya. Kosong: hari ini.',
        'First day; not before it is approved. Empty: today.',
      ],
    }),
    date('until_date', ['Sampai', 'Until'], {
      requiredWhen: { reason: { _neq: 'deceased' } },
      note: [
        'Hari terakhir, paling lama 366 hari. Boleh kosong hanya bila meninggal.',
        'Last day, at most 366 days on. May be empty only where somebody died.',
      ],
    }),
    longText('note', ['Keterangan', 'Explanation'], {
      note: ['Dibaca staf dan kepala penagihan, bukan kader lain.', 'Read by staff and head, not by other kader.'],
    }),
    section('decision', ['Siapa dan kapan', 'Who and when'], { icon: 'how_to_reg', closed: true, shownWhen: saved }, [
      user('asked_by', ['Diminta oleh', 'Asked by'], kept),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...kept, filledByTrigger: true, template: '{{name}}' }),
      user('decided_by', ['Diputuskan oleh', 'Decided by'], { ...kept, shownWhen: decided }),
      moment('decided_at', ['Diputuskan pada', 'Decided at'], { ...kept, shownWhen: decided }),
      longText('decision_note', ['Alasan keputusan', 'Reason of the decision'], { ...kept, shownWhen: decided }),
      user('ended_by', ['Diakhiri oleh', 'Ended by'], {
        ...kept,
        shownWhen: ended,
        note: ['Kosong: berakhir dengan sendirinya.', 'Empty: it was over by itself.'],
      }),
      moment('ended_at', ['Berakhir pada', 'Ended at'], { ...kept, shownWhen: ended }),
    ]),
  ],
  uniques: { requested: "(binaan) where status = 'requested'" },
  indexes: {
    binaan: 'binaan, from_date',
    branch: 'branch, status',
    approved: "(until_date) where status = 'approved'",
  },
  checks: {
    until_date: "(until_date is not null or reason = 'deceased') and until_date between from_date and from_date + 366",
    status: "(status = 'requested') = (decided_at is null) and (status = 'ended') = (ended_at is not null)",
    note: 'char_length(note) <= 2000',
  },
});
