import {
  boolean,
  choice,
  colour,
  date,
  defineCollection,
  file,
  longText,
  m2o,
  moment,
  month,
  number,
  presentation,
  saved,
  section,
  user,
} from './define.ts';

const done = { status: { _in: ['decided', 'withdrawn'] } };
const decided = { decision: { _nnull: true } };
const open = { _and: [{ id: { _nnull: true } }, { status: { _neq: 'withdrawn' } }] };

/** A partnership looked at by people: the evidence, the kader's answer, then the decision, in that order. */
export const partnershipReview = defineCollection('partnership_review', {
  label: ['Peninjauan kemitraan', 'Partnership reviews'],
  note: [
    'Dibuka oleh bulan-bulan tanpa penerimaan atau oleh kepala penagihan. Hanya orang yang memutuskan, setelah kader dapat menjawab.',
    'Opened by months without collection or by hand. Only a person decides, after the kader could answer.',
  ],
  icon: 'balance',
  folder: 'jkn_monev',
  sort: 1,
  template: '{{kader.name}} · {{opened_on}}',
  fields: [
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      required: true,
      readonlyWhen: saved,
      template: '{{name}} · {{code}}',
      listedAs: 'reviews',
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'open', label: ['Menunggu jawaban', 'Awaiting answer'], color: colour.red },
        { value: 'answered', label: ['Sudah dijawab', 'Answered'], color: colour.amber },
        { value: 'decided', label: ['Diputuskan', 'Decided'], color: colour.blue },
        { value: 'withdrawn', label: ['Dibatalkan', 'Withdrawn'], color: colour.grey },
      ],
      {
        required: true,
        default: 'open',
        readonlyWhen: done,
        note: ['Mengikuti jawaban dan keputusan.', 'Follows the answer and the decision.'],
      },
    ),
    date('opened_on', ['Dibuka pada', 'Opened on'], { required: true, readonly: true, shownWhen: saved }),
    date('due_on', ['Jawaban ditunggu sampai', 'Answer due by'], {
      readonlyWhen: done,
      note: [
        'Kosong: menurut kebijakan. Hanya dapat diperpanjang.',
        'Empty: as the policy says. It can only be extended.',
      ],
    }),
    section('facts', ['1. Dasar peninjauan', '1. Evidence'], { icon: 'fact_check' }, [
      choice(
        'reason',
        ['Sebab', 'Reason'],
        [
          { value: 'zero_streak', label: ['Bulan tanpa penerimaan', 'Months without collection'], color: colour.red },
          { value: 'manual', label: ['Dibuka kepala penagihan', 'Opened by hand'], color: colour.grey },
        ],
        { required: true, default: 'manual', readonly: true },
      ),
      number('streak_months', ['Bulan berturut-turut', 'Months in a row'], {
        readonly: true,
        min: 1,
        shownWhen: { reason: { _eq: 'zero_streak' } },
      }),
      month('streak_from', ['Dari bulan', 'From month'], {
        readonly: true,
        shownWhen: { reason: { _eq: 'zero_streak' } },
      }),
      month('streak_to', ['Sampai bulan', 'To month'], {
        readonly: true,
        shownWhen: { reason: { _eq: 'zero_streak' } },
      }),
      longText('evidence', ['Dasar', 'Evidence'], {
        required: true,
        readonlyWhen: saved,
        note: ['Dibaca kader sebelum ia menjawab.', 'Read by the kader before answering.'],
      }),
      presentation('invitation_button', ['Surat undangan menjawab', 'Invitation to answer'], 'kader-documents', {
        shownWhen: { _and: [saved, { status: { _in: ['open', 'answered'] } }] },
        options: {
          documents: [
            {
              path: '/kader-jkn/reviews/{id}/invitation',
              icon: 'picture_as_pdf',
              text: ['Cetak undangan menjawab', 'Print the invitation to answer'],
            },
          ],
        },
      }),
    ]),
    section('reply', ['2. Jawaban kader', "2. The kader's answer"], { icon: 'record_voice_over', shownWhen: saved }, [
      longText('answer', ['Jawaban', 'Answer'], {
        readonlyWhen: done,
        note: [
          'Kata-kata kader sendiri, ditulis kader atau dicatatkan untuknya.',
          "The kader's own words, written by or for the kader.",
        ],
      }),
      moment('answered_at', ['Dijawab pada', 'Answered at'], {
        readonly: true,
        shownWhen: { answered_at: { _nnull: true } },
      }),
      user('answered_by', ['Dicatat oleh', 'Recorded by'], {
        readonly: true,
        shownWhen: { answered_at: { _nnull: true } },
      }),
    ]),
    section('ruling', ['3. Keputusan', '3. Decision'], { icon: 'gavel', shownWhen: open }, [
      presentation('deciding', ['Memutuskan', 'Deciding'], 'kader-review-decision'),
      choice(
        'decision',
        ['Keputusan', 'Decision'],
        [
          { value: 'continue', label: ['Dilanjutkan', 'Continue'], color: colour.blue },
          { value: 'extend', label: ['Diberi waktu', 'Give time'], color: colour.teal },
          { value: 'warn', label: ['Peringatan', 'Warn'], color: colour.amber },
          { value: 'end', label: ['Berakhir', 'End'], color: colour.grey },
        ],
        { readonly: true, shownWhen: decided },
      ),
      date('follow_up_on', ['Tindak lanjut pada', 'Follow up on'], { shownWhen: decided }),
      longText('decision_note', ['Pertimbangan', 'Grounds'], { readonly: true, shownWhen: decided }),
      moment('decided_at', ['Diputuskan pada', 'Decided at'], {
        readonly: true,
        shownWhen: { decided_at: { _nnull: true } },
      }),
      user('decided_by', ['Diputuskan oleh', 'Decided by'], {
        readonly: true,
        shownWhen: { decided_at: { _nnull: true } },
      }),
      m2o('decided_in', ['Diputuskan dalam sesi', 'Decided in session'], 'monev_session', {
        readonly: true,
        shownWhen: { decided_in: { _nnull: true } },
        template: '{{month}}',
      }),
      // Shown by the button above, which also serves those who may not read files.
      file('letter', ['Surat keputusan', 'Letter of the decision'], { readonly: true, hidden: true }),
    ]),
    longText('withdrawn_reason', ['Alasan dibatalkan', 'Why withdrawn'], {
      shownWhen: { status: { _eq: 'withdrawn' } },
      requiredWhen: { status: { _eq: 'withdrawn' } },
    }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      required: true,
      readonly: true,
      shownWhen: saved,
      template: '{{name}}',
    }),
    // The next close of the month opens it again where the streak still stands, with the answer already given.
    boolean('undone', ['Penutupan dibatalkan', 'Close undone'], { readonly: true, hidden: true }),
  ],
  uniques: { streak: "(kader, streak_from) where reason = 'zero_streak'" },
  indexes: { kader: 'kader, opened_on', branch: 'branch, status' },
  checks: {
    streak_to: 'streak_from <= streak_to',
    streak_from: "reason <> 'zero_streak' or (streak_from is not null and streak_to is not null)",
    decision: "status <> 'decided' or (decision is not null and decided_at is not null)",
  },
});
