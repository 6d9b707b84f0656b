/** What the panels draw, in a file of its own (`dist/monev-panels.js`): it is loaded with the first dashboard. */
import Attainment from './kader-attainment/panel.vue';
import OpenDisputes from './kader-open-disputes/panel.vue';
import Ranking from './kader-ranking/panel.vue';
import ZeroWatch from './kader-zero-watch/panel.vue';

export const panels = {
  'kader-attainment': Attainment,
  'kader-open-disputes': OpenDisputes,
  'kader-ranking': Ranking,
  'kader-zero-watch': ZeroWatch,
};

export type Panels = typeof panels;
