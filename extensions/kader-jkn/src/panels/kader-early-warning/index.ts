import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, placeOptions } from '../../studio/monev-options.ts';

/** What is worth a talk with a kader, with reasons in words; names are shown only when the viewer asks for them. */
const panel: PanelConfig = {
  id: 'kader-early-warning',
  name: bothLanguages(['Tanda awal', 'Early signs']),
  icon: 'tips_and_updates',
  description: bothLanguages([
    'Bahan pembinaan menurut batas dalam kebijakan; hanya untuk kepala dan staf, bukan untuk layar bersama',
    'Matters to talk about by the limits of the policy; for head and staff only, not for a shared screen',
  ]),
  component: latePanel('kader-early-warning'),
  options: placeOptions(),
  minWidth: 16,
  minHeight: 10,
};

export default panel;
