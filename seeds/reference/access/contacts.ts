import { accounts, type Grant, type Matrix, readOwnBranch } from '../access-grants.ts';
import { both, either, madeByCaller, ofOwnBranch, ofOwnKader } from '../access-rules.ts';

const muteAccounts = [...accounts, 'asked_by', 'ended_by'];
const askMute: Grant = { fields: { only: ['binaan', 'reason', 'from_date', 'until_date', 'note'] } };
const checked = [
  ...['binaan', 'client_id', 'checked_on', 'how', 'lives_here', 'wants_to_pay', 'members', 'phone', 'address', 'note'],
];
const checkFamily: Grant = { fields: { only: checked } };
/** Written by decide-check.ts, with the caller's rights. */
const decideCheck: Grant = {
  fields: { only: ['status', 'accepted_fields', 'decision_note', 'note', 'next_step'] },
  rows: ofOwnBranch(),
};
const reached = ['phone', 'address', 'phone_before', 'address_before', 'note'];

/** Mutes are asked for by whoever knows the family and decided by the head; kader check families, staff decide on corrections. */
export const contactsAccess = {
  // What a family's trouble is, is read by who decides; others read that it is left alone, until when, and of which kind.
  mute: {
    head: {
      create: askMute,
      read: readOwnBranch,
      update: {
        fields: { only: ['status', 'decision_note', 'from_date', 'until_date', 'note', 'next_step'] },
        rows: ofOwnBranch(),
      },
    },
    staff: { create: askMute, read: readOwnBranch },
    telekolekting: {
      create: askMute,
      read: {
        fields: { except: ['note'] },
        rows: both(ofOwnBranch(), either(madeByCaller(), { binaan: { tele_eligible: { _eq: true } } })),
      },
    },
    kader: {
      create: askMute,
      read: { fields: { except: [...muteAccounts, 'note'] }, rows: ofOwnKader('binaan.kader') },
    },
    auditor: { read: { fields: { except: ['note', 'decision_note'] } } },
  },

  family_check: {
    head: { create: checkFamily, read: readOwnBranch, update: decideCheck },
    staff: { create: checkFamily, read: readOwnBranch, update: decideCheck },
    kader: { create: checkFamily, read: { fields: { except: accounts }, rows: ofOwnKader('binaan.kader') } },
    auditor: { read: { fields: { except: reached } } },
  },
} as const satisfies Pick<Matrix, 'mute' | 'family_check'>;
