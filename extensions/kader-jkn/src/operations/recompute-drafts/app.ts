import type { OperationAppConfig } from '@directus/types';
import { monthOption, onPage, outputNotice, recordOption, toldShort } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: of which branch and month; of one kader alone, if wished. */
const operation: OperationAppConfig = {
  id: 'kader-recompute-drafts',
  name: bothLanguages(['Hitung imbal jasa sementara', 'Reckon draft statements']),
  icon: 'calculate',
  description: bothLanguages([
    'Menghitung imbal jasa setiap kader pada bulan yang masih berjalan, tanpa menyimpan apa pun',
    'Reckons the imbal jasa of every kader in the running month, and keeps nothing',
  ]),
  overview: ({ branch, month }) => [
    { label: onPage(['Kantor cabang', 'Branch']), text: toldShort(branch) },
    { label: onPage(['Bulan', 'Month']), text: toldShort(month) },
  ],
  options: () => [
    recordOption('branch', ['Kantor cabang', 'Branch'], {
      collection: 'branch',
      template: '{{name}}',
      note: [
        'Kosong: cabang pelaksana alur; bagi administrator dan alur terjadwal semua cabang yang aktif. Perhitungan sementara tidak pernah disimpan: angkanya dihitung dari pembukuan saat langkah ini berjalan, persis seperti yang akan ditulis penutupan bulan.',
        'Empty: the branch of whoever runs the flow; for administrators and scheduled flows every active one. Drafts are never kept: the figures are reckoned from the books when this step runs, just as a close would write them.',
      ],
    }),
    monthOption(
      'month',
      ['Bulan', 'Month'],
      ['Bulan yang masih terbuka. Kosong: yang terbaru.', 'A month that is still open. Empty: the newest.'],
    ),
    recordOption('kader', ['Kader', 'Kader'], {
      collection: 'kader',
      template: '{{name}} · {{code}}',
      width: 'half',
      note: ['Kosong: semua kader cabangnya.', 'Empty: every kader of the branch.'],
    }),
    outputNotice(
      'branch, month, ended, total {kader, collected, gross, withholding, net, waiting}, statements [kader, collected, target, attainment_bp, gross, withholding, net, waiting, …]',
      ['Untuk langkah berikut: satu baris untuk setiap cabang', 'For the next step: one row a branch'],
    ),
  ],
};

export default operation;
