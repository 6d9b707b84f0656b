import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, commonOptions, kaderOption, yesOption } from '../../studio/monev-options.ts';

/** What is collected month by month, against the target and last year. */
const panel: PanelConfig = {
  id: 'kader-trend',
  name: bothLanguages(['Tren penerimaan', 'Trend of collection']),
  icon: 'show_chart',
  description: bothLanguages([
    'Penerimaan setiap bulan terhadap target dan tahun lalu',
    'What was collected each month against the target and last year',
  ]),
  component: latePanel('kader-trend'),
  options: [
    kaderOption(),
    yesOption(
      'cumulative',
      ['Kumulatif', 'Cumulative'],
      ['Jumlahkan sejak awal rentang', 'Add up from the first month'],
    ),
    ...commonOptions({ span: true }),
  ],
  minWidth: 16,
  minHeight: 14,
};

export default panel;
