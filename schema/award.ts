import {
  date,
  defineCollection,
  file,
  kept,
  longText,
  m2o,
  month,
  presentation,
  remark,
  saved,
  text,
} from './define.ts';

const fixed = { readonly: true, required: true } as const;

/** An award that a head gave a kader for a closed month, with its certificate. */
export const award = defineCollection('award', {
  label: ['Penghargaan', 'Awards'],
  note: [
    'Penghargaan yang sudah diberikan, dengan piagamnya. Diberikan dari rapat monev.',
    'Awards given, with their certificates. They are given from the monev session.',
  ],
  icon: 'workspace_premium',
  folder: 'jkn_monev',
  sort: 5,
  template: '{{title}} · {{kader.name}} · {{month}}',
  fields: [
    m2o('kader', ['Kader', 'Kader'], 'kader', { ...fixed, template: '{{name}} · {{code}}' }),
    text('title', ['Penghargaan', 'Award'], fixed),
    month('month', ['Bulan monev', 'Month of the monev'], fixed),
    date('awarded_on', ['Diberikan pada', 'Awarded on'], fixed),
    presentation('certificate_button', ['Piagam', 'Certificate'], 'kader-documents', {
      shownWhen: saved,
      options: {
        documents: [
          {
            path: '/kader-jkn/monev/awards/{id}/certificate',
            icon: 'workspace_premium',
            text: ['Unduh piagam', 'Download the certificate'],
          },
        ],
      },
    }),
    longText('reason', ['Alasan', 'Why'], fixed),
    longText('words', ['Kata pada piagam', 'Words on the certificate'], fixed),
    m2o('rule', ['Aturan', 'Rule'], 'award_rule', { ...fixed, template: '{{name}}' }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...fixed, template: '{{name}}' }),
    m2o('event', ['Riwayat kader', 'Kader history'], 'kader_event', {
      readonly: true,
      hidden: true,
      onDelete: 'SET NULL',
      template: '{{kind}} · {{on_date}}',
    }),
    // Opened through the button: the file itself belongs to nobody, so that no other branch can come by it.
    file('certificate', ['Berkas piagam', 'File of the certificate'], { readonly: true, hidden: true }),
    kept('facts', ['Dasar angka', 'Figures it rests on'], { required: true, readonly: true }),
    remark(),
  ],
  uniques: { once: 'rule, kader, month' },
  indexes: { branch: 'branch, month', kader: 'kader, awarded_on' },
});
