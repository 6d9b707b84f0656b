import type { InterfaceConfig } from '@directus/extensions';
import ReviewDecision from './interface.vue';

/** In the form of a partnership review: the head decides, which is carried out with its letter; who may read it downloads that. */
const reviewDecision: InterfaceConfig = {
  id: 'kader-review-decision',
  name: 'Keputusan kemitraan · Decision on a partnership',
  icon: 'gavel',
  description: 'Memutuskan peninjauan dan mengunduh suratnya · Decides on a review and downloads its letter',
  component: ReviewDecision,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default reviewDecision;
