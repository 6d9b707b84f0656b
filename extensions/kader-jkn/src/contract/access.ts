/** Fixed ids of the roles that the installer makes: who somebody is can be told from `accountability.roles` alone. */

export type RoleKey = 'head' | 'staff' | 'telekolekting' | 'kader' | 'integration' | 'auditor';

export const roleIds: Readonly<Record<RoleKey, string>> = {
  head: '6b616465-7200-4000-8000-000000000001',
  staff: '6b616465-7200-4000-8000-000000000002',
  telekolekting: '6b616465-7200-4000-8000-000000000003',
  kader: '6b616465-7200-4000-8000-000000000004',
  integration: '6b616465-7200-4000-8000-000000000005',
  auditor: '6b616465-7200-4000-8000-000000000006',
};

/** Fixed ids of the policies that belong to the roles, one a role. */
export const policyIds: Readonly<Record<RoleKey, string>> = {
  head: '6b616465-7200-4000-9000-000000000001',
  staff: '6b616465-7200-4000-9000-000000000002',
  telekolekting: '6b616465-7200-4000-9000-000000000003',
  kader: '6b616465-7200-4000-9000-000000000004',
  integration: '6b616465-7200-4000-9000-000000000005',
  auditor: '6b616465-7200-4000-9000-000000000006',
};

/** Fixed ids of the flow "Tutup bulan" and of the dashboards, which permissions name. */
export const closeMonthFlowId = '6b616465-7200-4000-a000-000000000001';
/** The flow "Buat Laporan Monev". */
export const monevReportFlowId = '6b616465-7200-4000-a000-000000000002';
/** The flows that send messages by themselves. */
export const flowIds = {
  closeReminder: '6b616465-7200-4000-a000-000000000003',
  monthlyStatements: '6b616465-7200-4000-a000-000000000004',
  weekList: '6b616465-7200-4000-a000-000000000005',
  promiseReminder: '6b616465-7200-4000-a000-000000000006',
  warningLetters: '6b616465-7200-4000-a000-000000000007',
  reviewInvitation: '6b616465-7200-4000-a000-000000000008',
  nightlyAudit: '6b616465-7200-4000-a000-000000000009',
  contractAnniversary: '6b616465-7200-4000-a000-000000000010',
  receipts: '6b616465-7200-4000-a000-000000000011',
  welcome: '6b616465-7200-4000-a000-000000000012',
  unreadNotices: '6b616465-7200-4000-a000-000000000013',
} as const;
export const monevDashboardId = '6b616465-7200-4000-b000-000000000001';
export const regionDashboardId = '6b616465-7200-4000-b000-000000000002';
export const ownDashboardId = '6b616465-7200-4000-b000-000000000003';
