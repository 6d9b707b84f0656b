import type { FieldNode } from './define/node.ts';
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
  number,
  presentation,
  remark,
  saved,
  section,
  text,
  user,
} from './define.ts';
import type { Label } from './types.ts';

const byServer = { readonly: true } as const;
const begun = { status: { _nin: ['new', 'mapped', 'failed'] } };
const failed = { status: { _eq: 'failed' } };
const undone = { status: { _eq: 'undone' } };

/** Rows that came to the same, counted by the server. */
function counted(field: string, label: Label): FieldNode {
  return number(field, label, { ...byServer, required: true, default: 0 });
}

/** A list of families taken in: uploaded, mapped, checked, taken in with its progress, and undone while nothing rests on it. */
export const importBatch = defineCollection('import_batch', {
  label: ['Impor daftar', 'Imports of lists'],
  note: [
    'Satu daftar keluarga yang dimasukkan: unggah berkasnya, petakan kolomnya, periksa, lalu masukkan.',
    'One list of families taken in: upload the file, map its columns, check, then take it in.',
  ],
  icon: 'upload_file',
  folder: 'jkn_impor',
  sort: 1,
  collapse: 'closed',
  template: '{{branch.name}} · {{as_of}}',
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      required: true,
      readonlyWhen: saved,
      template: '{{name}}',
    }),
    date('as_of', ['Daftar per tanggal', 'List as of'], {
      required: true,
      readonlyWhen: begun,
      note: ['Tanggal yang tertulis di daftar itu.', 'The date written on the list.'],
    }),
    file('file', ['Berkas CSV atau XLSX', 'CSV or XLSX file'], { readonlyWhen: begun }),
    m2o('source', ['Sumber', 'Source'], 'import_source', {
      template: '{{name}}',
      readonlyWhen: begun,
      // chosen where the columns are mapped
      hidden: true,
      note: ['Pemetaan kolomnya diingat di sini.', 'Its mapping of columns is remembered here.'],
    }),
    choice(
      'mode',
      ['Bila ada baris yang ditolak', 'If rows are refused'],
      [
        { value: 'good_rows', label: ['Masukkan baris yang baik', 'Take in the good rows'] },
        { value: 'all_or_none', label: ['Jangan masukkan apa pun', 'Take in nothing'] },
      ],
      { required: true, default: 'good_rows', readonlyWhen: begun },
    ),
    boolean('assign', ['Bagikan', 'Share out'], {
      says: [
        'Berikan keluarga tanpa kader kepada kader desanya',
        'Give families without a kader to that of their desa',
      ],
      readonlyWhen: begun,
      width: 'full',
    }),
    boolean('full_list', ['Daftar lengkap', 'Whole list'], {
      says: ['Yang tidak disebut: tidak di daftar lagi', 'What it does not name is off the list'],
      readonlyWhen: begun,
    }),
    choice(
      'list_scope',
      ['Lengkap untuk', 'Whole for'],
      [
        { value: 'areas', label: ['Desa yang disebut saja', 'The desa it names'] },
        { value: 'branch', label: ['Seluruh cabang', 'The whole branch'] },
      ],
      { required: true, default: 'areas', readonlyWhen: begun, shownWhen: { full_list: { _eq: true } } },
    ),
    presentation('intake', ['Masukkan daftar', 'Take in the list'], 'kader-import'),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'new', label: ['Baru', 'New'], color: colour.grey },
        { value: 'mapped', label: ['Siap dimasukkan', 'Ready'], color: colour.pale },
        { value: 'running', label: ['Sedang berjalan', 'Running'], color: colour.amber },
        { value: 'done', label: ['Selesai', 'Done'], color: colour.blue },
        { value: 'failed', label: ['Gagal', 'Failed'], color: colour.red },
        { value: 'undone', label: ['Dibatalkan', 'Undone'], color: colour.grey },
      ],
      { ...byServer, required: true, default: 'new', shownWhen: saved },
    ),
    section('result', ['Hasil', 'Result'], { icon: 'fact_check', closed: true, shownWhen: begun }, [
      number('rows_total', ['Baris di berkas', 'Rows in the file'], byServer),
      counted('rows_read', ['Baris dibaca', 'Rows read']),
      counted('rows_new', ['Keluarga baru', 'New families']),
      counted('rows_updated', ['Diperbarui', 'Updated']),
      counted('rows_unchanged', ['Tidak berubah', 'Unchanged']),
      counted('rows_older', ['Sudah ada daftar lebih baru', 'A newer list is known']),
      counted('rows_bad', ['Ditolak', 'Refused']),
      counted('rows_warned', ['Masuk, perlu dilihat', 'Taken in, to look at']),
      counted('rows_off_list', ['Tidak di daftar lagi', 'Off the list']),
      counted('rows_assigned', ['Diberikan kepada kader', 'Given to kader']),
      user('started_by', ['Dimulai oleh', 'Started by'], byServer),
      moment('started_at', ['Dimulai pada', 'Started at'], byServer),
      moment('finished_at', ['Selesai pada', 'Finished at'], byServer),
      text('file_hash', ['Sidik berkas', 'Fingerprint of the file'], { ...byServer, length: 64, font: 'monospace' }),
    ]),
    section('failure', ['Mengapa gagal', 'Why it failed'], { icon: 'error', shownWhen: failed }, [
      longText('message', ['Pesan', 'Message'], byServer),
      longText('message_en', ['Pesan (bahasa Inggris)', 'Message (English)'], byServer),
    ]),
    section('undoing', ['Pembatalan', 'Undoing'], { icon: 'undo', shownWhen: undone }, [
      user('undone_by', ['Dibatalkan oleh', 'Undone by'], byServer),
      moment('undone_at', ['Dibatalkan pada', 'Undone at'], byServer),
    ]),
    remark(),
  ],
  indexes: { branch: 'branch, as_of', running: "(branch) where status = 'running'" },
  checks: {
    status: "(status = 'undone') = (undone_at is not null) and (status <> 'failed' or message is not null)",
  },
});
