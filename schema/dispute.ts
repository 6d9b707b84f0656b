import { longestAnswer, longestQuestion } from '../extensions/kader-jkn/src/core/dispute.ts';
import {
  choice,
  colour,
  defineCollection,
  history,
  longText,
  m2o,
  moment,
  notice,
  presentation,
  remark,
  rupiah,
  saved,
  section,
  text,
  user,
} from './define.ts';

const derived = { readonly: true, filledByTrigger: true };
const decided = { decided_at: { _nnull: true } };

/** A line of a statement that its kader questions: answered by the head, and accepted only together with its correction. */
export const dispute = defineCollection('dispute', {
  label: ['Sanggahan', 'Disputes'],
  note: [
    'Pertanyaan kader atas satu baris imbal jasanya. Kepala penagihan menjawab; menerima selalu disertai koreksi. Tidak ada imbal jasa yang ditahan karenanya.',
    "A kader's question about a line of a statement. The head answers; accepting always makes the correction. No pay is withheld because of it.",
  ],
  icon: 'contact_support',
  folder: 'jkn_iuran',
  sort: 5,
  template: '{{kader.name}} · {{line_label}}',
  fields: [
    m2o('statement', ['Imbal jasa', 'Statement'], 'commission', {
      required: true,
      readonlyWhen: saved,
      template: '{{kader.name}} · {{month}}',
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'open', label: ['Menunggu jawaban', 'Awaiting answer'], color: colour.amber },
        { value: 'accepted', label: ['Diterima', 'Accepted'], color: colour.blue },
        { value: 'declined', label: ['Ditolak', 'Declined'], color: colour.grey },
        { value: 'withdrawn', label: ['Ditarik', 'Withdrawn'], color: colour.grey },
      ],
      {
        required: true,
        default: 'open',
        readonly: true,
        shownWhen: saved,
        note: ['Mengikuti jawaban di bawah.', 'Follows the answer below.'],
      },
    ),
    section('questioned', ['Yang dipertanyakan', 'What is questioned'], { icon: 'receipt_long', hiddenWhen: saved }, [
      notice(
        'whole_notice',
        ['Satu baris saja?', 'A single line?'],
        [
          'Dari lembar ini yang dipertanyakan adalah jumlah yang diterima. Untuk satu baris: buka imbal jasanya dan tekan "Pertanyakan" pada baris itu.',
          'This form questions the amount received. For a single line: open the statement and press "Question" on that line.',
        ],
      ),
      text('line_kind', ['Jenis baris', 'Kind of line'], {
        required: true,
        readonly: true,
        hidden: true,
        length: 32,
        default: 'total',
      }),
      text('line_label', ['Baris', 'Line'], { ...derived, hidden: true }),
      rupiah('line_amount', ['Jumlah baris', 'Amount of the line'], { ...derived, hidden: true }),
      text('line_label_en', ['Baris (bahasa Inggris)', 'Line (English)'], { ...derived, hidden: true }),
      longText('question', ['Pertanyaan kader', "The kader's question"], { required: true, readonlyWhen: saved }),
    ]),
    presentation('answering', ['Pertanyaan dan jawaban', 'Question and answer'], 'kader-disputes', {
      shownWhen: saved,
    }),
    section(
      'reply',
      ['Siapa dan kapan', 'Who and when'],
      { icon: 'question_answer', closed: true, shownWhen: decided },
      [
        longText('answer', ['Jawaban kepala penagihan', "The head's answer"], { readonly: true }),
        moment('decided_at', ['Dijawab pada', 'Answered at'], { readonly: true }),
        user('decided_by', ['Dijawab oleh', 'Answered by'], { readonly: true }),
        m2o('adjustment', ['Koreksi imbal jasa', 'Correction of commission'], 'commission_adjustment', {
          readonly: true,
          shownWhen: { adjustment: { _nnull: true } },
          template: '{{amount}} · {{pay_month}}',
        }),
        m2o('collection', ['Koreksi penerimaan', 'Corrected collection'], 'collection', {
          readonly: true,
          shownWhen: { collection: { _nnull: true } },
          template: '{{amount}} · {{paid_at}}',
          note: ['Pembalikannya, atau penerimaan yang dibatalkan.', 'The reversal, or the collection that was voided.'],
        }),
      ],
    ),
    section('belongs', ['Pembukuan', 'Books'], { icon: 'badge', closed: true, shownWhen: saved }, [
      m2o('kader', ['Kader', 'Kader'], 'kader', { ...derived, template: '{{name}} · {{code}}' }),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...derived, template: '{{name}}' }),
    ]),
    remark(),
    history(),
  ],
  uniques: {
    open_line: "(statement, line_kind, line_label) where status = 'open'",
    adjustment: '(adjustment) where adjustment is not null',
    collection: '(collection) where collection is not null',
  },
  indexes: { branch: 'branch, status', kader: 'kader, status' },
  checks: {
    question: `btrim(question) <> '' and char_length(question) <= ${longestQuestion}`,
    answer: `char_length(answer) <= ${longestAnswer}`,
    status:
      "(status in ('accepted', 'declined')) = (decided_at is not null and coalesce(btrim(answer), '') <> '') " +
      "and (status = 'accepted') = (num_nonnulls(adjustment, collection) = 1)",
  },
});
