import { monevDashboardId } from '../../extensions/kader-jkn/src/contract/access.ts';

export interface PanelDefinition {
  /** stands in the installer's ledger */
  key: string;
  name: string;
  icon: string;
  note: string | null;
  /** id of a panel of ours */
  type: 'kader-attainment' | 'kader-ranking' | 'kader-zero-watch' | 'kader-open-disputes';
  /** places and sizes in squares of Insights' grid (18 px), from 1 */
  position_x: number;
  position_y: number;
  width: number;
  height: number;
  options: Readonly<Record<string, unknown>>;
}

export interface DashboardDefinition {
  id: string;
  key: string;
  name: string;
  icon: string;
  note: string;
  panels: readonly PanelDefinition[];
}

/** The dashboard of monev: every panel shows what its viewer may see, by default the newest month with data. */
export const dashboards: DashboardDefinition[] = [
  {
    id: monevDashboardId,
    key: 'monev',
    name: 'Monev',
    icon: 'monitoring',
    note: 'Target dan realisasi, peringkat kader, dan bulan tanpa penerimaan.',
    panels: [
      {
        key: 'monev.attainment',
        name: 'Realisasi terhadap target',
        icon: 'flag',
        note: 'Penerimaan dalam pembukuan setiap bulan, dibandingkan dengan target. Klik angka atau baris untuk melihat rinciannya.',
        type: 'kader-attainment',
        position_x: 1,
        position_y: 1,
        width: 25,
        height: 24,
        options: { measure: 'collection' },
      },
      {
        key: 'monev.ranking',
        name: 'Peringkat kader',
        icon: 'leaderboard',
        note: 'Capaian setiap kader terhadap targetnya sendiri; KK pada akhir rentang, tunggakan menurut data terakhir.',
        type: 'kader-ranking',
        position_x: 26,
        position_y: 1,
        width: 25,
        height: 24,
        options: { measure: 'collection', shared: false, count: 15 },
      },
      {
        key: 'monev.zero-watch',
        name: 'Tanpa penerimaan',
        icon: 'hourglass_empty',
        note: 'Bulan tertutup tanpa penerimaan. Kader adalah mitra: keputusan diambil orang, setelah kader menjawab.',
        type: 'kader-zero-watch',
        position_x: 1,
        position_y: 25,
        width: 50,
        height: 28,
        options: { months: 12, count: 20 },
      },
      {
        key: 'monev.visits',
        name: 'Keluarga dikunjungi',
        icon: 'directions_walk',
        note: 'Keluarga berbeda yang dikunjungi, bukan banyaknya kunjungan.',
        type: 'kader-attainment',
        position_x: 1,
        position_y: 53,
        width: 25,
        height: 16,
        options: { measure: 'families_visited' },
      },
      {
        key: 'monev.kader',
        name: 'Jumlah kader',
        icon: 'groups',
        note: 'Kader yang bermitra pada hari terakhir rentang.',
        type: 'kader-attainment',
        position_x: 26,
        position_y: 53,
        width: 25,
        height: 16,
        options: { measure: 'kader' },
      },
      {
        key: 'monev.arrears',
        name: 'Tunggakan yang tertagih',
        icon: 'account_balance_wallet',
        note: 'Penerimaan dibandingkan dengan bagian tunggakan yang hendak ditagih, menurut angka tunggakan yang diterbitkan.',
        type: 'kader-attainment',
        position_x: 1,
        position_y: 69,
        width: 50,
        height: 14,
        options: { measure: 'arrears_share' },
      },
      {
        key: 'monev.disputes',
        name: 'Sanggahan terbuka',
        icon: 'contact_support',
        note: 'Berapa banyak dan berapa lama, tanpa nama. Klik angkanya untuk daftarnya, bila Anda berhak membacanya.',
        type: 'kader-open-disputes',
        position_x: 1,
        position_y: 83,
        width: 25,
        height: 9,
        options: {},
      },
    ],
  },
];
