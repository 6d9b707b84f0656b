import type { OperationAppConfig } from '@directus/types';
import { bothLanguages } from '../../studio/monev-options.ts';

const ofTrigger = '{{$trigger.body.keys[0]}}';

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
    { label: bothLanguages(['Skema', 'Scheme']), text: String(scheme ?? ofTrigger) },
    { label: bothLanguages(['Bulan', 'Months']), text: [from, to].filter(Boolean).join(' – ') || '12' },
  ],
  options: [
    {
      field: 'scheme',
      name: bothLanguages(['Skema', 'Scheme']),
      type: 'string',
      schema: { default_value: ofTrigger },
      meta: {
        interface: 'input',
        width: 'half',
        required: true,
        note: bothLanguages([
          'Nomor skema; boleh rancangan. Aturan yang sudah disimpan yang dihitung.',
          'Id of a scheme, which may be a draft. Its saved rules are reckoned with.',
        ]),
        options: { placeholder: ofTrigger, font: 'monospace' },
      },
    },
    {
      field: 'branch',
      name: bothLanguages(['Kantor cabang', 'Branch']),
      type: 'string',
      meta: {
        interface: 'input',
        width: 'half',
        note: bothLanguages([
          'Nomor cabang. Kosong: semua cabang yang boleh dilihat pelaksana alur.',
          'Id of a branch. Empty: every branch that whoever runs the flow may see.',
        ]),
        options: { font: 'monospace' },
      },
    },
    {
      field: 'from',
      name: bothLanguages(['Dari bulan', 'From month']),
      type: 'string',
      meta: {
        interface: 'kader-month',
        width: 'half',
        note: bothLanguages(['Kosong: 12 bulan sampai bulan terakhir.', 'Empty: 12 months up to the last one.']),
      },
    },
    {
      field: 'to',
      name: bothLanguages(['Sampai bulan', 'To month']),
      type: 'string',
      meta: {
        interface: 'kader-month',
        width: 'half',
        note: bothLanguages([
          'Kosong: bulan terakhir yang sudah ditutup. Hasilnya dapat dipakai langkah berikut: total, kader, months.',
          'Empty: the newest closed month. The result is for the next steps: total, kader, months.',
        ]),
      },
    },
  ] as OperationAppConfig['options'],
};

export default operation;
