/**
 * Who may do what: collection × role × action (issue: "Roles"). Policies are made from this table, and so are the tests.
 * What is not in it is refused. Transitions of state, closed months and priced fields are guarded elsewhere, whoever asks.
 */
import {
  closeMonthFlowId,
  monevDashboardId,
  monevReportFlowId,
  ownDashboardId,
  type RoleKey,
  regionDashboardId,
} from '../../extensions/kader-jkn/src/contract/access.ts';
import { contactsAccess } from './access/contacts.ts';
import { duplicateAccess } from './access/duplicates.ts';
import { importAccess } from './access/imports.ts';
import { lifeAccess } from './access/life.ts';
import { templateAccess } from './access/message-templates.ts';
import { messageAccess } from './access/messages.ts';
import { monevFiguresAccess } from './access/monev-figures.ts';
import { reportAccess } from './access/monev-reports.ts';
import { moneyAccess } from './access/money.ts';
import { sessionAccess } from './access/session.ts';
import { workModeAccess } from './access/work-mode.ts';
import {
  accounts,
  forKader,
  forKaderWithoutNote,
  forOwnBranch,
  type Grant,
  type Grants,
  type Matrix,
  readAll,
  readOwnBranch,
} from './access-grants.ts';
import { both, either, isOneOf, madeByCaller, nationalOrOwnBranch, ofOwnBranch, ofOwnKader } from './access-rules.ts';

const bank = ['bank_name', 'bank_account', 'bank_holder', 'tax_number'];
const kaderDerived = ['zero_streak', 'streak_month', 'renewal_noticed_to'];
const kaderReachedAt = ['phone', 'email', 'address', 'photo'];

const familyIdentity = ['kk_number', 'va_number', 'head_nik'];
// The estimate of what fell due is not among them: our filter writes it, and Directus checks fields after the filter.
const familyList = ['list_batch', 'left_list_on'];
const familyDerived = [
  'paid_months',
  'paid_amount',
  'owed_months',
  'owed_amount',
  'tele_eligible',
  'muted_until',
  'merged_into',
  ...familyList,
];
const familyChecked = ['phone', 'checked_on', 'checked_how', 'note'];

const contactResult = [
  ...['outcome', 'promise_on', 'promise_amount', 'follow_up_on', 'place', 'photo', 'photo_consent', 'note'],
];
/** Judged by our server from the payments. */
const promiseJudged = ['promise_state', 'promise_judged_on'];
const collectionState = ['status', 'void_reason', 'note'];
const reviewAnswer = ['answer', 'answered_at', 'answered_by', 'status'];
const answering = isOneOf('status', 'open', 'answered');

const disputeAnswer = ['status', 'answer', 'decided_at', 'decided_by', 'adjustment', 'collection'];

const person = ['id', 'first_name', 'last_name', 'avatar', 'title'];
const profile = [
  ...['first_name', 'last_name', 'avatar', 'title', 'description', 'location', 'password', 'tfa_secret', 'language'],
  ...['appearance', 'theme_light', 'theme_dark', 'email_notifications'],
];
const ownProfile: Grant = { fields: { only: profile }, rows: madeByCaller('id') };

const flowFields = ['id', 'status', 'name', 'icon', 'color', 'options', 'trigger'];
const ownUpload: Grants = {
  create: { fields: 'all' },
  read: { fields: 'all', rows: madeByCaller('uploaded_by') },
  update: { fields: { only: ['title', 'description'] }, rows: madeByCaller('uploaded_by') },
};

/** The dashboards of each role, and their panels. */
const dashboardsOf = {
  head: [monevDashboardId],
  staff: [monevDashboardId],
  auditor: [monevDashboardId, regionDashboardId],
  kader: [ownDashboardId],
} as const;

function grantsOfDashboards(field: 'id' | 'dashboard'): Partial<Record<RoleKey, Grants>> {
  return Object.fromEntries(
    Object.entries(dashboardsOf).map(([role, ids]) => [
      role,
      { read: { fields: 'all', rows: { [field]: { _in: [...ids] } } } },
    ]),
  );
}

export const matrix: Matrix = {
  branch: {
    head: {
      read: { fields: 'all', rows: ofOwnBranch('id') },
      update: {
        fields: { only: ['head_name', 'head_title', 'city', 'address', 'phone', 'email', 'note'] },
        rows: ofOwnBranch('id'),
      },
    },
    staff: { read: { fields: 'all', rows: ofOwnBranch('id') } },
    telekolekting: { read: { fields: { except: ['note'] }, rows: ofOwnBranch('id') } },
    kader: { read: { fields: forKaderWithoutNote, rows: ofOwnBranch('id') } },
    auditor: { read: readAll },
  },

  area: {
    head: { read: readAll },
    staff: { read: readAll },
    telekolekting: { read: readAll },
    kader: { read: { fields: forKader } },
    auditor: { read: readAll },
  },

  program_policy: {
    head: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    staff: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    telekolekting: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    kader: { read: { fields: forKader, rows: nationalOrOwnBranch() } },
    auditor: { read: readAll },
  },

  dues_rate: {
    head: { read: readAll },
    staff: { read: readAll },
    telekolekting: { read: readAll },
    kader: { read: { fields: forKader } },
    auditor: { read: readAll },
  },

  // Kader may read how they are paid; telekolekting sees no pay.
  commission_scheme: {
    head: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    staff: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    kader: { read: { fields: forKader, rows: both(nationalOrOwnBranch(), { status: { _eq: 'active' } }) } },
    auditor: { read: readAll },
  },
  commission_rule: {
    head: { read: { fields: 'all', rows: nationalOrOwnBranch('scheme.branch') } },
    staff: { read: { fields: 'all', rows: nationalOrOwnBranch('scheme.branch') } },
    kader: {
      read: {
        fields: forKader,
        rows: both(nationalOrOwnBranch('scheme.branch'), { scheme: { status: { _eq: 'active' } } }),
      },
    },
    auditor: { read: readAll },
  },

  target: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
      delete: { fields: 'all', rows: ofOwnBranch() },
    },
    staff: { read: readOwnBranch },
    kader: {
      read: {
        fields: forKaderWithoutNote,
        rows: either(ofOwnKader(), both(ofOwnBranch(), { scope: { _eq: 'each_kader' } }, { kader: { _null: true } })),
      },
    },
    auditor: { read: readAll },
  },

  arrears_snapshot: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
      delete: { fields: 'all', rows: ofOwnBranch() },
    },
    staff: { create: { fields: 'all', ...forOwnBranch }, read: readOwnBranch },
    auditor: { read: readAll },
  },

  kader: {
    head: {
      create: { fields: { except: kaderDerived }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: [...kaderDerived, 'branch'] }, rows: ofOwnBranch() },
    },
    staff: {
      read: { fields: { except: ['nik', 'contract_file', ...bank] }, rows: ofOwnBranch() },
      update: {
        fields: { only: [...kaderReachedAt, 'district', 'functions', 'areas', 'events', 'note'] },
        rows: ofOwnBranch(),
      },
    },
    telekolekting: {
      // Directus shows a link to a kader only to whoever may read the list on its other side.
      read: {
        fields: { only: ['id', 'code', 'name', 'branch', 'district', 'status', 'phone', 'areas', 'families'] },
        rows: ofOwnBranch(),
      },
    },
    kader: {
      read: { fields: forKaderWithoutNote, rows: ofOwnKader('id') },
      update: { fields: { only: kaderReachedAt }, rows: ofOwnKader('id') },
    },
    auditor: { read: { fields: { except: ['nik', 'contract_file', ...kaderReachedAt, ...bank] } } },
  },

  kader_area: {
    head: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofOwnBranch('kader.branch') },
      update: { fields: { except: ['kader'] }, rows: ofOwnBranch('kader.branch') },
      delete: { fields: 'all', rows: ofOwnBranch('kader.branch') },
    },
    staff: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofOwnBranch('kader.branch') },
      update: { fields: { except: ['kader'] }, rows: ofOwnBranch('kader.branch') },
    },
    telekolekting: { read: { fields: { except: ['note'] }, rows: ofOwnBranch('kader.branch') } },
    kader: { read: { fields: forKader, rows: ofOwnKader() } },
    auditor: { read: readAll },
  },

  kader_event: {
    head: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofOwnBranch('kader.branch') },
      update: {
        fields: { only: ['on_date', 'to_date', 'reason', 'note', 'file', 'handling'] },
        rows: ofOwnBranch('kader.branch'),
      },
    },
    staff: {
      create: { fields: 'all' },
      read: { fields: 'all', rows: ofOwnBranch('kader.branch') },
    },
    // A kader may report being treated badly in the field.
    kader: {
      create: {
        fields: { only: ['kader', 'kind', 'on_date', 'reason', 'note', 'file'] },
        validation: both(ofOwnKader(), isOneOf('kind', 'mistreated')),
        presets: { kader: '$CURRENT_USER.kader', kind: 'mistreated' },
      },
      read: { fields: forKader, rows: ofOwnKader() },
    },
    auditor: { read: { fields: { except: ['file', 'handling'] } } },
  },

  binaan: {
    head: {
      create: { fields: { except: familyDerived }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: [...familyDerived, 'branch'] }, rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: { except: familyDerived }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: [...familyDerived, 'branch'] }, rows: ofOwnBranch() },
    },
    telekolekting: {
      read: {
        fields: { except: [...familyIdentity, 'address', 'payments', 'paid', 'checks', 'list_batch'] },
        rows: both(ofOwnBranch(), { tele_eligible: { _eq: true } }),
      },
      update: { fields: { only: familyChecked }, rows: both(ofOwnBranch(), { tele_eligible: { _eq: true } }) },
    },
    kader: {
      read: { fields: { except: [...accounts, 'list_batch', 'head_nik'] }, rows: ofOwnKader() },
      // What they find otherwise on the spot goes through a check, and waits for staff.
      update: { fields: { only: ['note'] }, rows: ofOwnKader() },
    },
    auditor: { read: { fields: { except: [...familyIdentity, 'address', 'phone'] } } },
  },

  assignment: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { only: ['from_date', 'to_date', 'reason', 'note'] }, rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { only: ['to_date', 'reason', 'note'] }, rows: ofOwnBranch() },
    },
    telekolekting: {
      read: { fields: { except: ['note'] }, rows: both(ofOwnBranch(), { binaan: { tele_eligible: { _eq: true } } }) },
    },
    kader: { read: { fields: forKaderWithoutNote, rows: ofOwnKader() } },
    auditor: { read: readAll },
  },

  // One log for kader and telekolekting: whoever may see the family sees who contacted it.
  activity: {
    head: {
      create: { fields: { except: promiseJudged }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { only: contactResult }, rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: { except: promiseJudged }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { only: contactResult }, rows: ofOwnBranch() },
    },
    telekolekting: {
      create: {
        fields: { except: ['kader', ...promiseJudged] },
        validation: both(ofOwnBranch(), madeByCaller('officer')),
        presets: { branch: '$CURRENT_USER.branch', officer: '$CURRENT_USER' },
      },
      read: {
        fields: 'all',
        rows: both(ofOwnBranch(), either(madeByCaller(), { binaan: { tele_eligible: { _eq: true } } })),
      },
      update: { fields: { only: contactResult }, rows: both(ofOwnBranch(), madeByCaller()) },
    },
    kader: {
      create: {
        fields: { except: ['officer', ...promiseJudged] },
        validation: both(ofOwnKader(), ofOwnBranch()),
        presets: { branch: '$CURRENT_USER.branch', kader: '$CURRENT_USER.kader' },
      },
      read: { fields: forKader, rows: either(ofOwnKader(), ofOwnKader('binaan.kader')) },
      update: { fields: { only: contactResult }, rows: both(ofOwnKader(), madeByCaller()) },
    },
    auditor: { read: { fields: { except: ['photo'] } } },
  },

  // Priced fields are granted on create because Directus checks fields after our filter wrote them (design 6).
  collection: {
    head: {
      create: { fields: 'all' },
      read: readOwnBranch,
      update: { fields: { only: collectionState }, rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: 'all' },
      read: readOwnBranch,
      update: { fields: { only: collectionState }, rows: ofOwnBranch() },
    },
    kader: {
      create: { fields: 'all' },
      read: { fields: { except: [...accounts, 'payer_ref', 'note'] }, rows: ofOwnKader() },
    },
    integration: {
      create: { fields: 'all' },
      read: {
        fields: {
          only: [
            ...[
              'id',
              'client_id',
              'binaan',
              'amount',
              'paid_at',
              'kind',
              'channel',
              'source',
              'external_ref',
              'payer_ref',
            ],
            ...['status', 'month', 'paid_month', 'late', 'months_covered', 'date_created'],
          ],
        },
        rows: madeByCaller(),
      },
    },
    auditor: { read: { fields: { except: ['payer_ref'] } } },
  },

  period: {
    head: {
      read: readOwnBranch,
      update: {
        fields: {
          only: [
            ...['status', 'approved_at', 'approved_by', 'paid_at', 'paid_by', 'payment_reference', 'paid_on', 'note'],
            ...['close_button', 'next_step', 'report_button'],
          ],
        },
        rows: ofOwnBranch(),
      },
    },
    staff: { read: readOwnBranch },
    kader: { read: { fields: { only: ['id', 'branch', 'month', 'status', 'statements'] }, rows: ofOwnBranch() } },
    auditor: { read: readAll },
  },

  commission: {
    // A statement moves with its month.
    head: { read: readOwnBranch, update: { fields: { only: ['note'] }, rows: ofOwnBranch() } },
    staff: { read: readOwnBranch },
    kader: {
      read: {
        fields: forKaderWithoutNote,
        rows: both(ofOwnKader(), isOneOf('status', 'closed', 'approved', 'paid')),
      },
    },
    auditor: { read: readAll },
  },

  partnership_review: {
    head: {
      create: {
        fields: {
          except: ['answer', 'answered_at', 'answered_by', 'decision', 'decision_note', 'decided_at', 'decided_by'],
        },
        ...forOwnBranch,
      },
      read: readOwnBranch,
      update: {
        fields: {
          only: [
            ...reviewAnswer,
            ...['due_on', 'decision', 'decision_note', 'decided_at', 'decided_by', 'follow_up_on', 'withdrawn_reason'],
          ],
        },
        rows: ofOwnBranch(),
      },
    },
    staff: {
      read: readOwnBranch,
      update: { fields: { only: reviewAnswer }, rows: both(ofOwnBranch(), answering), validation: answering },
    },
    kader: {
      read: { fields: forKader, rows: ofOwnKader() },
      update: { fields: { only: reviewAnswer }, rows: both(ofOwnKader(), answering), validation: answering },
    },
    auditor: { read: readAll },
  },

  // Written by the server, which says into which month it goes; telekolekting and integrations see no pay.
  commission_adjustment: {
    head: {
      create: { fields: { except: ['void_reason', 'voided_at', 'voided_by'] }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { only: ['status', 'void_reason', 'note'] }, rows: ofOwnBranch() },
    },
    staff: { read: readOwnBranch },
    kader: { read: { fields: forKaderWithoutNote, rows: ofOwnKader() } },
    auditor: { read: readAll },
  },

  // A kader asks and may withdraw; the head answers. Accepting goes through the endpoint, which makes the correction.
  dispute: {
    head: {
      read: readOwnBranch,
      update: { fields: { only: [...disputeAnswer, 'note'] }, rows: ofOwnBranch() },
    },
    staff: { read: readOwnBranch },
    kader: {
      create: {
        fields: { except: [...disputeAnswer.filter((field) => field !== 'status'), 'note'] },
        validation: ofOwnKader(),
      },
      read: { fields: { except: ['decided_by', 'note'] }, rows: ofOwnKader() },
      update: {
        fields: { only: ['status'] },
        rows: ofOwnKader(),
        validation: isOneOf('status', 'withdrawn'),
      },
    },
    auditor: { read: readAll },
  },

  ...contactsAccess,
  ...lifeAccess,
  ...sessionAccess,
  ...workModeAccess,
  ...moneyAccess,
  ...reportAccess,
  ...messageAccess,
  ...monevFiguresAccess,
  ...importAccess,
  ...duplicateAccess,
  ...templateAccess,

  // Who may read a record may read how it came to its state; triggers alone write. Only national schemes have no branch.
  state_change: {
    head: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    staff: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    kader: { read: { fields: 'all', rows: ofOwnKader() } },
    auditor: { read: readAll },
  },

  directus_users: {
    head: {
      read: { fields: { only: [...person, 'branch', 'kader', 'role'] }, rows: ofOwnBranch() },
      update: ownProfile,
    },
    staff: { read: { fields: { only: person }, rows: ofOwnBranch() }, update: ownProfile },
    telekolekting: { read: { fields: { only: person }, rows: ofOwnBranch() }, update: ownProfile },
    kader: { read: { fields: { only: [...person, 'branch', 'kader'] }, rows: madeByCaller('id') }, update: ownProfile },
    auditor: { read: { fields: { only: ['id', 'first_name', 'last_name'] } }, update: ownProfile },
  },

  // Contracts and photos are seen by who uploaded them, and a branch's by its head.
  directus_files: {
    head: {
      ...ownUpload,
      read: { fields: 'all', rows: either(madeByCaller('uploaded_by'), ofOwnBranch('uploaded_by.branch')) },
    },
    staff: ownUpload,
    telekolekting: ownUpload,
    kader: ownUpload,
  },

  // Whoever may read a manual flow and its records may start it; the operation checks the role once more.
  directus_flows: {
    head: { read: { fields: { only: flowFields }, rows: { id: { _in: [closeMonthFlowId, monevReportFlowId] } } } },
    staff: { read: { fields: { only: flowFields }, rows: { id: { _eq: monevReportFlowId } } } },
  },
  directus_dashboards: grantsOfDashboards('id'),
  directus_panels: grantsOfDashboards('dashboard'),
};
