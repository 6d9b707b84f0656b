import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import {
  bothLanguages,
  choiceOption,
  commonOptions,
  countOption,
  kaderOption,
  yesOption,
} from '../../studio/monev-options.ts';

/** Families a day that kader contact, against what is due. */
const panel: PanelConfig = {
  id: 'kader-contacts',
  name: bothLanguages(['Kontak per hari', 'Contacts a day']),
  icon: 'forum',
  description: bothLanguages([
    'Keluarga yang dihubungi setiap kader per hari terhadap target, dan dengan cara apa',
    'Families that a kader contacts a day against the target, and how',
  ]),
  component: latePanel('kader-contacts'),
  options: [
    choiceOption(
      'by',
      ['Menurut', 'By'],
      [
        { text: ['Bulan', 'Month'], value: 'month' },
        { text: ['Kantor cabang', 'Branch'], value: 'branch' },
        { text: ['Kader', 'Kader'], value: 'kader' },
      ],
      ['Bulan; beberapa cabang menurut cabang', 'Month; several branches by branch'],
    ),
    yesOption(
      'shared',
      ['Layar bersama', 'Shared screen'],
      ['Sebut hanya kader yang mencapai target', 'Name only kader who reach the target'],
    ),
    countOption(20),
    kaderOption(),
    ...commonOptions({ span: true }),
  ],
  minWidth: 16,
  minHeight: 16,
};

export default panel;
