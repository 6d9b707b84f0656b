import { ownDashboardId } from '../../../extensions/kader-jkn/src/contract/access.ts';
import type { DashboardDefinition } from '../dashboards.ts';
import { layOutPanels } from './lay-out-panels.ts';

/** A kader and their own figures; of others only those who are praised. */
export const ownDashboard: DashboardDefinition = {
  id: ownDashboardId,
  key: 'capaian-saya',
  name: 'Capaian saya',
  icon: 'person_celebrate',
  note: 'Penerimaan, kontak, dan janji binaan saya.',
  panels: layOutPanels([
    {
      height: 21,
      panels: [
        {
          key: 'own.attainment',
          name: 'Capaian saya',
          icon: 'flag',
          note: 'Penerimaan binaan saya dibandingkan dengan target.',
          type: 'kader-attainment',
          options: { measure: 'collection' },
        },
        {
          key: 'own.trend',
          name: 'Dari bulan ke bulan',
          icon: 'show_chart',
          note: 'Penerimaan binaan saya setiap bulan, targetnya, dan tahun lalu.',
          type: 'kader-trend',
          options: { span: '12' },
        },
      ],
    },
    {
      height: 26,
      panels: [
        {
          key: 'own.contacts',
          name: 'Keluarga dihubungi per hari',
          icon: 'forum',
          note: 'Keluarga berbeda per hari, menurut cara menghubungi.',
          type: 'kader-contacts',
          options: {},
        },
        {
          key: 'own.promises',
          name: 'Janji bayar',
          icon: 'handshake',
          note: 'Janji binaan saya: ditepati, lewat, masih ditunggu.',
          type: 'kader-promises',
          options: {},
        },
      ],
    },
    {
      height: 24,
      panels: [
        {
          key: 'own.ageing',
          name: 'Tunggakan binaan saya',
          icon: 'stacked_bar_chart',
          note: 'Keluarga dan rupiah menurut bulan menunggak.',
          type: 'kader-ageing',
          options: {},
        },
        {
          key: 'own.cost',
          name: 'Imbal jasa saya',
          icon: 'payments',
          note: 'Imbal jasa setiap bulan, dan berapa bagian dari yang diterima.',
          type: 'kader-cost',
          options: { span: '12' },
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          key: 'own.zero-watch',
          name: 'Bulan tanpa penerimaan',
          icon: 'hourglass_empty',
          note: 'Bulan tertutup saya.',
          type: 'kader-zero-watch',
          options: { months: 12, count: 1 },
        },
      ],
    },
  ]),
};
