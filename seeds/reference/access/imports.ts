import { forOwnBranch, type Grant, type Matrix, readAll, readOwnBranch } from '../access-grants.ts';
import { nationalOrOwnBranch, ofOwnBranch } from '../access-rules.ts';

/** What is said of an import before it begins; all else the server writes. */
const told = ['source', 'file', 'as_of', 'mode', 'full_list', 'list_scope', 'assign', 'note'];
const newBatch: Grant = { fields: { only: ['branch', ...told] }, ...forOwnBranch };
const changeBatch: Grant = { fields: { only: told }, rows: ofOwnBranch() };
const sourceFields = ['name', 'branch', 'kind', 'options', 'mapping', 'defaults', 'note'];
const newSource: Grant = { fields: { only: sourceFields }, ...forOwnBranch };
const changeSource: Grant = {
  fields: { only: sourceFields.filter((field) => field !== 'branch') },
  rows: ofOwnBranch(),
};
const readSources: Grant = { fields: 'all', rows: nationalOrOwnBranch() };

/** Head and staff take lists in. What was refused holds personal data; what was changed is for administrators. */
export const importAccess = {
  import_source: {
    head: { create: newSource, read: readSources, update: changeSource },
    staff: { create: newSource, read: readSources, update: changeSource },
    auditor: { read: readAll },
  },
  import_batch: {
    head: { create: newBatch, read: readOwnBranch, update: changeBatch },
    staff: { create: newBatch, read: readOwnBranch, update: changeBatch },
    auditor: { read: readAll },
  },
  import_issue: {
    head: { read: { fields: 'all', rows: ofOwnBranch('batch.branch') } },
    staff: { read: { fields: 'all', rows: ofOwnBranch('batch.branch') } },
  },
  import_change: {},
} as const satisfies Pick<Matrix, 'import_source' | 'import_batch' | 'import_issue' | 'import_change'>;
