import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, choiceOption, commonOptions, kaderOption } from '../../studio/monev-options.ts';

/** Imbal jasa against what was collected: the cost of collection. */
const panel: PanelConfig = {
  id: 'kader-cost',
  name: bothLanguages(['Biaya penagihan', 'Cost of collection']),
  icon: 'savings',
  description: bothLanguages([
    'Imbal jasa dibandingkan dengan penerimaan, menurut bulan, kantor cabang, atau kader',
    'Imbal jasa against what was collected, by month, branch or kader',
  ]),
  component: latePanel('kader-cost'),
  options: [
    choiceOption(
      'by',
      ['Menurut', 'By'],
      [
        { text: ['Bulan', 'Month'], value: 'month' },
        { text: ['Kantor cabang', 'Branch'], value: 'branch' },
        { text: ['Kader', 'Kader'], value: 'kader' },
      ],
      ['Bulan; beberapa cabang menurut cabang', 'Month; several branches by branch'],
    ),
    kaderOption(),
    ...commonOptions({ span: true }),
  ],
  minWidth: 16,
  minHeight: 14,
};

export default panel;
