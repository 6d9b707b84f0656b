import type { OperationAppConfig } from '@directus/types';
import {
  monthOption,
  onPage,
  outputNotice,
  pressedRecord,
  recordOption,
  toldShort,
} from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: which scheme, of which branch and months. */
const operation: OperationAppConfig = {
  id: 'kader-simulate-scheme',
  name: bothLanguages(['Simulasikan skema', 'Simulate a scheme']),
  icon: 'compare_arrows',
  description: bothLanguages([
    'Membandingkan imbal jasa bulan yang sudah ditutup dengan yang akan dibayar sebuah skema, tanpa mengubah apa pun',
    'Compares the imbal jasa of closed months with what a scheme would have paid, and changes nothing',
  ]),
  overview: ({ scheme, from, to }) => [
    { label: onPage(['Skema', 'Scheme']), text: toldShort(scheme, pressedRecord) },
    { label: onPage(['Bulan', 'Months']), text: [from, to].filter(Boolean).join(' – ') || '12' },
  ],
  options: () => [
    recordOption('scheme', ['Skema', 'Scheme'], {
      collection: 'commission_scheme',
      template: '{{name}}',
      usual: pressedRecord,
      required: true,
      width: 'half',
      note: [
        'Boleh rancangan. Aturan yang sudah disimpan yang dihitung.',
        'It may be a draft. Its saved rules are reckoned with.',
      ],
    }),
    recordOption('branch', ['Kantor cabang', 'Branch'], {
      collection: 'branch',
      template: '{{name}}',
      width: 'half',
      note: [
        'Kosong: semua cabang yang boleh dilihat pelaksana alur. Hanya kepala penagihan, auditor, administrator, atau alur terjadwal yang dapat menyimulasikan.',
        'Empty: every branch that whoever runs the flow may see. Only a head, an auditor, an administrator or a scheduled flow can simulate.',
      ],
    }),
    monthOption(
      'from',
      ['Dari bulan', 'From month'],
      ['Kosong: 12 bulan sampai bulan terakhir.', 'Empty: 12 months up to the last one.'],
    ),
    monthOption(
      'to',
      ['Sampai bulan', 'To month'],
      ['Kosong: bulan terakhir yang sudah ditutup.', 'Empty: the newest closed month.'],
    ),
    outputNotice(
      'scheme, branches, from, to, total {collections, paid, would, difference}, kader, months, assumptions',
      ['Untuk langkah berikut', 'For the next step'],
    ),
  ],
};

export default operation;
