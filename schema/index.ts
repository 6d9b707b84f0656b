/** The whole data model, in the order in which tables can be created. */

import { activity } from './activity.ts';
import { area } from './area.ts';
import { arrearsSnapshot } from './arrears-snapshot.ts';
import { assignment } from './assignment.ts';
import { award } from './award.ts';
import { awardRule } from './award-rule.ts';
import { binaan } from './binaan.ts';
import { branch } from './branch.ts';
import { duesCollection } from './collection.ts';
import { commission } from './commission.ts';
import { commissionAdjustment } from './commission-adjustment.ts';
import { commissionRule } from './commission-rule.ts';
import { commissionScheme } from './commission-scheme.ts';
import { complaint } from './complaint.ts';
import { complaintCategory } from './complaint-category.ts';
import { constraintsOf } from './define/gather.ts';
import { dispute } from './dispute.ts';
import { duesRate } from './dues-rate.ts';
import { enrolment } from './enrolment.ts';
import { familyCheck } from './family-check.ts';
import { familyDuplicate } from './family-duplicate.ts';
import { folders } from './folders.ts';
import { importBatch } from './import-batch.ts';
import { importChange } from './import-change.ts';
import { importIssue } from './import-issue.ts';
import { importSource } from './import-source.ts';
import { kader } from './kader.ts';
import { kaderArea } from './kader-area.ts';
import { kaderEvent } from './kader-event.ts';
import { message } from './message.ts';
import { messageBatch } from './message-batch.ts';
import { messageStop } from './message-stop.ts';
import { messageTemplate } from './message-template.ts';
import { monevAttendance } from './monev-attendance.ts';
import { monevDecision } from './monev-decision.ts';
import { monevMonth } from './monev-month.ts';
import { monevReach } from './monev-reach.ts';
import { monevReport } from './monev-report.ts';
import { monevSession } from './monev-session.ts';
import { mute } from './mute.ts';
import { partnershipReview } from './partnership-review.ts';
import { paymentPlan } from './payment-plan.ts';
import { paymentPlanInstalment } from './payment-plan-instalment.ts';
import { period } from './period.ts';
import { programPolicy } from './program-policy.ts';
import { sqlDefinitions } from './sql/index.ts';
import { stateChange } from './state-change.ts';
import { target } from './target.ts';
import { training } from './training.ts';
import { trainingAttendance } from './training-attendance.ts';
import { trainingTopic } from './training-topic.ts';
import type { SchemaDefinition } from './types.ts';
import { userFields } from './users.ts';
import { workMode } from './work-mode.ts';

const collections = [
  branch,
  area,
  programPolicy,
  duesRate,
  commissionScheme,
  commissionRule,
  kader,
  kaderArea,
  kaderEvent,
  target,
  arrearsSnapshot,
  importSource,
  importBatch,
  binaan,
  importIssue,
  importChange,
  assignment,
  mute,
  familyCheck,
  familyDuplicate,
  activity,
  duesCollection,
  period,
  commission,
  monevSession,
  monevAttendance,
  monevDecision,
  partnershipReview,
  commissionAdjustment,
  dispute,
  stateChange,
  complaintCategory,
  complaint,
  trainingTopic,
  training,
  trainingAttendance,
  workMode,
  paymentPlan,
  paymentPlanInstalment,
  enrolment,
  monevMonth,
  monevReach,
  awardRule,
  award,
  monevReport,
  messageTemplate,
  messageBatch,
  messageStop,
  message,
];

export const schemaDefinition: SchemaDefinition = {
  folders: folders.map((one) => one.definition),
  collections: collections.map((one) => one.definition),
  userFields: userFields.fields,
  userRelations: userFields.relations,
  userConstraints: constraintsOf('directus_users', userFields.checks),
  texts: [...folders, ...collections, userFields].flatMap((one) => one.texts),
  sql: sqlDefinitions,
};
