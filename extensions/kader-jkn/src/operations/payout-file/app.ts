import type { OperationAppConfig } from '@directus/types';
import { onPage, outputNotice, pressedRecords, recordOption, toldShort, wayOption } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: of which months, and as what. */
const operation: OperationAppConfig = {
  id: 'kader-payout-file',
  name: bothLanguages(['Buat berkas pembayaran', 'Make the payout file']),
  icon: 'account_balance',
  description: bothLanguages([
    'Membuat dan menyimpan berkas untuk bank dari imbal jasa yang sudah disetujui',
    'Makes and keeps the file for the bank of approved statements',
  ]),
  overview: ({ period, format }) => [
    { label: onPage(['Bulan buku', 'Month of the books']), text: toldShort(period, pressedRecords) },
    { label: onPage(['Bentuk', 'Format']), text: toldShort(format, 'csv').toUpperCase() },
  ],
  options: () => [
    recordOption('period', ['Bulan buku', 'Month of the books'], {
      collection: 'period',
      template: '{{branch.name}} · {{month}}',
      filter: { status: { _in: ['approved', 'paid'] } },
      usual: pressedRecords,
      required: true,
      note: [
        'Bulan yang sudah disetujui, atau beberapa. Hanya kepala penagihan cabangnya, administrator, atau alur terjadwal yang dapat membuatnya. Berkasnya memuat nomor rekening: kepala penagihan mengunduhnya dari bulan bukunya, setiap unduhan tercatat, dan berkas lama bulan itu dihapus. Jangan kirimkan berkas ini lewat surel.',
        'An approved month, or several. Only the head of its branch, an administrator or a scheduled flow can make it. The file holds account numbers: the head downloads it from the month of the books, every download is traced, and the earlier file of that month is deleted. Do not send this file by e-mail.',
      ],
    }),
    wayOption(
      'format',
      ['Bentuk', 'Format'],
      [
        { value: 'csv', text: ['CSV', 'CSV'] },
        { value: 'xlsx', text: ['XLSX', 'XLSX'] },
      ],
    ),
    outputNotice('period, branch, month, format, file, name, payments, total, without_account', [
      'Untuk langkah berikut: daftar berkas yang disimpan',
      'For the next step: the files that are kept',
    ]),
  ],
};

export default operation;
