import { m2o, systemFields } from './define.ts';

/**
 * What a user of Directus gains: the branch and the kader that row rules compare with. Nobody changes them on
 * their own record; `kader` is unique and the only link between a kader and an account (`kader.user` is its alias).
 */
export const userFields = systemFields('directus_users', [
  m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
    template: '{{name}}',
    note: [
      'Menentukan data yang dilihat. Hanya diubah administrator.',
      'Decides what is seen. Changed by administrators only.',
    ],
  }),
  m2o('kader', ['Kader', 'Kader'], 'kader', {
    unique: true,
    template: '{{name}} · {{code}}',
    listedAs: 'user',
    note: ['Hanya untuk akun seorang kader.', "For a kader's own account only."],
  }),
]);
