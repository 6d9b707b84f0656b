import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, placeOptions } from '../../studio/monev-options.ts';

/** How much waits for an answer or a decision, and for how long; whose it is stays with those who answer. */
const panel: PanelConfig = {
  id: 'kader-open-matters',
  name: bothLanguages(['Yang menunggu', 'Open matters']),
  icon: 'pending_actions',
  description: bothLanguages([
    'Peninjauan, peringatan, sanggahan, pengaduan, dan perlakuan buruk yang belum selesai, tanpa nama',
    'Reviews, warnings, disputes, complaints and mistreatment not settled yet, without names',
  ]),
  component: latePanel('kader-open-matters'),
  options: placeOptions(),
  minWidth: 14,
  minHeight: 10,
};

export default panel;
