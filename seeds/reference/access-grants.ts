/** What the matrix of access is made of: grants, and those that many records share. */
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { CollectionName } from '../../extensions/kader-jkn/src/contract/records.ts';
import { ofOwnBranch, type Rule } from './access-rules.ts';

export type Action = 'create' | 'read' | 'update' | 'delete';

export interface Grant {
  fields: 'all' | { only: readonly string[] } | { except: readonly string[] };
  /** which records; none: every record */
  rows?: Rule;
  /** what the sent values must be */
  validation?: Rule;
  /** values where none are sent */
  presets?: Readonly<Record<string, unknown>>;
}

/** Collections of Directus itself of which roles need a part. */
export type SystemCollectionName =
  | 'directus_users'
  | 'directus_files'
  | 'directus_flows'
  | 'directus_dashboards'
  | 'directus_panels';

export type Grants = Partial<Record<Action, Grant>>;
export type Matrix = Readonly<Record<CollectionName | SystemCollectionName, Partial<Record<RoleKey, Grants>>>>;

export const readAll: Grant = { fields: 'all' };
export const readOwnBranch: Grant = { fields: 'all', rows: ofOwnBranch() };
/** A record made for the caller's own branch, which is filled in where it is not sent. */
export const forOwnBranch = { validation: ofOwnBranch(), presets: { branch: '$CURRENT_USER.branch' } };

/** Fields that name an account. A kader reads no account but their own: their forms would ask for it, and be refused. */
export const accounts = [
  'user_created',
  'user_updated',
  'officer',
  'verified_by',
  'voided_by',
  'answered_by',
  'decided_by',
  'handled_by',
];
export const forKader: Grant['fields'] = { except: accounts };
export const forKaderWithoutNote: Grant['fields'] = { except: [...accounts, 'note'] };
