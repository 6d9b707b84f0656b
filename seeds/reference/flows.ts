import { closeMonthFlowId, flowIds, monevReportFlowId } from '../../extensions/kader-jkn/src/contract/access.ts';
import {
  type AskedChannel,
  type AudienceFilter,
  type AudienceKey,
  type MessageAudience,
  messageAudiences,
} from '../../extensions/kader-jkn/src/contract/message-audiences.ts';

export interface FlowOperation {
  key: string;
  name: string;
  type: string;
  options: Readonly<Record<string, unknown>>;
}

interface FlowFrame {
  id: string;
  name: string;
  icon: string;
  color: string;
  description: string;
  /** `inactive`: an administrator turns it on */
  status: 'active' | 'inactive';
  /** what Directus keeps of each run; `all`, unless it runs often */
  accountability?: 'all' | 'activity' | null;
  /** one after the other; a step that fails ends the flow */
  operations: readonly [FlowOperation, ...FlowOperation[]];
}

interface ManualFlow extends FlowFrame {
  trigger: 'manual';
  options: Readonly<{ collections: readonly string[]; [option: string]: unknown }>;
}

interface ScheduledFlow extends FlowFrame {
  trigger: 'schedule';
  /** in the time zone of the server; messages wait for the hours of the branch */
  options: Readonly<{ cron: string }>;
}

interface EventFlow extends FlowFrame {
  trigger: 'event';
  /** after the fact, never before it: no flow may stop what somebody records */
  options: Readonly<{
    type: 'action';
    scope: readonly ('items.create' | 'items.update')[];
    collections: readonly string[];
  }>;
}

export type FlowDefinition = ManualFlow | ScheduledFlow | EventFlow;

/** Buttons on a month of the books: "Tutup bulan" asks once, then closes or says why it cannot; "Buat Laporan Monev". */
const monthButtons: FlowDefinition[] = [
  {
    id: closeMonthFlowId,
    name: 'Tutup bulan',
    icon: 'lock',
    color: '#2B6CB0',
    description: 'Menutup bulan buku: imbal jasa dihitung, bulan terkunci, peringatan dan peninjauan dibuka.',
    status: 'active',
    trigger: 'manual',
    options: {
      collections: ['period'],
      location: 'item',
      requireConfirmation: true,
      confirmationDescription:
        'Menutup bulan ini menghitung imbal jasa semua kader dan mengunci pembukuannya. Setelah itu koreksi hanya lewat pembalikan di bulan yang terbuka. Tutup sekarang?',
      async: false,
      error_on_reject: true,
    },
    operations: [
      {
        key: 'close_month',
        name: 'Tutup bulan',
        type: 'kader-close-month',
        options: { period: '{{$trigger.body.keys[0]}}' },
      },
    ],
  },
  {
    id: monevReportFlowId,
    name: 'Buat Laporan Monev',
    icon: 'lab_profile',
    color: '#2B6CB0',
    description:
      'Membuat Laporan Monev bulan tertutup dalam PDF dan XLSX. Hasilnya pada daftar Laporan Monev bulan itu.',
    status: 'active',
    trigger: 'manual',
    options: {
      collections: ['period'],
      location: 'item',
      requireConfirmation: false,
      async: false,
      error_on_reject: true,
    },
    operations: [
      {
        key: 'monev_report',
        name: 'Buat Laporan Monev',
        type: 'kader-monev-report',
        options: { period: '{{$trigger.body.keys[0]}}' },
      },
    ],
  },
];

/** A step that queues one audience's messages, each of them once however often the flow runs. */
function queue(
  key: string,
  name: string,
  audience: AudienceKey,
  more: { channel?: AskedChannel; filter?: AudienceFilter; approval?: boolean } = {},
): FlowOperation {
  const { template }: MessageAudience = messageAudiences[audience];
  const { channel = 'best', filter = {}, approval = false } = more;
  // both warnings come from one audience, which tells them apart
  const worded = audience === 'warnings_new' ? null : template;
  return {
    key,
    name,
    type: 'kader-queue-message',
    options: { to: 'audience', audience, template: worded, channel, ...filter, approval },
  };
}

const colour = '#2B6CB0';

/** What goes out by itself. Everything waits for the hours in which a branch lets messages be sent. */
const messageFlows: FlowDefinition[] = [
  {
    id: flowIds.closeReminder,
    name: 'Pengingat tutup bulan',
    icon: 'event_busy',
    color: colour,
    description:
      'Setiap pagi: surel kepada kepala penagihan yang bulan bukunya sudah lewat dan belum ditutup, paling sering sekali seminggu.',
    status: 'active',
    trigger: 'schedule',
    options: { cron: '0 7 * * *' },
    operations: [queue('remind_heads', 'Antrekan pengingat', 'months_to_close', { channel: 'email' })],
  },
  {
    id: flowIds.monthlyStatements,
    name: 'Rincian imbal jasa bulanan',
    icon: 'receipt_long',
    color: colour,
    description:
      'Setiap pagi: rincian imbal jasa bulan yang baru ditutup kepada setiap kader, lalu ringkasannya kepada kepala penagihan. Setiap rincian satu kali.',
    status: 'active',
    trigger: 'schedule',
    options: { cron: '30 7 * * *' },
    operations: [
      queue('statements', 'Antrekan rincian imbal jasa', 'statements_ready'),
      queue('summary', 'Antrekan ringkasan bulan', 'month_summary', { channel: 'email' }),
    ],
  },
  {
    id: flowIds.weekList,
    name: 'Daftar mingguan kader',
    icon: 'view_week',
    color: colour,
    description:
      'Setiap Senin pagi: keluarga yang perlu dihubungi minggu ini kepada setiap kader. Hanya nama dan desa, tanpa jumlah tunggakan.',
    status: 'inactive',
    trigger: 'schedule',
    options: { cron: '0 6 * * 1' },
    operations: [queue('week_lists', 'Antrekan daftar mingguan', 'kader_active')],
  },
  {
    id: flowIds.promiseReminder,
    name: 'Pengingat janji bayar',
    icon: 'handshake',
    color: colour,
    description:
      'Setiap pagi: keluarga yang berjanji membayar besok dan belum membayar. Di atas batas kebijakan, kiriman menunggu persetujuan kepala penagihan.',
    status: 'inactive',
    trigger: 'schedule',
    options: { cron: '0 8 * * *' },
    operations: [queue('remind_families', 'Antrekan pengingat', 'promises_tomorrow', { approval: true })],
  },
  {
    id: flowIds.warningLetters,
    name: 'Surat peringatan',
    icon: 'warning',
    color: colour,
    description:
      'Setiap pagi: peringatan kepada kader yang baru diperingatkan. Yang tidak punya surel disiapkan untuk dikirim sendiri. Setiap peringatan satu kali.',
    status: 'active',
    trigger: 'schedule',
    options: { cron: '0 8 * * *' },
    operations: [queue('warnings', 'Antrekan peringatan', 'warnings_new')],
  },
  {
    id: flowIds.reviewInvitation,
    name: 'Undangan peninjauan kemitraan',
    icon: 'forum',
    color: colour,
    description:
      'Setiap pagi: undangan menjawab kepada kader yang kemitraannya baru ditinjau. Setiap peninjauan satu kali.',
    status: 'active',
    trigger: 'schedule',
    options: { cron: '15 8 * * *' },
    operations: [queue('invitations', 'Antrekan undangan', 'reviews_opened')],
  },
  {
    id: flowIds.nightlyAudit,
    name: 'Audit malam',
    icon: 'fact_check',
    color: colour,
    description:
      'Setiap malam: menghitung ulang pembukuan dari penerimaannya. Bila ada selisih, administrator diberi tahu lewat surel.',
    status: 'active',
    trigger: 'schedule',
    options: { cron: '0 2 * * *' },
    operations: [
      { key: 'audit', name: 'Hitung ulang pembukuan', type: 'kader-audit', options: {} },
      {
        key: 'differs',
        name: 'Ada selisih?',
        type: 'condition',
        options: { filter: { audit: { count: { _gt: 0 } } } },
      },
      {
        key: 'tell_administrators',
        name: 'Antrekan pemberitahuan',
        type: 'kader-queue-message',
        options: {
          to: 'audience',
          audience: 'administrators',
          template: 'notice',
          channel: 'email',
          title: 'Audit malam menemukan {{audit.count}} selisih',
          text: 'Angka yang tersimpan tidak sama dengan hitungan ulang dari penerimaan. Tidak ada yang diubah; periksa setiap baris.',
          lines: '{{audit.text}}',
        },
      },
    ],
  },
  {
    id: flowIds.unreadNotices,
    name: 'Pemberitahuan lewat surel',
    icon: 'mark_email_unread',
    color: colour,
    description:
      'Setiap pagi: pemberitahuan sehari terakhir yang belum dibaca, dalam satu surel untuk setiap pengguna yang mau menerimanya.',
    status: 'active',
    trigger: 'schedule',
    options: { cron: '15 7 * * *' },
    operations: [queue('unread', 'Antrekan surel', 'notices_unread', { channel: 'email' })],
  },
  {
    id: flowIds.contractAnniversary,
    name: 'Ulang tahun kontrak',
    icon: 'cake',
    color: colour,
    description: 'Setiap pagi: ucapan kepada kader yang hari ini genap satu tahun atau lebih bermitra.',
    status: 'inactive',
    trigger: 'schedule',
    options: { cron: '0 7 * * *' },
    operations: [queue('anniversaries', 'Antrekan ucapan', 'contract_anniversaries')],
  },
  {
    id: flowIds.receipts,
    name: 'Tanda terima pembayaran',
    icon: 'receipt',
    color: colour,
    description:
      'Setiap 15 menit: tanda terima kepada keluarga yang pembayarannya baru tercatat. Saat dihidupkan, pembayaran sehari terakhir ikut dikirimi.',
    status: 'inactive',
    accountability: 'activity',
    trigger: 'schedule',
    options: { cron: '*/15 * * * *' },
    operations: [queue('receipts', 'Antrekan tanda terima', 'payments_received', { filter: { days: 1 } })],
  },
  {
    id: flowIds.welcome,
    name: 'Selamat datang kader baru',
    icon: 'waving_hand',
    color: colour,
    description: 'Begitu seorang kader menjadi aktif: ucapan selamat datang. Setiap kader satu kali.',
    status: 'inactive',
    accountability: 'activity',
    trigger: 'event',
    options: { type: 'action', scope: ['items.create', 'items.update'], collections: ['kader'] },
    operations: [queue('welcome', 'Antrekan ucapan', 'kader_welcome')],
  },
];

export const flows: FlowDefinition[] = [...monthButtons, ...messageFlows];
