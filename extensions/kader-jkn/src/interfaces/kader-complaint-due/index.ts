import type { InterfaceConfig } from '@directus/extensions';
import ComplaintDue from './interface.vue';

/** How long there still is to answer a complaint, or since when it is overdue. */
const complaintDue: InterfaceConfig = {
  id: 'kader-complaint-due',
  name: 'Batas waktu pengaduan · Due date of a complaint',
  icon: 'timer',
  description: 'Sisa waktu menjawab · Time left to answer',
  component: ComplaintDue,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default complaintDue;
