import type { InterfaceConfig } from '@directus/extensions';
import Import from './interface.vue';

/** Taking in a list of families: its columns mapped, the first rows checked, its progress, what came of it, and undoing it. */
const importInterface: InterfaceConfig = {
  id: 'kader-import',
  name: 'Masukkan daftar · Take in a list',
  icon: 'upload_file',
  description: 'Memetakan, memeriksa, dan memasukkan daftar keluarga · Maps, checks and takes in a list of families',
  component: Import,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default importInterface;
