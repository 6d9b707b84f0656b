/** Who may do what with complaints and trainings. A complaint about a kader is never for that kader, whatever their role. */
import { accounts, forKader, forOwnBranch, type Matrix, readAll, readOwnBranch } from '../access-grants.ts';
import { both, either, madeByCaller, ofOwnBranch, ofOwnKader, type Rule } from '../access-rules.ts';

/** About nobody, or about another kader than the caller; for a caller who is no kader: about anybody. */
const notAboutCaller: Rule = either({ about_kader: { _null: true } }, { about_kader: { _neq: '$CURRENT_USER.kader' } });
const ofBranchPastKader = both(ofOwnBranch(), notAboutCaller);

const ofOfficer = both(ofBranchPastKader, either(madeByCaller(), { binaan: { tele_eligible: { _eq: true } } }));

/** Decided by the database. */
const complaintDerived = ['answered_at', 'answered_by', 'overdue_noticed_on'];
/** What a kader tells of a complaint that they received. Whom it is about is the branch's to say. */
const toldByKader = [
  ...['branch', 'kader', 'binaan', 'category', 'channel', 'told_on', 'text', 'reporter_name', 'reporter_phone', 'file'],
];
const identity = ['binaan', 'reporter_name', 'reporter_phone', 'text', 'answer', 'file', 'note'];

export const lifeAccess = {
  complaint_category: {
    head: { read: readAll },
    staff: { read: readAll },
    telekolekting: { read: readAll },
    kader: { read: { fields: forKader } },
    auditor: { read: readAll },
  },

  complaint: {
    head: {
      create: { fields: { except: complaintDerived }, ...forOwnBranch },
      read: { fields: 'all', rows: ofBranchPastKader },
      update: { fields: { except: [...complaintDerived, 'branch'] }, rows: ofBranchPastKader },
    },
    staff: {
      create: { fields: { except: complaintDerived }, ...forOwnBranch },
      read: { fields: 'all', rows: ofBranchPastKader },
      update: { fields: { except: [...complaintDerived, 'branch'] }, rows: ofBranchPastKader },
    },
    // An officer sees through what they were told themselves, and knows what a family in their window has told.
    telekolekting: {
      create: { fields: { except: complaintDerived }, ...forOwnBranch },
      read: { fields: 'all', rows: ofOfficer },
      update: {
        fields: { only: ['status', 'answer', 'category', 'text', 'note'] },
        rows: ofOfficer,
      },
    },
    kader: {
      create: {
        fields: { only: toldByKader },
        validation: both(ofOwnKader(), ofOwnBranch()),
        presets: { branch: '$CURRENT_USER.branch', kader: '$CURRENT_USER.kader' },
      },
      read: {
        fields: { only: ['id', ...toldByKader, 'due_on', 'status', 'answer', 'answered_at', 'date_created'] },
        rows: both(ofOwnKader(), notAboutCaller),
      },
    },
    auditor: { read: { fields: { except: identity } } },
  },

  training_topic: {
    head: { read: readAll },
    staff: { read: readAll },
    kader: { read: { fields: forKader } },
    auditor: { read: readAll },
  },

  training: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
      delete: { fields: 'all', rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
    },
    kader: { read: { fields: { except: [...accounts, 'note'] }, rows: ofOwnBranch() } },
    auditor: { read: readAll },
  },

  training_attendance: {
    head: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofOwnBranch('training.branch') },
      update: { fields: { except: ['training', 'kader'] }, rows: ofOwnBranch('training.branch') },
      delete: { fields: 'all', rows: ofOwnBranch('training.branch') },
    },
    staff: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofOwnBranch('training.branch') },
      update: { fields: { except: ['training', 'kader'] }, rows: ofOwnBranch('training.branch') },
    },
    kader: { read: { fields: { except: [...accounts, 'note'] }, rows: ofOwnKader() } },
    auditor: { read: { fields: { except: ['certificate', 'note'] } } },
  },
} satisfies Partial<Matrix>;
