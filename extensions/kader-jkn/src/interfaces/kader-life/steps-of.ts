import type { KaderLifeShown, LifeStep } from '../../contract/life.ts';
import type { KaderStatus } from '../../contract/records.ts';
import type { TextKey } from './texts.ts';

/** What a button of the form does: a step of the head, the end of the partnership, or a report from the field. */
export type LifeAction = LifeStep | 'end' | 'report';

/** What a dialog asks for. */
export interface StepField {
  key: string;
  kind: 'date' | 'line' | 'file';
  label: TextKey;
  required: boolean;
  /** what stands there at first */
  initial?: (life: KaderLifeShown) => string | null;
  hint?: TextKey;
}

const onDate: StepField = {
  key: 'on_date',
  kind: 'date',
  label: 'onDate',
  required: true,
  initial: (life) => life.today,
};
const because: StepField = { key: 'reason', kind: 'line', label: 'reason', required: true };
const stamped: StepField = { key: 'file', kind: 'file', label: 'contractFile', required: false };

/** The fields of each dialog, in the order in which they are typed. */
export const fieldsOf: Readonly<Record<Exclude<LifeAction, 'end'>, readonly StepField[]>> = {
  brief: [onDate, { ...because, label: 'briefing', required: false, hint: 'briefingHint' }],
  contract: [
    { key: 'number', kind: 'line', label: 'contractNumber', required: true, initial: (life) => life.contract.number },
    {
      ...{ key: 'from', kind: 'date', label: 'contractFrom', required: true },
      initial: (life) => life.contract.from ?? life.today,
    },
    { key: 'to', kind: 'date', label: 'contractTo', required: true, initial: (life) => life.contract.to },
    stamped,
  ],
  activate: [
    {
      ...{ key: 'joined_on', kind: 'date', label: 'joinedOn', required: true },
      initial: (life) => life.joined_on ?? life.today,
    },
  ],
  leave: [
    { key: 'from_date', kind: 'date', label: 'leaveFrom', required: true, initial: (life) => life.today },
    { key: 'to_date', kind: 'date', label: 'leaveTo', required: false, hint: 'leaveToHint' },
    { ...because, hint: 'leaveHint' },
  ],
  return: [{ ...onDate, label: 'backOn' }],
  warn: [onDate, { ...because, hint: 'warnHint' }],
  award: [onDate, { ...because, hint: 'awardHint' }],
  renew: [
    { key: 'number', kind: 'line', label: 'contractNumber', required: false, initial: (life) => life.contract.number },
    { key: 'from', kind: 'date', label: 'contractFrom', required: false, initial: (life) => life.contract.from },
    { key: 'to', kind: 'date', label: 'contractTo', required: true },
    stamped,
  ],
  'undo-end': [],
  report: [onDate, { ...because, label: 'happened', hint: 'happenedHint' }],
};

const ofHead: Readonly<Record<KaderStatus, readonly LifeAction[]>> = {
  candidate: ['brief', 'contract', 'activate', 'end'],
  active: ['leave', 'warn', 'award', 'renew', 'end'],
  on_leave: ['return', 'warn', 'award', 'renew', 'end'],
  ended: ['undo-end'],
};

/** The one step that the state of this kader asks for; null: none in particular. */
export function nextOf({ status, lacking, contract }: KaderLifeShown): LifeAction | null {
  if (status === 'candidate') {
    if (lacking.includes('briefing')) return 'brief';
    return lacking.some((what) => what.startsWith('contract')) ? 'contract' : lacking.length > 0 ? null : 'activate';
  }
  const ends = contract.days_left !== null && contract.days_left <= contract.notice_days;
  return ends && status !== 'ended' ? 'renew' : null;
}

/** The buttons for whoever looks at this kader. */
export function actionsFor({ status, leads, reports, briefed_on }: KaderLifeShown): LifeAction[] {
  const steps = leads ? ofHead[status].filter((step) => step !== 'brief' || briefed_on === null) : [];
  return reports && status !== 'ended' && status !== 'candidate' ? [...steps, 'report'] : [...steps];
}
