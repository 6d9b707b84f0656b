import type { LifeStep, LifeStepped } from '../../contract/life.ts';
import type { Id, KaderEventKind, KaderStatus } from '../../contract/records.ts';
import { daysAfter } from '../../core/period.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { type LivedKader, readLivedKader, requireLed } from './lived-kader.ts';
import { readDay, readFile, readLine, requireDay, requireLine, requirePastDay } from './parse-step.ts';

type Told = Readonly<Record<string, unknown>>;

interface Step {
  /** the states of a kader in which it can be taken */
  from: readonly KaderStatus[];
  take: (desk: Desk, kader: LivedKader, told: Told) => Promise<void>;
}

const present: readonly KaderStatus[] = ['active', 'on_leave'];

const steps: Readonly<Record<LifeStep, Step>> = {
  brief: {
    from: ['candidate'],
    take: async (desk, kader, told) => {
      const on = requirePastDay(told['on_date'], 'on_date', kader.today);
      await note(desk, kader.id, 'briefed', on, readLine(told['reason'], 'reason'));
    },
  },
  contract: { from: ['candidate', ...present], take: writeContract },
  activate: {
    from: ['candidate'],
    take: async (desk, kader, told) => {
      const joined = readDay(told['joined_on'], 'joined_on');
      const joining = joined === null ? {} : { joined_on: joined };
      await itemsFor(desk, 'kader').updateOne(kader.id, { status: 'active', ...joining });
    },
  },
  leave: {
    from: present,
    take: async (desk, kader, told) => {
      const on_date = requireDay(told['from_date'], 'from_date');
      const to_date = readDay(told['to_date'], 'to_date');
      if (to_date !== null && to_date < on_date) refuseOrder('to_date');
      const reason = requireLine(told['reason'], 'reason');
      await itemsFor(desk, 'kader_event').createOne({ kader: kader.id, kind: 'leave', on_date, to_date, reason });
    },
  },
  return: { from: present, take: endLeave },
  warn: { from: present, take: (desk, kader, told) => noteWithReason(desk, kader, 'warned', told) },
  award: { from: present, take: (desk, kader, told) => noteWithReason(desk, kader, 'award', told) },
  renew: { from: present, take: renewContract },
  'undo-end': {
    from: ['ended'],
    take: async (desk, kader) => {
      await itemsFor(desk, 'kader').updateOne(kader.id, { status: 'active' });
    },
  },
};

/** Whether a word names a step. */
export function isLifeStep(word: string): word is LifeStep {
  return Object.hasOwn(steps, word);
}

/**
 * Takes one step in the life of a kader, in one transaction and with the caller's rights, so that revisions say who did it.
 * Refused as KADER_LIFE_UNKNOWN, KADER_NOT_ALLOWED, KADER_LIFE_STEP, KADER_DAY_INVALID, KADER_REASON_REQUIRED,
 * KADER_TEXT_TOO_LONG, KADER_NOT_ON_LEAVE; by the database as KADER_ACTIVATION_INCOMPLETE, KADER_LEAVE_OVERLAP or
 * KADER_RETURNS_ANEW.
 */
export async function takeStep(desk: Desk, id: Id, step: LifeStep, told: Told): Promise<LifeStepped> {
  return await desk.knex.transaction(async (knex) => {
    const within: Desk = { ...desk, knex };
    await knex('kader').where({ id }).forNoKeyUpdate().first('id');
    const kader = await requireLed(within, id);
    const { from, take } = steps[step];
    if (!from.includes(kader.status)) throw refusal('KADER_LIFE_STEP', inWords(kader.status));
    await take(within, kader, told);
    const { status } = await readLivedKader(knex, id);
    return { id, status };
  });
}

async function writeContract(desk: Desk, { id }: LivedKader, told: Told): Promise<void> {
  const from = requireDay(told['from'], 'contract_from');
  const to = requireDay(told['to'], 'contract_to');
  if (to < from) refuseOrder('contract_to');
  const file = readFile(told['file']);
  await itemsFor(desk, 'kader').updateOne(id, {
    contract_number: requireLine(told['number'], 'contract_number'),
    contract_from: from,
    contract_to: to,
    ...(file !== undefined && { contract_file: file }),
  });
}

/** A renewed contract runs longer than the one before; its old end stays in the history. */
async function renewContract(desk: Desk, kader: LivedKader, told: Told): Promise<void> {
  const to = requireDay(told['to'], 'contract_to');
  const from = readDay(told['from'], 'contract_from') ?? kader.contract_from ?? kader.today;
  if (to < from || (kader.contract_to !== null && to <= kader.contract_to)) refuseOrder('contract_to');
  const number = readLine(told['number'], 'contract_number') ?? kader.contract_number;
  const file = readFile(told['file']);
  const before =
    kader.contract_to === null ? '' : ` Sebelumnya: ${kader.contract_number ?? '–'} s.d. ${kader.contract_to}.`;
  await itemsFor(desk, 'kader').updateOne(kader.id, {
    contract_number: number,
    contract_from: from,
    contract_to: to,
    ...(file !== undefined && { contract_file: file }),
  });
  await note(desk, kader.id, 'extended', kader.today, `Kontrak ${number ?? '–'} s.d. ${to}.${before}`);
}

/** The kader is back: the leave that covers today ends the day before. */
async function endLeave(desk: Desk, { id, today }: LivedKader, told: Told): Promise<void> {
  const back = readDay(told['on_date'], 'on_date') ?? today;
  const leave: { id: Id; on_date: string } | undefined = await desk
    .knex('kader_event')
    .where({ kader: id, kind: 'leave' })
    .whereRaw('on_date <= cast(? as date) and (to_date is null or to_date >= cast(? as date))', [today, today])
    .first('id', desk.knex.raw('on_date::text as on_date'));
  if (leave === undefined) throw refusal('KADER_NOT_ON_LEAVE');
  const to_date = daysAfter(back, -1);
  if (to_date < leave.on_date) refuseOrder('on_date');
  await itemsFor(desk, 'kader_event').updateOne(leave.id, { to_date });
}

async function noteWithReason(desk: Desk, kader: LivedKader, kind: KaderEventKind, told: Told): Promise<void> {
  const on = requirePastDay(told['on_date'], 'on_date', kader.today);
  await note(desk, kader.id, kind, on, requireLine(told['reason'], 'reason'));
}

async function note(
  desk: Desk,
  kader: Id,
  kind: KaderEventKind,
  on_date: string,
  reason: string | null,
): Promise<void> {
  await itemsFor(desk, 'kader_event').createOne({ kader, kind, on_date, reason });
}

function refuseOrder(field: string): never {
  throw refusal('KADER_DAY_INVALID', { field, why: 'terlalu awal', why_en: 'it is too early' });
}

/** The state of a kader as people say it. */
function inWords(status: KaderStatus): { status: string; status_en: string } {
  const said: Readonly<Record<KaderStatus, readonly [string, string]>> = {
    candidate: ['calon', 'candidate'],
    active: ['aktif', 'active'],
    on_leave: ['cuti', 'on leave'],
    ended: ['berakhir', 'ended'],
  };
  const [inIndonesian, inEnglish] = said[status];
  return { status: inIndonesian, status_en: inEnglish };
}
