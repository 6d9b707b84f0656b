import { regionDashboardId } from '../../../extensions/kader-jkn/src/contract/access.ts';
import type { DashboardDefinition } from '../dashboards.ts';
import { layOutPanels } from './lay-out-panels.ts';

/** Branches side by side, for whoever may see several. */
export const regionDashboard: DashboardDefinition = {
  id: regionDashboardId,
  key: 'monev-wilayah',
  name: 'Monev wilayah',
  icon: 'account_tree',
  note: 'Kantor cabang berdampingan: target, tunggakan, imbal jasa, dan kader.',
  panels: layOutPanels([
    {
      height: 24,
      panels: [
        {
          key: 'region.attainment',
          name: 'Realisasi menurut kantor cabang',
          icon: 'flag',
          note: 'Penerimaan dalam pembukuan, dibandingkan dengan target setiap cabang.',
          type: 'kader-attainment',
          options: { measure: 'collection', by: 'branch', span: '12' },
        },
        {
          key: 'region.visits',
          name: 'Keluarga dikunjungi menurut kantor cabang',
          icon: 'directions_walk',
          note: 'Keluarga berbeda yang dikunjungi kader setiap cabang.',
          type: 'kader-attainment',
          options: { measure: 'families_visited', by: 'branch', span: '12' },
        },
      ],
    },
    {
      height: 21,
      panels: [
        {
          key: 'region.trend',
          name: 'Penerimaan dari bulan ke bulan',
          icon: 'show_chart',
          note: 'Semua cabang bersama; pilih satu cabang untuk melihatnya sendiri.',
          type: 'kader-trend',
          options: { span: '12' },
        },
      ],
    },
    {
      height: 34,
      panels: [
        {
          key: 'region.cost',
          name: 'Imbal jasa menurut kantor cabang',
          icon: 'percent',
          note: 'Imbal jasa dari setiap rupiah yang diterima.',
          type: 'kader-cost',
          options: { by: 'branch', span: '12' },
        },
        {
          key: 'region.ageing',
          name: 'Umur tunggakan',
          icon: 'stacked_bar_chart',
          note: 'Keluarga dan rupiah menurut bulan menunggak.',
          type: 'kader-ageing',
          options: {},
        },
      ],
    },
    {
      height: 34,
      panels: [
        {
          key: 'region.kader',
          name: 'Jumlah kader',
          icon: 'groups',
          note: 'Kader yang bermitra, yang bergabung, dan yang berakhir.',
          type: 'kader-workforce',
          options: {},
        },
        {
          key: 'region.open-matters',
          name: 'Yang menunggu jawaban',
          icon: 'contact_support',
          note: 'Peninjauan, peringatan, sanggahan, dan pengaduan yang terbuka, tanpa nama.',
          type: 'kader-open-matters',
          options: {},
        },
      ],
    },
  ]),
};
