import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, commonOptions } from '../../studio/monev-options.ts';

/** Kader against their target, who joined, who left, and why. */
const panel: PanelConfig = {
  id: 'kader-workforce',
  name: bothLanguages(['Kekuatan kader', 'Workforce']),
  icon: 'groups',
  description: bothLanguages([
    'Jumlah kader terhadap target, yang bergabung dan berakhir, dan alasannya',
    'Kader against their target, who joined and who left, and why',
  ]),
  component: latePanel('kader-workforce'),
  options: commonOptions({ span: true }),
  minWidth: 16,
  minHeight: 14,
};

export default panel;
