import type { OperationAppConfig } from '@directus/types';
import { bothLanguages } from '../../studio/monev-options.ts';

const ofTrigger = '{{$trigger.body.keys}}';

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
    { label: bothLanguages(['Bulan buku', 'Month of the books']), text: String(period ?? ofTrigger) },
  ],
  options: [
    {
      field: 'period',
      name: bothLanguages(['Bulan buku', 'Month of the books']),
      type: 'string',
      schema: { default_value: ofTrigger },
      meta: {
        interface: 'input',
        width: 'full',
        required: true,
        note: bothLanguages([
          'Nomor rekaman bulan buku yang sudah ditutup, atau beberapa. Hanya kepala penagihan, staf cabangnya, atau administrator yang dapat membuatnya. Hasilnya untuk langkah berikut: id, month, made_at, figures_hash setiap laporan.',
          'Id of a closed month of the books, or several. Only its head of collection, its staff or an administrator can make it. For the next steps: id, month, made_at, figures_hash of each report.',
        ]),
        options: { placeholder: ofTrigger, font: 'monospace' },
      },
    },
  ] as OperationAppConfig['options'],
};

export default operation;
