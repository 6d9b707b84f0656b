import type { InterfaceConfig } from '@directus/extensions';
import KaderAttendance from './interface.vue';

/** Who came to a training, entered for all kader of the branch at once and saved all or nothing. */
const kaderAttendance: InterfaceConfig = {
  id: 'kader-attendance',
  name: 'Kehadiran pelatihan · Attendance',
  icon: 'how_to_reg',
  description: 'Mencatat kehadiran banyak kader sekaligus · Writes the attendance of many kader at once',
  component: KaderAttendance,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLoader: true,
  options: null,
};

export default kaderAttendance;
