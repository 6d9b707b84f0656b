import type { SqlDefinition } from '../types.ts';
import { activitySql } from './activity.ts';
import { adjustmentSql } from './adjustment.ts';
import { arrearsSnapshotSql } from './arrears-snapshot.ts';
import { assignmentSql } from './assignment.ts';
import { awardSql } from './award.ts';
import { binaanSql } from './binaan.ts';
import { branchSql } from './branch.ts';
import { collectionSql } from './collection.ts';
import { commissionSql } from './commission.ts';
import { complaintSql } from './complaint.ts';
import { contactRulesSql } from './contact-rules.ts';
import { disputeSql } from './dispute.ts';
import { enrolmentSql } from './enrolment.ts';
import { familyCheckSql } from './family-check.ts';
import { importSql } from './imports.ts';
import { kaderSql } from './kader.ts';
import { kaderAreaSql } from './kader-area.ts';
import { kaderEventSql } from './kader-event.ts';
import { kaderEventLifeSql } from './kader-event-life.ts';
import { kaderLifeSql } from './kader-life.ts';
import { mergeFamiliesSql } from './merge-families.ts';
import { mergedFamilySql } from './merged-family.ts';
import { messageSql } from './messages.ts';
import { muteSql } from './mute.ts';
import { mutedFamilySql } from './muted-family.ts';
import { noticesSql } from './notices.ts';
import { periodSql } from './period.ts';
import { periodStepsSql } from './period-steps.ts';
import { pricingContextSql } from './pricing-context.ts';
import { promiseSql } from './promise.ts';
import { rehabSql } from './rehab.ts';
import { reviewSql } from './review.ts';
import { schemeSql } from './scheme.ts';
import { sessionSql } from './session.ts';
import { stateChangeSql } from './state-change.ts';
import { targetSql } from './target.ts';
import { teleWindowSql } from './tele-window.ts';
import { tellSql } from './tell.ts';
import { trainingSql } from './training.ts';
import { truncateSql } from './truncate.ts';
import { workModeSql } from './work-mode.ts';

/** Functions and triggers in the order of their creation: each names only what stands before it. */
export const sqlDefinitions: SqlDefinition[] = [
  ...periodSql,
  ...pricingContextSql,
  ...periodStepsSql,
  ...mergedFamilySql,
  ...collectionSql,
  ...branchSql,
  ...kaderSql,
  ...kaderAreaSql,
  ...kaderEventSql,
  ...tellSql,
  ...kaderLifeSql,
  ...kaderEventLifeSql,
  ...teleWindowSql,
  ...contactRulesSql,
  ...mutedFamilySql,
  ...binaanSql,
  ...assignmentSql,
  ...rehabSql,
  ...mergeFamiliesSql,
  ...importSql,
  ...promiseSql,
  ...activitySql,
  ...muteSql,
  ...familyCheckSql,
  ...targetSql,
  ...schemeSql,
  ...commissionSql,
  ...reviewSql,
  ...adjustmentSql,
  ...disputeSql,
  ...complaintSql,
  ...trainingSql,
  ...sessionSql,
  ...stateChangeSql,
  ...workModeSql,
  ...enrolmentSql,
  ...awardSql,
  ...arrearsSnapshotSql,
  ...messageSql,
  ...noticesSql,
  ...truncateSql,
];
