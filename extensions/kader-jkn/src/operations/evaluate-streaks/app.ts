import type { OperationAppConfig } from '@directus/types';
import { onPage, outputNotice, recordOption, toldShort } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: of which branch. */
const operation: OperationAppConfig = {
  id: 'kader-evaluate-streaks',
  name: bothLanguages(['Periksa bulan tanpa penerimaan', 'Evaluate zero-collection streaks']),
  icon: 'event_busy',
  description: bothLanguages([
    'Memberi tahu peringatan dan peninjauan yang sudah dibuka, dan yang akan dibuka penutupan bulan berikutnya',
    'Tells which warnings and reviews were opened, and which the next close would open',
  ]),
  overview: ({ branch }) => [{ label: onPage(['Kantor cabang', 'Branch']), text: toldShort(branch) }],
  options: () => [
    recordOption('branch', ['Kantor cabang', 'Branch'], {
      collection: 'branch',
      template: '{{name}}',
      note: [
        'Kosong: cabang pelaksana alur; bagi auditor, administrator, dan alur terjadwal semua cabang yang aktif. Langkah ini hanya membaca: peringatan dan peninjauan dibuka penutupan bulan, masing-masing satu kali.',
        'Empty: the branch of whoever runs the flow; for auditors, administrators and scheduled flows every active one. This step only reads: warnings and reviews are opened by the close of a month, each once.',
      ],
    }),
    outputNotice(
      'branch, limit, warning, closed {month, streaks [kader, zero_months, from, to, warned_on, review]}, next {month, ended, warnings, reviews, withdrawn}',
      ['Untuk langkah berikut: satu baris untuk setiap cabang', 'For the next step: one row a branch'],
    ),
  ],
};

export default operation;
