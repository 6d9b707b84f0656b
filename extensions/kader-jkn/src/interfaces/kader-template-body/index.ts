import type { InterfaceConfig } from '@directus/extensions';
import { lateInterface } from './late-interface.ts';

/** The words of a template: subject and bodies with the data to insert, what is wrong and where, and how it will look. */
const templateBody: InterfaceConfig = {
  id: 'kader-template-body',
  name: 'Isi templat · Body of a template',
  icon: 'stylus_note',
  description:
    'Menulis templat dengan data yang dapat disisipkan dan pratinjau · Writes a template with data to insert and a preview',
  component: lateInterface,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default templateBody;
