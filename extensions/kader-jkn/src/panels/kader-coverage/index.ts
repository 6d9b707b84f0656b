import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, placeOptions } from '../../studio/monev-options.ts';

/** Families and desa with and without a kader, as of today. */
const panel: PanelConfig = {
  id: 'kader-coverage',
  name: bothLanguages(['Cakupan wilayah', 'Coverage']),
  icon: 'assignment_ind',
  description: bothLanguages([
    'Keluarga dan desa dengan dan tanpa kader hari ini',
    'Families and desa with and without a kader today',
  ]),
  component: latePanel('kader-coverage'),
  options: placeOptions(),
  minWidth: 16,
  minHeight: 14,
};

export default panel;
