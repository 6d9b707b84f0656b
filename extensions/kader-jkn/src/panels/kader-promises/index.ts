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

/** Promises to pay: kept, not kept, waiting. */
const panel: PanelConfig = {
  id: 'kader-promises',
  name: bothLanguages(['Janji bayar', 'Promises to pay']),
  icon: 'handshake',
  description: bothLanguages([
    'Janji bayar yang ditepati, lewat, dan menunggu, menurut bulan, kantor cabang, atau kader',
    'Promises kept, not kept and waiting, by month, branch or kader',
  ]),
  component: latePanel('kader-promises'),
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
    yesOption('shared', ['Layar bersama', 'Shared screen'], ['Jangan sebut nama kader', 'Name no kader']),
    countOption(20),
    kaderOption(),
    ...commonOptions({ span: true }),
  ],
  minWidth: 16,
  minHeight: 14,
};

export default panel;
