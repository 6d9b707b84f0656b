/** The work in the field counted slowly and plainly, from every contact, payment and day, one by one. */
import { type DateText, dateOf, daysAfter, type TimeZone } from '../../extensions/kader-jkn/src/core/period.ts';
import type { TestDirectus } from '../harness/index.ts';
import type { GeneratedBranch } from './monev-generated.ts';

export interface Months {
  from: string;
  to: string;
}

interface Contact {
  binaan: number | null;
  kader: number | null;
  channel: string;
  outcome: string | null;
  day: DateText;
  promise: { on: string; state: 'open' | 'kept' | 'broken' } | null;
}

/** Every contact of a branch, with its day there. */
async function contactsOf(app: TestDirectus, { id, timezone }: GeneratedBranch): Promise<Contact[]> {
  const rows = await app
    .knex('activity')
    .where({ branch: id })
    .select('*', app.knex.raw("to_char(promise_on, 'YYYY-MM-DD') as promised_on"));
  return rows.map(({ binaan, kader, channel, outcome, at, promise_state, promised_on }) => ({
    ...{ binaan, kader, channel, outcome },
    day: dateOf(at, timezone as TimeZone),
    promise: promise_state === null ? null : { on: promised_on, state: promise_state },
  }));
}

const lies = (day: string, { from, to }: Months) => day.slice(0, 7) >= from && day.slice(0, 7) <= to;
const distinct = (all: readonly unknown[]) => new Set(all).size;

/** Families by how far they came, by these kader (null: by anybody), and how contacts ended. */
export async function funnelByHand(app: TestDirectus, branch: GeneratedBranch, months: Months, kader: number[] | null) {
  const mine = (of: { kader: number | null }) => kader === null || (of.kader !== null && kader.includes(of.kader));
  const contacts = (await contactsOf(app, branch)).filter((one) => mine(one) && lies(one.day, months));
  const withFamily = contacts.filter(({ binaan }) => binaan !== null);
  const payments: { binaan: number; amount: number; month: string; status: string; kader: number | null }[] = await app
    .knex('collection')
    .where({ branch: branch.id });
  const paid = payments.filter(
    (one) =>
      mine(one) &&
      lies(one.month, months) &&
      one.amount > 0 &&
      (one.status === 'recorded' || one.status === 'verified'),
  );
  const outcomes: Record<string, number> = {};
  for (const { outcome } of contacts) if (outcome !== null) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    contacted: distinct(withFamily.map(({ binaan }) => binaan)),
    promised: distinct(withFamily.filter(({ outcome }) => outcome === 'promised').map(({ binaan }) => binaan)),
    paid: distinct(paid.map(({ binaan }) => binaan)),
    contacts: contacts.length,
    outcomes,
  };
}

export interface DailyByHand {
  /** distinct families of each day, summed */
  families: number;
  /** the same of each channel */
  channels: Record<string, number>;
  /** days of kader in the months of their partnership, up to today */
  kaderDays: number;
}

/** Goes through every day of the months. */
export async function contactsByHand(
  app: TestDirectus,
  branch: GeneratedBranch,
  months: Months,
  kader: number[],
): Promise<DailyByHand> {
  const contacts = await contactsOf(app, branch);
  const partners: { joined: string; ended: string | null }[] = await app
    .knex('kader')
    .whereIn('id', kader)
    .whereNotNull('joined_on')
    .select(
      app.knex.raw("to_char(joined_on, 'YYYY-MM') as joined"),
      app.knex.raw("to_char(ended_on, 'YYYY-MM') as ended"),
    );
  const today = dateOf(new Date(), branch.timezone as TimeZone);
  const found: DailyByHand = { families: 0, channels: { visit: 0, whatsapp: 0, phone: 0 }, kaderDays: 0 };
  for (let day = `${months.from}-01` as DateText; lies(day, months); day = daysAfter(day, 1)) {
    for (const { joined, ended } of partners) {
      const month = day.slice(0, 7);
      if (day <= today && joined <= month && (ended === null || month <= ended)) found.kaderDays += 1;
    }
    for (const id of kader) {
      const own = contacts.filter((one) => one.kader === id && one.day === day && one.binaan !== null);
      found.families += distinct(own.map(({ binaan }) => binaan));
      for (const channel of Object.keys(found.channels)) {
        const through = own.filter((one) => one.channel === channel);
        found.channels[channel] = (found.channels[channel] ?? 0) + distinct(through.map(({ binaan }) => binaan));
      }
    }
  }
  return found;
}

/** Promises whose day lies in the months, made to these kader (null: to anybody). */
export async function promisesByHand(
  app: TestDirectus,
  branch: GeneratedBranch,
  months: Months,
  kader: (number | null)[] | null,
) {
  const due = (await contactsOf(app, branch)).filter(
    (one) => one.promise !== null && lies(one.promise.on, months) && (kader === null || kader.includes(one.kader)),
  );
  const count = (state: string) => due.filter(({ promise }) => promise?.state === state).length;
  const [kept, broken, open] = [count('kept'), count('broken'), count('open')];
  return { kept, broken, open, rate: kept + broken === 0 ? null : kept / (kept + broken) };
}
