/** What the panels draw, in a file of its own (`dist/monev-panels.js`): it is loaded with the first dashboard. */

import Ageing from '../panels/kader-ageing/panel.vue';
import Attainment from '../panels/kader-attainment/panel.vue';
import Contacts from '../panels/kader-contacts/panel.vue';
import Cost from '../panels/kader-cost/panel.vue';
import Coverage from '../panels/kader-coverage/panel.vue';
import EarlyWarning from '../panels/kader-early-warning/panel.vue';
import Funnel from '../panels/kader-funnel/panel.vue';
import OpenMatters from '../panels/kader-open-matters/panel.vue';
import Promises from '../panels/kader-promises/panel.vue';
import Ranking from '../panels/kader-ranking/panel.vue';
import Trend from '../panels/kader-trend/panel.vue';
import Workforce from '../panels/kader-workforce/panel.vue';
import ZeroWatch from '../panels/kader-zero-watch/panel.vue';

export const panels = {
  'kader-attainment': Attainment,
  'kader-ranking': Ranking,
  'kader-zero-watch': ZeroWatch,
  'kader-trend': Trend,
  'kader-cost': Cost,
  'kader-ageing': Ageing,
  'kader-contacts': Contacts,
  'kader-funnel': Funnel,
  'kader-promises': Promises,
  'kader-workforce': Workforce,
  'kader-coverage': Coverage,
  'kader-open-matters': OpenMatters,
  'kader-early-warning': EarlyWarning,
};

export type Panels = typeof panels;
