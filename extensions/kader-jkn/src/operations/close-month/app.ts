import type { OperationAppConfig } from '@directus/types';
import { onPage, outputNotice, pressedRecords, recordOption, toldShort } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

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
    { label: onPage(['Bulan buku', 'Month of the books']), text: toldShort(period, pressedRecords) },
  ],
  options: () => [
    recordOption('period', ['Bulan buku', 'Month of the books'], {
      collection: 'period',
      template: '{{branch.name}} · {{month}}',
      usual: pressedRecords,
      required: true,
      note: [
        'Biarkan seperti semula untuk menutup bulan yang tombolnya ditekan. Hanya kepala penagihan cabangnya, administrator, atau alur terjadwal yang dapat menutup bulan. Beberapa bulan ditutup berurutan; bila satu ditolak, yang sebelumnya tetap tertutup.',
        'Leave it as it is to close the month whose button was pressed. Only the head of its branch, an administrator or a scheduled flow can close it. Several close one after the other; where one is refused, those before it stay closed.',
      ],
    }),
    outputNotice(
      'period, branch, branchName, month, collected, commission_total, kader_count, warnings_given, reviews_opened',
      ['Untuk langkah berikut: daftar bulan yang ditutup', 'For the next step: the months that were closed'],
    ),
  ],
};

export default operation;
