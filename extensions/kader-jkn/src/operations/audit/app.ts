import type { OperationAppConfig } from '@directus/types';
import { onPage, outputNotice, toldShort } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: how many differences are told in full. */
const operation: OperationAppConfig = {
  id: 'kader-audit',
  name: bothLanguages(['Audit pembukuan', 'Audit the books']),
  icon: 'fact_check',
  description: bothLanguages([
    'Menghitung ulang seluruh pembukuan dari penerimaan dan memberi tahu setiap selisih, tanpa mengubah apa pun',
    'Recomputes all books from the collections and tells every difference, and changes nothing',
  ]),
  overview: ({ most }) => [
    { label: onPage(['Selisih yang dirinci', 'Differences in full']), text: toldShort(most, '100') },
  ],
  options: () => [
    {
      field: 'most',
      name: onPage(['Selisih yang dirinci', 'Differences in full']),
      type: 'integer',
      schema: { default_value: 100 },
      meta: {
        interface: 'input',
        width: 'half',
        note: onPage([
          'Selebihnya hanya dihitung. Hanya administrator dan alur terjadwal yang dapat mengaudit; satu audit pada satu waktu.',
          'The others are only counted. Only administrators and scheduled flows can audit; one audit at a time.',
        ]),
        options: { min: 1, max: 10000 },
      },
    },
    outputNotice('clean, count, differences [collection, id, field, stored, expected], text, checked_at, seconds', [
      'Untuk langkah berikut. Lanjutkan dengan syarat count > 0 untuk mengirim pemberitahuan',
      'For the next step. Follow it by the condition count > 0 to send a notice',
    ]),
  ],
};

export default operation;
