import type { OperationAppConfig } from '@directus/types';
import { doesOption, onPage, outputNotice, recordOption, textOption, toldShort } from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: of which branch, and whether it is only proposed. */
const operation: OperationAppConfig = {
  id: 'kader-assign-families',
  name: bothLanguages(['Bagikan keluarga', 'Assign families']),
  icon: 'groups',
  description: bothLanguages([
    'Membagikan keluarga yang belum dipegang siapa pun kepada kader desanya, atau hanya mengusulkannya',
    'Gives families that nobody holds to the kader of their desa, or only proposes it',
  ]),
  overview: ({ branch, only_propose }) => [
    { label: onPage(['Kantor cabang', 'Branch']), text: toldShort(branch) },
    {
      label: onPage(['Hasil', 'Result']),
      text: onPage(only_propose === false ? ['dibagikan', 'given'] : ['usulan saja', 'only proposed']),
    },
  ],
  options: () => [
    recordOption('branch', ['Kantor cabang', 'Branch'], {
      collection: 'branch',
      template: '{{name}}',
      note: [
        'Kosong: cabang pelaksana alur. Alur terjadwal dan administrator tanpa cabang harus memilihnya. Hanya kepala penagihan, staf cabang itu, administrator, atau alur terjadwal yang dapat membagikan.',
        'Empty: the branch of whoever runs the flow. A scheduled flow, and an administrator without a branch, have to name it. Only the head and the staff of that branch, an administrator or a scheduled flow can share out.',
      ],
    }),
    doesOption('only_propose', ['Usulan saja', 'Only propose'], ['Jangan tulis apa pun', 'Write nothing'], true, [
      'Matikan untuk benar-benar membagikan.',
      'Turn it off to really give the families.',
    ]),
    doesOption(
      'above_capacity',
      ['Di atas kapasitas', 'Above capacity'],
      ['Boleh melebihi jumlah keluarga per kader', 'May go above the families a kader'],
      false,
    ),
    textOption(
      'from_date',
      ['Mulai tanggal', 'From date'],
      ['Kosong: hari ini di cabang itu.', 'Empty: today in the branch.'],
      'YYYY-MM-DD',
    ),
    outputNotice('branch, written, from_date, assigned, left {reason: families}, kader [name, before, after]', [
      'Untuk langkah berikut: satu baris untuk setiap cabang',
      'For the next step: one row a branch',
    ]),
  ],
};

export default operation;
