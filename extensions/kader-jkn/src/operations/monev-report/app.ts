import type { OperationAppConfig } from '@directus/types';
import { onPage, outputNotice, pressedRecords, recordOption, toldShort } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: of which months the report is made, by default the one whose button was pressed. */
const operation: OperationAppConfig = {
  id: 'kader-monev-report',
  name: bothLanguages(['Buat Laporan Monev', 'Make a monev report']),
  icon: 'lab_profile',
  description: bothLanguages([
    'Membuat Laporan Monev bulan tertutup dalam PDF dan XLSX, dan menyimpannya',
    'Makes the monev report of a closed month as PDF and XLSX, and keeps it',
  ]),
  overview: ({ period }) => [
    { label: onPage(['Bulan buku', 'Month of the books']), text: toldShort(period, pressedRecords) },
  ],
  options: () => [
    recordOption('period', ['Bulan buku', 'Month of the books'], {
      collection: 'period',
      template: '{{branch.name}} · {{month}}',
      filter: { status: { _neq: 'open' } },
      usual: pressedRecords,
      required: true,
      note: [
        'Bulan yang sudah ditutup, atau beberapa. Hanya kepala penagihan dan staf cabangnya, administrator, atau alur terjadwal yang dapat membuatnya. Berkasnya diunduh dari daftar Laporan Monev bulan itu.',
        'A closed month, or several. Only the head and the staff of its branch, an administrator or a scheduled flow can make it. Its files are downloaded from the monev reports of that month.',
      ],
    }),
    outputNotice('id, branch, month, made_at, version, figures_hash', [
      'Untuk langkah berikut: daftar laporan yang dibuat',
      'For the next step: the reports that were made',
    ]),
  ],
};

export default operation;
