import { boolean, defineCollection, longText, m2o, notice, number, percent, remark, section, text } from './define.ts';

/** Whom the programme thanks: a rule nominates, a head confirms. */
export const awardRule = defineCollection('award_rule', {
  label: ['Aturan penghargaan', 'Award rules'],
  note: [
    'Siapa yang diusulkan menerima penghargaan. Usul hanya usul: kepala penagihan yang memberi.',
    'Who is nominated for an award. A nomination gives nothing: the head of collection does.',
  ],
  icon: 'military_tech',
  folder: 'jkn_monev',
  sort: 6,
  template: '{{name}}',
  copied: [
    ...['name', 'branch', 'active', 'months', 'attainment_above_bp', 'partnership_months', 'education_contacts'],
    ...['again_after_months', 'certificate_words', 'note'],
  ],
  fields: [
    text('name', ['Nama penghargaan', 'Name of the award'], {
      required: true,
      length: 80,
      placeholder: ['Kader berprestasi', 'Kader of merit'],
    }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      template: '{{name}}',
      note: ['Kosong: berlaku di semua cabang.', 'Empty: of every branch.'],
    }),
    boolean('active', ['Dipakai', 'In use'], { default: true, says: ['Mengusulkan kader', 'Nominates kader'] }),
    number('months', ['Dihitung atas bulan', 'Months counted'], {
      required: true,
      default: 1,
      min: 1,
      max: 36,
      note: [
        'Capaian dan edukasi dijumlah atas sekian bulan sampai bulan monev.',
        'Attainment and education are summed over so many months up to the month of the monev.',
      ],
    }),
    section('conditions', ['Syarat', 'Conditions'], { icon: 'rule' }, [
      notice(
        'conditions_notice',
        ['Semua syarat yang diisi harus dipenuhi', 'Every condition that is filled in must be met'],
        [
          'Isi satu syarat atau lebih; semua yang diisi harus dipenuhi. Yang kosong tidak dilihat.',
          'Fill in one condition or more; all of them must be met. What is empty is not looked at.',
        ],
      ),
      percent('attainment_above_bp', ['Capaian di atas', 'Attainment above'], {
        min: 0,
        max: 100_000,
        note: ['100% berarti melampaui target, bukan sekadar mencapainya.', '100% means more than the target.'],
      }),
      number('partnership_months', ['Kemitraan paling sedikit', 'Partnership of at least'], {
        min: 1,
        max: 600,
        note: ['Bulan penuh sejak bergabung.', 'Whole months since joining.'],
      }),
      number('education_contacts', ['Edukasi paling sedikit', 'Education contacts, at least'], {
        min: 1,
        max: 100_000,
        note: ['Kontak edukasi dalam bulan yang dihitung.', 'Contacts of education in the months counted.'],
      }),
      number('again_after_months', ['Dapat diusulkan lagi setelah', 'Can be nominated again after'], {
        min: 1,
        max: 600,
        note: ['Bulan sejak penghargaan ini terakhir diterima. Kosong: hanya sekali.', 'Months. Empty: once only.'],
      }),
    ]),
    longText('certificate_words', ['Kata pada piagam', 'Words on the certificate'], {
      required: true,
      placeholder: [
        'atas capaian penerimaan iuran yang melampaui target',
        'atas capaian penerimaan iuran yang melampaui target',
      ],
      note: [
        'Melanjutkan kalimat "diberikan kepada … ". Angka capaian ditulis sendiri di bawahnya.',
        'Goes on from "awarded to …". The figures are written below it by themselves.',
      ],
    }),
    remark(),
  ],
  indexes: { branch: 'branch, active' },
  checks: {
    attainment_above_bp: 'coalesce(attainment_above_bp, partnership_months, education_contacts) is not null',
    certificate_words: 'char_length(certificate_words) between 1 and 300',
  },
});
