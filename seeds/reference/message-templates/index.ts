import { arrearsReminder } from './arrears-reminder.ts';
import { assignment } from './assignment.ts';
import { award } from './award.ts';
import { closeReminder } from './close-reminder.ts';
import { contractAnniversary } from './contract-anniversary.ts';
import { monevInvitation } from './monev-invitation.ts';
import { monthSummary } from './month-summary.ts';
import { newFamilies } from './new-families.ts';
import { notice } from './notice.ts';
import { promiseReminder } from './promise-reminder.ts';
import { receipt } from './receipt.ts';
import { reviewDecision } from './review-decision.ts';
import { reviewInvitation } from './review-invitation.ts';
import { statement } from './statement.ts';
import type { MessageTemplateDefinition } from './template.ts';
import { warning1 } from './warning-1.ts';
import { warning2 } from './warning-2.ts';
import { weekList } from './week-list.ts';
import { welcome } from './welcome.ts';

/** What every kind of message says to start with, in both languages. An administrator rewords them in the app. */
export const messageTemplates: readonly MessageTemplateDefinition[] = [
  ...welcome,
  ...newFamilies,
  ...assignment,
  ...arrearsReminder,
  ...promiseReminder,
  ...receipt,
  ...statement,
  ...warning1,
  ...warning2,
  ...reviewInvitation,
  ...reviewDecision,
  ...award,
  ...monevInvitation,
  ...monthSummary,
  ...closeReminder,
  ...weekList,
  ...contractAnniversary,
  ...notice,
];
