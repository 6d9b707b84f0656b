import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, commonOptions, countOption } from '../../studio/monev-options.ts';

/** Kader by closed month: months of nothing, warnings and reviews. */
const panel: PanelConfig = {
  id: 'kader-zero-watch',
  name: bothLanguages(['Tanpa penerimaan', 'Months of nothing']),
  icon: 'hourglass_empty',
  description: bothLanguages([
    'Bulan tanpa penerimaan tiap kader, peringatan, dan peninjauan kemitraan',
    'Months in which a kader collected nothing, warnings and partnership reviews',
  ]),
  component: latePanel('kader-zero-watch'),
  options: [
    ...commonOptions({ span: false }),
    {
      field: 'months',
      name: bothLanguages(['Bulan yang ditampilkan', 'Months shown']),
      type: 'integer',
      schema: { default_value: 7 },
      meta: { interface: 'input', width: 'half', options: { min: 1, max: 36 } },
    },
    countOption(20),
  ] as PanelConfig['options'],
  minWidth: 20,
  minHeight: 10,
};

export default panel;
