/** Messages are made and moved by our code; whoever answers for a branch reads them, and a kader those that concern them. */
import { accounts, forOwnBranch, type Grant, type Matrix, readAll, readOwnBranch } from '../access-grants.ts';
import { both, either, isOneOf, ofOwnBranch, ofOwnKader } from '../access-rules.ts';

const messageAccounts = [...accounts, 'recipient_user', 'sent_by', 'stepped_by'];
/** What the mail server says and who has the message in hand is for the office. */
const inTheOffice = [
  ...['last_error', 'server_answer', 'step_note', 'attempts', 'next_at', 'claimed_by', 'claimed_at', 'sending_at'],
  ...['dedupe_key', 'message_id', 'batch', 'template'],
];
/** What is written to whom; an auditor sees that it was sent, and why not. */
const words = ['to_name', 'to_address', 'subject', 'html', 'text', 'data', 'attachments', 'file'];

/** To the kader themselves, or to a family that they hold now: what is to be handed over, and what was sent. */
const ofKader = both(
  isOneOf('status', 'by_hand', 'sent'),
  either(
    both(isOneOf('recipient_kind', 'kader'), ofOwnKader()),
    both(isOneOf('recipient_kind', 'family'), ofOwnKader('binaan.kader')),
  ),
);

const told = ['binaan', 'kader', 'address', 'channel', 'reason', 'active', 'note'];
const stop: Grant = { fields: { only: [...told, 'branch'] }, ...forOwnBranch };
const changeStop: Grant = { fields: { only: ['channel', 'reason', 'active', 'note'] }, rows: ofOwnBranch() };
/** A family that says "do not write to me" says it to whoever stands at its door. */
const stopFamily: Grant = { fields: { only: ['binaan', 'channel', 'reason', 'note'] } };

export const messageAccess = {
  message: {
    head: { read: readOwnBranch },
    staff: { read: readOwnBranch },
    kader: { read: { fields: { except: [...messageAccounts, ...inTheOffice] }, rows: ofKader } },
    auditor: { read: { fields: { except: words } } },
  },
  message_batch: {
    head: { read: readOwnBranch },
    staff: { read: readOwnBranch },
    auditor: { read: readAll },
  },
  message_stop: {
    head: { create: stop, read: readOwnBranch, update: changeStop },
    staff: { create: stop, read: readOwnBranch, update: changeStop },
    telekolekting: {
      create: stopFamily,
      read: {
        fields: { except: ['note'] },
        rows: both(ofOwnBranch(), { binaan: { tele_eligible: { _eq: true } } }),
      },
    },
    kader: {
      create: stopFamily,
      read: { fields: { except: [...accounts, 'note'] }, rows: ofOwnKader('binaan.kader') },
    },
    auditor: { read: { fields: { except: ['address', 'note'] } } },
  },
} as const satisfies Pick<Matrix, 'message' | 'message_batch' | 'message_stop'>;
