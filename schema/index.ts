/** The whole data model, in the order in which tables can be created. */

import { activity } from './activity.ts';
import { area } from './area.ts';
import { arrearsSnapshot } from './arrears-snapshot.ts';
import { assignment } from './assignment.ts';
import { binaan } from './binaan.ts';
import { branch } from './branch.ts';
import { duesCollection } from './collection.ts';
import { commission } from './commission.ts';
import { commissionAdjustment } from './commission-adjustment.ts';
import { commissionRule } from './commission-rule.ts';
import { commissionScheme } from './commission-scheme.ts';
import { constraintsOf } from './define/gather.ts';
import { dispute } from './dispute.ts';
import { duesRate } from './dues-rate.ts';
import { folders } from './folders.ts';
import { kader } from './kader.ts';
import { kaderArea } from './kader-area.ts';
import { kaderEvent } from './kader-event.ts';
import { partnershipReview } from './partnership-review.ts';
import { period } from './period.ts';
import { programPolicy } from './program-policy.ts';
import { sqlDefinitions } from './sql/index.ts';
import { stateChange } from './state-change.ts';
import { target } from './target.ts';
import type { SchemaDefinition } from './types.ts';
import { userFields } from './users.ts';

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
  binaan,
  assignment,
  activity,
  duesCollection,
  period,
  commission,
  partnershipReview,
  commissionAdjustment,
  dispute,
  stateChange,
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
