import type { HookConfig } from '@directus/types';
import { registerBinaan } from './binaan.ts';
import { registerCollection } from './collection.ts';
import { registerContacts } from './contacts.ts';
import { registerDashboardWords } from './dashboard-words.ts';
import { registerDeletes } from './deletes.ts';
import { registerDispute } from './dispute.ts';
import { registerIdentity } from './identity.ts';
import { registerImports } from './imports.ts';
import { registerLife } from './life.ts';
import { registerMessages } from './messages.ts';
import { registerPeriod } from './period.ts';
import { registerReferences } from './references.ts';
import { registerRefusals } from './refusals.ts';
import { registerReview } from './review.ts';
import { registerSchedule } from './schedule.ts';
import { registerScheme } from './scheme.ts';
import { registerTemplates } from './templates.ts';
import { registerUsers } from './users.ts';

/** The books: payments are priced, records are guarded, refusals speak the caller's language. */
const books: HookConfig = (register, context) => {
  registerRefusals(register);
  registerCollection(register);
  registerBinaan(register);
  registerIdentity(register);
  registerReferences(register, context);
  registerScheme(register);
  registerUsers(register);
  registerLife(register);
  registerPeriod(register);
  registerReview(register);
  registerDispute(register);
  registerContacts(register, context);
  registerSchedule(register, context);
  registerImports(register, context);
  registerMessages(register, context);
  registerTemplates(register, context);
  registerDashboardWords(register);
  registerDeletes(register, context);
};

export default books;
