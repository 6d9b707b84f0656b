import { monevDashboardId } from '../../../extensions/kader-jkn/src/contract/access.ts';
import type { DashboardDefinition } from '../dashboards.ts';
import { layOutPanels } from './lay-out-panels.ts';

/** A branch in its monthly meeting: money first, then the work behind it, then the people. */
export const branchDashboard: DashboardDefinition = {
  id: monevDashboardId,
  key: 'monev',
  name: 'Monev',
  icon: 'monitoring',
  note: 'Target dan realisasi, kerja lapangan, dan kader.',
  panels: layOutPanels([
    {
      height: 24,
      panels: [
        {
          key: 'monev.attainment',
          name: 'Realisasi terhadap target',
          icon: 'flag',
          note: 'Penerimaan dalam pembukuan setiap bulan, dibandingkan dengan target. Klik angka atau baris untuk melihat rinciannya.',
          type: 'kader-attainment',
          options: { measure: 'collection' },
        },
        {
          key: 'monev.ranking',
          name: 'Peringkat kader',
          icon: 'leaderboard',
          note: 'Capaian setiap kader terhadap targetnya sendiri; KK pada akhir rentang, tunggakan menurut data terakhir.',
          type: 'kader-ranking',
          options: { measure: 'collection', shared: false, count: 15 },
        },
      ],
    },
    {
      height: 21,
      panels: [
        {
          key: 'monev.trend',
          name: 'Penerimaan dari bulan ke bulan',
          icon: 'show_chart',
          note: 'Penerimaan dalam pembukuan setiap bulan, targetnya, dan bulan yang sama tahun lalu.',
          type: 'kader-trend',
          options: { span: '12' },
        },
      ],
    },
    {
      height: 34,
      panels: [
        {
          key: 'monev.funnel',
          name: 'Dari daftar sampai membayar',
          icon: 'filter_alt',
          note: 'Keluarga berbeda: di daftar, dihubungi, berjanji, membayar.',
          type: 'kader-funnel',
          options: {},
        },
        {
          key: 'monev.contacts',
          name: 'Keluarga dihubungi per hari',
          icon: 'forum',
          note: 'Keluarga berbeda per hari, menurut cara menghubungi.',
          type: 'kader-contacts',
          options: {},
        },
      ],
    },
    {
      height: 28,
      panels: [
        {
          key: 'monev.zero-watch',
          name: 'Tanpa penerimaan',
          icon: 'hourglass_empty',
          note: 'Bulan tertutup tanpa penerimaan. Kader adalah mitra: keputusan diambil orang, setelah kader menjawab.',
          type: 'kader-zero-watch',
          options: { months: 12, count: 20 },
        },
      ],
    },
    {
      height: 33,
      panels: [
        {
          key: 'monev.ageing',
          name: 'Umur tunggakan',
          icon: 'stacked_bar_chart',
          note: 'Keluarga dan rupiah menurut bulan menunggak, dengan perubahan sejak akhir bulan sebelumnya.',
          type: 'kader-ageing',
          options: {},
        },
        {
          key: 'monev.promises',
          name: 'Janji bayar',
          icon: 'handshake',
          note: 'Janji yang jatuh pada bulan itu: ditepati, lewat, masih ditunggu.',
          type: 'kader-promises',
          options: {},
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          key: 'monev.arrears',
          name: 'Tunggakan yang tertagih',
          icon: 'account_balance_wallet',
          note: 'Penerimaan dibandingkan dengan bagian tunggakan yang hendak ditagih, menurut angka tunggakan yang diterbitkan.',
          type: 'kader-attainment',
          options: { measure: 'arrears_share' },
        },
      ],
    },
    {
      height: 27,
      panels: [
        {
          key: 'monev.visits',
          name: 'Keluarga dikunjungi',
          icon: 'directions_walk',
          note: 'Keluarga berbeda yang dikunjungi, bukan banyaknya kunjungan.',
          type: 'kader-attainment',
          options: { measure: 'families_visited' },
        },
        {
          key: 'monev.cost',
          name: 'Imbal jasa terhadap penerimaan',
          icon: 'percent',
          note: 'Imbal jasa dari setiap rupiah yang diterima.',
          type: 'kader-cost',
          options: { span: '12' },
        },
      ],
    },
    {
      height: 33,
      panels: [
        {
          key: 'monev.kader',
          name: 'Jumlah kader',
          icon: 'groups',
          note: 'Kader yang bermitra, yang bergabung, dan yang berakhir dengan alasannya.',
          type: 'kader-workforce',
          options: {},
        },
        {
          key: 'monev.coverage',
          name: 'Cakupan desa',
          icon: 'travel_explore',
          note: 'Desa dengan dan tanpa kader, keluarga yang belum dipegang, dan kader yang terlalu banyak memegang.',
          type: 'kader-coverage',
          options: {},
        },
      ],
    },
    {
      height: 20,
      panels: [
        {
          key: 'monev.open-matters',
          name: 'Yang menunggu jawaban',
          icon: 'contact_support',
          note: 'Peninjauan, peringatan, sanggahan, dan pengaduan yang terbuka, tanpa nama.',
          type: 'kader-open-matters',
          options: {},
        },
        {
          key: 'monev.early-warning',
          name: 'Perlu dilihat lebih dulu',
          icon: 'visibility',
          note: 'Tanda-tanda menurut kebijakan cabang, dengan alasannya. Bukan putusan: tanyakan dulu.',
          type: 'kader-early-warning',
          options: {},
        },
      ],
    },
  ]),
};
