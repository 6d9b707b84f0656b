/** Who may read payment plans, which the server makes from the family's form, and who enrols new participants. */
import { accounts, forOwnBranch, type Matrix, readAll, readOwnBranch } from '../access-grants.ts';
import { both, isOneOf, ofOwnBranch, ofOwnKader } from '../access-rules.ts';

const withoutAccounts = { except: [...accounts, 'ended_by'] };
const enrolmentDerived = ['month', 'registered_by', 'assigned_on'];
const notRegistered = ['prospect', 'contacted', 'declined'];
const prospect = [
  ...['name', 'nik', 'kk_number', 'phone', 'address', 'area', 'members', 'class', 'status', 'contacted_on', 'note'],
];
const inWindow = { tele_eligible: { _eq: true } };

export const moneyAccess = {
  payment_plan: {
    head: { read: readOwnBranch, update: { fields: { only: ['note'] }, rows: ofOwnBranch() } },
    staff: { read: readOwnBranch, update: { fields: { only: ['note'] }, rows: ofOwnBranch() } },
    telekolekting: { read: { fields: withoutAccounts, rows: both(ofOwnBranch(), { binaan: inWindow }) } },
    kader: { read: { fields: withoutAccounts, rows: ofOwnKader('binaan.kader') } },
    auditor: { read: readAll },
  },
  payment_plan_instalment: {
    head: { read: { fields: 'all', rows: ofOwnBranch('plan.branch') } },
    staff: { read: { fields: 'all', rows: ofOwnBranch('plan.branch') } },
    telekolekting: {
      read: { fields: withoutAccounts, rows: both(ofOwnBranch('plan.branch'), { plan: { binaan: inWindow } }) },
    },
    kader: { read: { fields: withoutAccounts, rows: ofOwnKader('plan.binaan.kader') } },
    auditor: { read: readAll },
  },
  // A kader brings prospects; that one is registered, staff say.
  enrolment: {
    head: {
      create: { fields: { except: enrolmentDerived }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: [...enrolmentDerived, 'branch'] }, rows: ofOwnBranch() },
      delete: { fields: 'all', rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: { except: enrolmentDerived }, ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: [...enrolmentDerived, 'branch'] }, rows: ofOwnBranch() },
    },
    kader: {
      create: {
        fields: { only: [...prospect, 'branch', 'kader'] },
        validation: both(ofOwnKader(), ofOwnBranch(), isOneOf('status', ...notRegistered)),
        presets: { branch: '$CURRENT_USER.branch', kader: '$CURRENT_USER.kader', status: 'prospect' },
      },
      read: { fields: { except: [...accounts, 'registered_by'] }, rows: ofOwnKader() },
      update: {
        fields: { only: prospect },
        rows: both(ofOwnKader(), isOneOf('status', ...notRegistered)),
        validation: isOneOf('status', ...notRegistered),
      },
    },
    auditor: { read: { fields: { except: ['nik', 'kk_number', 'va_number', 'phone', 'address', 'name', 'note'] } } },
  },
} as const satisfies Partial<Matrix>;
