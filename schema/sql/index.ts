import type { SqlDefinition } from '../types.ts';
import { activitySql } from './activity.ts';
import { adjustmentSql } from './adjustment.ts';
import { assignmentSql } from './assignment.ts';
import { binaanSql } from './binaan.ts';
import { branchSql } from './branch.ts';
import { collectionSql } from './collection.ts';
import { commissionSql } from './commission.ts';
import { disputeSql } from './dispute.ts';
import { kaderSql } from './kader.ts';
import { kaderAreaSql } from './kader-area.ts';
import { kaderEventSql } from './kader-event.ts';
import { periodSql } from './period.ts';
import { periodStepsSql } from './period-steps.ts';
import { pricingContextSql } from './pricing-context.ts';
import { reviewSql } from './review.ts';
import { schemeSql } from './scheme.ts';
import { stateChangeSql } from './state-change.ts';
import { targetSql } from './target.ts';
import { teleWindowSql } from './tele-window.ts';
import { truncateSql } from './truncate.ts';

/** Functions and triggers in the order of their creation: each names only what stands before it. */
export const sqlDefinitions: SqlDefinition[] = [
  ...periodSql,
  ...pricingContextSql,
  ...periodStepsSql,
  ...collectionSql,
  ...branchSql,
  ...kaderSql,
  ...kaderAreaSql,
  ...kaderEventSql,
  ...teleWindowSql,
  ...binaanSql,
  ...assignmentSql,
  ...activitySql,
  ...targetSql,
  ...schemeSql,
  ...commissionSql,
  ...reviewSql,
  ...adjustmentSql,
  ...disputeSql,
  ...stateChangeSql,
  ...truncateSql,
];
