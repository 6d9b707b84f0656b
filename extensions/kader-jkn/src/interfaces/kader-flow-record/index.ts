import type { InterfaceConfig } from '@directus/extensions';
import FlowRecord from './interface.vue';

/** Which record an operation of a flow is about: chosen from the list, or a value that the flow gives. Its options are our operations' own. */
const flowRecord: InterfaceConfig = {
  id: 'kader-flow-record',
  name: 'Rekaman untuk alur · Record for a flow',
  icon: 'ads_click',
  description: 'Rekaman pilihan atau nilai dari alur · A chosen record, or a value of the flow',
  component: FlowRecord,
  types: ['json'],
  group: 'other',
  options: null,
};

export default flowRecord;
