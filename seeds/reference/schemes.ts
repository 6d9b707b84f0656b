export interface SchemeDefinition {
  name: string;
  branch: null;
  effective_from: string;
  status: 'draft';
  base: 'arrears';
  note: string;
  rules: readonly object[];
}

/**
 * An example to start from. It is a draft: what kader earn is not assumed for a real branch, and until somebody
 * activates a scheme, recording says that none is in force.
 */
export const schemes: SchemeDefinition[] = [
  {
    name: 'Contoh: 25% dari tunggakan yang dibayar',
    branch: null,
    effective_from: '2019-01-01',
    status: 'draft',
    base: 'arrears',
    note: 'Contoh dari pernyataan nasional tahun 2019, bukan tarif cabang. Salin atau ubah, lalu aktifkan.',
    rules: [{ sort: 1, kind: 'percentage', months_from: 0, months_to: null, rate_bp: 2500 }],
  },
];
