import {
  choice,
  colour,
  date,
  defineCollection,
  file,
  longText,
  m2o,
  moment,
  presentation,
  remark,
  saved,
  section,
  text,
  user,
} from './define.ts';

/** A complaint or a question of a family or a resident, answered in time. One about a kader goes past that kader. */
export const complaint = defineCollection('complaint', {
  label: ['Pengaduan dan informasi', 'Complaints and information'],
  note: [
    'Pengaduan dan pertanyaan warga, dengan batas waktu dan jawabannya. Yang menyangkut seorang kader tidak melewati kader itu.',
    'Complaints and questions, with due date and answer. One about a kader goes past that kader.',
  ],
  icon: 'record_voice_over',
  folder: 'jkn_binaan',
  sort: 8,
  template: '{{category.name}} · {{told_on}}',
  fields: [
    presentation('due_line', ['Batas waktu', 'Due'], 'kader-complaint-due', { shownWhen: saved }),
    m2o('category', ['Kategori', 'Category'], 'complaint_category', { required: true, template: '{{name}}' }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'open', label: ['Baru', 'New'], color: colour.amber },
        { value: 'in_progress', label: ['Ditangani', 'In progress'], color: colour.pale },
        { value: 'answered', label: ['Dijawab', 'Answered'], color: colour.blue },
        { value: 'closed', label: ['Selesai', 'Closed'], color: colour.grey },
      ],
      {
        required: true,
        default: 'open',
        note: ['Menulis jawaban menjadikannya "Dijawab".', 'Writing an answer makes it "Answered".'],
      },
    ),
    longText('text', ['Apa yang disampaikan', 'What was said'], { required: true }),
    date('told_on', ['Disampaikan pada', 'Told on'], {
      filledByTrigger: true,
      note: ['Kosong: hari ini.', 'Empty: today.'],
    }),
    date('due_on', ['Dijawab paling lambat', 'Answer due on'], {
      filledByTrigger: true,
      note: ['Kosong: menurut kategorinya.', 'Empty: by its category.'],
    }),
    choice(
      'channel',
      ['Lewat', 'Through'],
      [
        { value: 'visit', label: ['Kunjungan', 'Visit'] },
        { value: 'whatsapp', label: ['WhatsApp', 'WhatsApp'] },
        { value: 'phone', label: ['Telepon', 'Phone'] },
        { value: 'office', label: ['Datang ke kantor', 'At the office'] },
        { value: 'letter', label: ['Surat atau surel', 'Letter or e-mail'] },
        { value: 'social_media', label: ['Media sosial', 'Social media'] },
        { value: 'other', label: ['Lainnya', 'Other'] },
      ],
      { required: true, default: 'office' },
    ),
    section('whom', ['Siapa', 'Who'], { icon: 'group' }, [
      m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
        template: '{{head_name}} · {{area.name}}',
        note: ['Bila yang menyampaikan keluarga binaan.', 'Where a family of the list told it.'],
      }),
      text('reporter_name', ['Nama penyampai', 'Who told it'], {
        note: ['Bila bukan keluarga binaan.', 'Where it is no family of the list.'],
      }),
      text('reporter_phone', ['Telepon penyampai', 'Their phone'], {
        length: 32,
        icon: 'call',
        pattern: '^[+0-9][0-9 ()-]{5,24}$',
        message: [
          'Tulis nomor telepon dengan angka, misalnya 0812 3456 7890.',
          'Write the phone number in digits, for example 0812 3456 7890.',
        ],
      }),
      m2o('kader', ['Diterima oleh kader', 'Received by kader'], 'kader', { template: '{{name}} · {{code}}' }),
      m2o('about_kader', ['Menyangkut kader', 'About kader'], 'kader', {
        template: '{{name}} · {{code}}',
        note: ['Kader ini tidak melihat pengaduan ini.', 'This kader does not see this record.'],
      }),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { filledByTrigger: true, template: '{{name}}' }),
    ]),
    section('reply', ['Jawaban', 'Answer'], { icon: 'question_answer' }, [
      longText('answer', ['Jawaban', 'Answer'], {
        requiredWhen: { status: { _in: ['answered', 'closed'] } },
        note: ['Apa yang dijawab atau dilakukan.', 'What was answered or done.'],
      }),
      moment('answered_at', ['Dijawab pada', 'Answered at'], {
        readonly: true,
        shownWhen: { answered_at: { _nnull: true } },
      }),
      user('answered_by', ['Dijawab oleh', 'Answered by'], {
        readonly: true,
        shownWhen: { answered_at: { _nnull: true } },
      }),
    ]),
    file('file', ['Berkas', 'File'], { width: 'full' }),
    date('overdue_noticed_on', ['Kepala diberi tahu lewat batas pada', 'Head told of the delay on'], {
      readonly: true,
      shownWhen: { overdue_noticed_on: { _nnull: true } },
    }),
    remark(),
  ],
  indexes: {
    branch: 'branch, status, due_on',
    binaan: '(binaan) where binaan is not null',
    kader: '(kader) where kader is not null',
    about_kader: '(about_kader) where about_kader is not null',
  },
  checks: {
    text: "btrim(text) <> ''",
    answer:
      "(status in ('open', 'in_progress') or coalesce(btrim(answer), '') <> '') " +
      "and (status in ('open', 'in_progress')) = (answered_at is null)",
  },
});
