import type { InterfaceConfig } from '@directus/extensions';
import FamilyCheck from './interface.vue';

/** Holds a family's data against itself: its arrears against months × members × dues, its KK number against its kecamatan. */
const familyCheck: InterfaceConfig = {
  id: 'kader-family-check',
  name: 'Pemeriksaan data keluarga · Data check of a family',
  icon: 'rule',
  description: 'Tunggakan, nomor KK, dan penggabungan · Arrears, KK number and merging',
  component: FamilyCheck,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default familyCheck;
