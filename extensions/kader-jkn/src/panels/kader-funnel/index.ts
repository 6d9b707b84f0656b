import type { PanelConfig } from '@directus/types';
import { latePanel } from '../../late-panels/late-panel.ts';
import { bothLanguages, commonOptions, kaderOption } from '../../studio/monev-options.ts';

/** Families from the list to the payment, and what came of the contacts. */
const panel: PanelConfig = {
  id: 'kader-funnel',
  name: bothLanguages(['Corong penagihan', 'Recovery funnel']),
  icon: 'filter_alt',
  description: bothLanguages([
    'Dari keluarga dalam daftar sampai membayar, hasil kontak, dan tunggakan yang tertagih',
    'From families in the list to payments, outcomes of contacts, and arrears recovered',
  ]),
  component: latePanel('kader-funnel'),
  options: [kaderOption(), ...commonOptions({ span: true })],
  minWidth: 16,
  minHeight: 14,
};

export default panel;
