/** Who may do what with monev sessions. A decision about one kader is for the office and that kader. */
import { forOwnBranch, type Matrix, readOwnBranch } from '../access-grants.ts';
import { both, either, ofOwnBranch, ofOwnKader } from '../access-rules.ts';

const ofSession = ofOwnBranch('session.branch');
const unfinished = both(ofSession, { session: { status: { _neq: 'done' } } });

export const sessionAccess = {
  monev_session: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch', 'month'] }, rows: ofOwnBranch() },
      delete: { fields: 'all', rows: ofOwnBranch() },
    },
    // Staff prepare the meeting and write its minutes; the head holds and ends it.
    staff: {
      create: { fields: { except: ['status'] }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch', 'month', 'status'] }, rows: ofOwnBranch() },
    },
    kader: {
      read: { fields: { only: ['id', 'branch', 'month', 'held_on', 'place', 'status'] }, rows: ofOwnBranch() },
    },
    auditor: { read: { fields: { except: ['notes'] } } },
  },

  monev_attendance: {
    head: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofSession },
      update: { fields: { except: ['session', 'kader'] }, rows: ofSession },
      delete: { fields: 'all', rows: unfinished },
    },
    staff: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofSession },
      update: { fields: { except: ['session', 'kader'] }, rows: ofSession },
      delete: { fields: 'all', rows: unfinished },
    },
    kader: { read: { fields: { only: ['id', 'session', 'kader', 'status'] }, rows: ofOwnKader() } },
    auditor: { read: { fields: { except: ['note'] } } },
  },

  monev_decision: {
    head: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofSession },
      update: { fields: { except: ['session'] }, rows: ofSession },
      delete: { fields: 'all', rows: unfinished },
    },
    staff: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofSession },
      update: { fields: { except: ['session'] }, rows: ofSession },
      delete: { fields: 'all', rows: unfinished },
    },
    kader: {
      read: {
        fields: { only: ['id', 'session', 'kader', 'text', 'due_on', 'status', 'done_on', 'done_note'] },
        rows: either(ofOwnKader(), both(ofSession, { kader: { _null: true } })),
      },
    },
    // that there is one, and what became of it; its words may be about one kader
    auditor: { read: { fields: { except: ['text', 'done_note'] } } },
  },
} satisfies Partial<Matrix>;
