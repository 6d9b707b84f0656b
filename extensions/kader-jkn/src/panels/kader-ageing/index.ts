import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, choiceOption, commonOptions, kaderOption } from '../../studio/monev-options.ts';

/** Arrears by months owed and place, with the movement since the month before. */
const panel: PanelConfig = {
  id: 'kader-ageing',
  name: bothLanguages(['Umur tunggakan', 'Age of arrears']),
  icon: 'account_balance_wallet',
  description: bothLanguages([
    'Tunggakan menurut lama menunggak dan wilayah, dengan perubahan sejak bulan lalu',
    'Arrears by months owed and place, with the movement since last month',
  ]),
  component: latePanel('kader-ageing'),
  options: [
    choiceOption(
      'measure',
      ['Panjang batang', 'Length of bars'],
      [
        { text: ['Rupiah', 'Rupiah'], value: 'amount' },
        { text: ['Keluarga', 'Families'], value: 'families' },
      ],
      ['Rupiah', 'Rupiah'],
    ),
    kaderOption(),
    ...commonOptions({ span: false }),
  ],
  minWidth: 16,
  minHeight: 16,
};

export default panel;
