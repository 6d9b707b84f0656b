import type { OperationAppConfig } from '@directus/types';
import {
  doesOption,
  onPage,
  outputNotice,
  recordOption,
  textOption,
  toldShort,
  wayOption,
} from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: which file, read by which source, and what is done with it. */
const operation: OperationAppConfig = {
  id: 'kader-import-file',
  name: bothLanguages(['Masukkan berkas daftar', 'Import a file']),
  icon: 'upload_file',
  description: bothLanguages([
    'Memasukkan berkas CSV atau XLSX sebagai daftar keluarga binaan',
    'Takes a CSV or XLSX file in as a list of families',
  ]),
  overview: ({ file, source }) => [
    { label: onPage(['Berkas', 'File']), text: toldShort(file) },
    { label: onPage(['Sumber', 'Source']), text: toldShort(source) },
  ],
  options: () => [
    recordOption('file', ['Berkas', 'File'], {
      collection: 'directus_files',
      template: '{{title}} · {{filename_download}}',
      usual: '{{$trigger.key}}',
      required: true,
      width: 'half',
      note: [
        'Berkas di pustaka berkas. {{$trigger.key}}: berkas yang baru diunggah, bila pemicunya files.upload.',
        'A file of the file library. {{$trigger.key}}: the one just uploaded, where the trigger is files.upload.',
      ],
    }),
    recordOption('source', ['Sumber', 'Source'], {
      collection: 'import_source',
      template: '{{name}}',
      width: 'half',
      note: [
        'Pemetaan kolomnya. Kosong: judul kolomnya bernama seperti kolom kami.',
        'Its mapping of columns. Empty: the headings are named as our fields.',
      ],
    }),
    recordOption('branch', ['Kantor cabang', 'Branch'], {
      collection: 'branch',
      template: '{{name}}',
      width: 'half',
      note: [
        'Kosong: cabang pelaksana alur. Alur terjadwal dan administrator tanpa cabang harus memilihnya.',
        'Empty: the branch of whoever runs the flow. A scheduled flow, and an administrator without a branch, have to name it.',
      ],
    }),
    textOption(
      'as_of',
      ['Daftar per tanggal', 'List as of'],
      [
        'Tanggal yang tertulis di daftar itu. Kosong: hari ini di cabang itu.',
        'The date written on the list. Empty: today in the branch.',
      ],
      'YYYY-MM-DD',
    ),
    wayOption(
      'mode',
      ['Bila ada baris yang ditolak', 'If rows are refused'],
      [
        { value: 'good_rows', text: ['Masukkan baris yang baik', 'Take in the good rows'] },
        { value: 'all_or_none', text: ['Jangan masukkan apa pun', 'Take in nothing'] },
      ],
    ),
    doesOption(
      'assign',
      ['Bagikan', 'Share out'],
      ['Berikan kepada kader desanya', 'Give to the kader of the desa'],
      false,
      ['Keluarga yang belum dipegang siapa pun.', 'Families that nobody holds.'],
    ),
    doesOption(
      'full_list',
      ['Daftar lengkap', 'Whole list'],
      ['Yang tidak disebut ditandai keluar daftar', 'Families that it does not name are off the list'],
      false,
    ),
    wayOption(
      'list_scope',
      ['Lengkap untuk', 'Whole for'],
      [
        { value: 'areas', text: ['Desa yang disebut daftar', 'The desa that it names'] },
        { value: 'branch', text: ['Seluruh cabang', 'The whole branch'] },
      ],
    ),
    doesOption(
      'wait',
      ['Tunggu', 'Wait'],
      ['Langkah berikut menunggu sampai selesai', 'The next step waits until it is in'],
      true,
      [
        'Matikan untuk daftar yang sangat besar: langkah berikut lalu mendapat status running.',
        'Turn it off for a very large list: the next step then gets the status running.',
      ],
    ),
    textOption('note', ['Catatan', 'Note'], ['Tersimpan pada impornya.', 'Kept with the import.'], '', 'half'),
    outputNotice(
      'id, branch, file, status, rows_read, rows_bad, rows_new, rows_updated, rows_off_list, rows_assigned, message',
      [
        'Untuk langkah berikut: impornya. Hanya kepala penagihan, staf, administrator, atau alur terjadwal yang dapat memasukkan; yang gagal setelah mulai tetap tercatat pada daftar impor dengan sebabnya',
        'For the next step: the import. Only a head, staff, an administrator or a scheduled flow can take a list in; one that fails after it began stays among the imports, with the reason',
      ],
    ),
  ],
};

export default operation;
