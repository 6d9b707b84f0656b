import type { ProgramPolicy, Tracked } from '../../extensions/kader-jkn/src/contract/records.ts';

export type PolicyDefinition = Omit<ProgramPolicy, keyof Tracked>;

const national: PolicyDefinition = {
  name: 'Kebijakan nasional (bawaan)',
  branch: null,
  effective_from: '2019-01-01',
  kader_window_min: null,
  kader_window_max: null,
  tele_window_min: 2,
  tele_window_max: 23,
  priority_min: 7,
  outside_list_allowed: false,
  several_districts_allowed: false,
  families_per_kader: 500,
  contacts_per_day: null,
  contact_cap_week: 3,
  contact_hour_from: 8,
  contact_hour_to: 20,
  messages_per_week: 2,
  message_hour_from: 7,
  message_hour_to: 20,
  message_approval_above: 50,
  zero_month_limit: 3,
  zero_month_warning: null,
  grace_months: 0,
  review_answer_days: 14,
  verification_required: true,
  four_eyes: true,
  max_billed_months: 24,
  instalment_min_months: 4,
  instalment_max_months: 24,
  instalment_count_max: 12,
  instalment_half_months: false,
  instalment_current_dues: true,
  cover_restored_after: 'last',
  training_required: false,
  renewal_notice_days: 30,
  early_drop_percent: null,
  early_idle_days: null,
  early_broken_percent: null,
  early_broken_count: null,
  early_last_day_percent: null,
  early_void_count: null,
  note: 'Dipakai cabang yang belum punya kebijakan sendiri. Sesuaikan, atau buat kebijakan cabang dengan tanggal berlakunya.',
};

/** What holds where a branch has set nothing itself. Before 2019 at most 12 months were billed. */
export const policies: PolicyDefinition[] = [
  { ...national, name: 'Kebijakan nasional 2016–2018 (bawaan)', effective_from: '2016-01-01', max_billed_months: 12 },
  national,
];
