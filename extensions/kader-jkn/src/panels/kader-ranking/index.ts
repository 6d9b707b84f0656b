import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, commonOptions, countOption, measureOption } from '../../studio/monev-options.ts';
import { measureNames } from '../../studio/monev-texts.ts';

const measures = ['collection', 'families_visited', 'contacts_per_day'] as const;

/** Kader by attainment, with the line of 100% and what each of them holds. */
const panel: PanelConfig = {
  id: 'kader-ranking',
  name: bothLanguages(['Peringkat kader', 'Ranking of kader']),
  icon: 'leaderboard',
  description: bothLanguages([
    'Capaian tiap kader, di samping keluarga yang dipegang dan tunggakannya',
    'Attainment of each kader, beside the families held and what they owe',
  ]),
  component: latePanel('kader-ranking'),
  options: [
    {
      field: 'shared',
      name: bothLanguages(['Layar bersama', 'Shared screen']),
      type: 'boolean',
      schema: { default_value: false },
      meta: {
        interface: 'boolean',
        width: 'half',
        options: {
          label: bothLanguages(['Sebut hanya yang di atas 100%', 'Name only those above 100%']),
        },
      },
    },
    countOption(15),
    measureOption(measures.map((value) => ({ value, text: measureNames[value] }))),
    ...commonOptions({ span: true }),
  ] as PanelConfig['options'],
  minWidth: 16,
  minHeight: 10,
};

export default panel;
