import type { OperationAppConfig } from '@directus/types';
import { bothLanguages } from '../../studio/monev-options.ts';

const ofTrigger = '{{$trigger.body.keys}}';

/** The operation's form: which month, by default the one whose button was pressed. */
const operation: OperationAppConfig = {
  id: 'kader-close-month',
  name: bothLanguages(['Tutup bulan', 'Close a month']),
  icon: 'lock',
  description: bothLanguages([
    'Menghitung imbal jasa, mengunci bulan buku, dan membuka peringatan serta peninjauan',
    'Makes the statements, locks the month of the books, and opens warnings and reviews',
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
          'Nomor rekaman bulan buku. Biarkan terisi seperti semula untuk menutup bulan yang tombolnya ditekan. Hanya kepala penagihan cabangnya atau administrator yang dapat menutup bulan.',
          'Id of a month of the books. Leave it as it is to close the month whose button was pressed. Only the head of its branch or an administrator can close it.',
        ]),
        options: { placeholder: ofTrigger, font: 'monospace' },
      },
    },
  ] as OperationAppConfig['options'],
};

export default operation;
