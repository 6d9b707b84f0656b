import type { PanelConfig } from '@directus/types';
import { bothLanguages } from '../../studio/monev-options.ts';
import { latePanel } from '../late-panel.ts';

/** How many questions about statements await an answer, and for how long; who asked stays between kader and head. */
const panel: PanelConfig = {
  id: 'kader-open-disputes',
  name: bothLanguages(['Sanggahan terbuka', 'Open disputes']),
  icon: 'contact_support',
  description: bothLanguages([
    'Sanggahan imbal jasa yang menunggu jawaban, tanpa nama',
    'Questions about commission that await an answer, without names',
  ]),
  component: latePanel('kader-open-disputes'),
  options: [],
  minWidth: 12,
  minHeight: 6,
};

export default panel;
