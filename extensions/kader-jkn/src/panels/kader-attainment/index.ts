import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, commonOptions, measureOption } from '../../studio/monev-options.ts';
import { measureNames } from '../../studio/monev-texts.ts';

const measures = ['collection', 'families_visited', 'contacts_per_day', 'kader', 'arrears_share'] as const;

/** Realised against target: any measure, by branch, area, kader or month. */
const panel: PanelConfig = {
  id: 'kader-attainment',
  name: bothLanguages(['Realisasi terhadap target', 'Realised against target']),
  icon: 'flag',
  description: bothLanguages([
    'Berapa yang tercapai dari target, menurut wilayah, kader, atau bulan',
    'How much of the target was reached, by area, kader or month',
  ]),
  component: latePanel('kader-attainment'),
  options: [
    measureOption(measures.map((value) => ({ value, text: measureNames[value] }))),
    {
      field: 'by',
      name: bothLanguages(['Menurut', 'By']),
      type: 'string',
      meta: {
        interface: 'select-dropdown',
        width: 'half',
        options: {
          allowNone: true,
          placeholder: bothLanguages(['Satu tingkat di bawahnya', 'The next level down']),
          choices: [
            { text: bothLanguages(['Kantor cabang', 'Branch']), value: 'branch' },
            { text: bothLanguages(['Kabupaten/kota', 'Regency']), value: 'regency' },
            { text: bothLanguages(['Kecamatan', 'District']), value: 'district' },
            { text: 'Kader', value: 'kader' },
            { text: bothLanguages(['Bulan', 'Month']), value: 'month' },
          ],
        },
      },
    },
    {
      field: 'kader',
      name: 'Kader',
      type: 'json',
      meta: {
        interface: 'collection-item-dropdown',
        width: 'half',
        options: { selectedCollection: 'kader', template: '{{name}}' },
      },
    },
    ...commonOptions({ span: true }),
  ],
  minWidth: 16,
  minHeight: 12,
};

export default panel;
