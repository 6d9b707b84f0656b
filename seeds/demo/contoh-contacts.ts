/** The contacts of the fictitious branch, and what was promised at them: some of it was paid in time, some is still to come. */
import type { Outcome } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type DateText, dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import type { DemoActivity, DemoFamily, DemoPayment } from './programme.ts';
import type { Random } from './random.ts';

/** families more or fewer in a day */
const more = 2;
/** a promise is for one of the days within so many after it was made */
const promisedWithin = 14;
/** of the talks about a promise before a payment: how many are the promise of it; of all others: how many are one at all */
const shareKept = 0.85;
const shareMissed = 0.25;

const outcomes: readonly Outcome[] = [
  'met',
  'met',
  'promised',
  'not_home',
  'not_home',
  'cannot_afford',
  'paid',
  'refused',
  'moved',
];

interface Field {
  families: readonly DemoFamily[];
  payments: readonly DemoPayment[];
  /** how many kader there are */
  kader: number;
  /** the first day with contacts */
  since: DateText;
  /** families that a kader, by their place, reaches in a day, give or take `more` */
  eachDay: (holder: number) => number;
  /** whether a kader, by their place, reached nobody on that day */
  isAway: (holder: number, day: DateText) => boolean;
}

type Contact = DemoActivity & { date: DateText; holder: number };

/** Some families a kader a working day, up to the day before `now`. */
export function contactsUntil(now: Date, random: Random, field: Field): DemoActivity[] {
  const contacts = contactsOf(now, random, field);
  const promises = new Promises(random, field, contacts);
  return contacts.map((contact) => {
    const { date: _, holder: __, ...activity } = contact;
    return activity.outcome === 'promised' ? { ...activity, ...promises.made(contact) } : activity;
  });
}

function contactsOf(now: Date, random: Random, { families, kader, since, eachDay, isAway }: Field): Contact[] {
  const byHolder = Array.from({ length: kader }, (_, holder) =>
    random.shuffled([...families.keys()].filter((family) => families[family]?.kader === holder)),
  );
  const contacts: Contact[] = [];
  const today = dateOf(now, 'Asia/Jakarta');
  for (let [date, nthDay] = [since, 0]; date < today; date = daysAfter(date, 1), nthDay++) {
    if (new Date(`${date}T00:00:00Z`).getUTCDay() === 0) continue;
    for (const [holder, held] of byHolder.entries()) {
      if (isAway(holder, date)) continue;
      const most = eachDay(holder) + more;
      const count = random.between(most - 2 * more, most);
      for (let nth = 0; nth < count; nth++) {
        const time = `${String(8 + nth).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`;
        contacts.push({
          ...{ date, holder, family: held[(nthDay * most + nth) % held.length] ?? 0 },
          by: random.chance(0.85) ? 'kader' : 'officer',
          at: `${date}T${time}:00+07:00`,
          channel: random.pick(['visit', 'visit', 'whatsapp', 'phone'] as const),
          outcome: random.pick(outcomes),
        });
      }
    }
  }
  return contacts;
}

/** Promises that were followed by a payment of the books, and promises of whoever was met. */
class Promises {
  private readonly random: Random;
  private readonly payments: Map<number | null | undefined, (DemoPayment & { date: DateText })[]>;
  /** on which days a family was contacted */
  private readonly contacts: Map<number, { date: DateText }[]>;
  private readonly promised = new Set<number>();

  constructor(random: Random, { families, payments }: Field, contacts: readonly Contact[]) {
    this.random = random;
    const dated = payments.map((payment) => ({ ...payment, date: dateOf(payment.paid_at, 'Asia/Jakarta') }));
    this.payments = Map.groupBy(dated, ({ family }) => families[family]?.kader);
    this.contacts = Map.groupBy(contacts, ({ family }) => family);
  }

  /** What came of asking on that day: the promise of a family that paid it since, one of the family met, or none. */
  made({ date, holder }: Contact): Partial<DemoActivity> {
    const { random } = this;
    const paid = this.payments.get(holder)?.find((payment) => this.mayHavePromised(date, payment));
    if (paid !== undefined && random.chance(shareKept)) {
      this.promised.add(paid.family);
      const promise_on = daysAfter(paid.date, random.between(0, 3));
      return { family: paid.family, promise_on, promise_amount: paid.amount };
    }
    if (random.chance(shareMissed)) {
      const promise_on = daysAfter(date, random.between(3, promisedWithin));
      return { promise_on, promise_amount: random.between(2, 12) * 35_000 };
    }
    return { outcome: 'met' };
  }

  /** Soon before its payment, with no other contact in between or within a week: the cap of contacts holds. */
  private mayHavePromised(date: DateText, paid: { family: number; date: DateText }): boolean {
    if (paid.date <= date || paid.date > daysAfter(date, promisedWithin) || this.promised.has(paid.family))
      return false;
    const [weekBefore, weekAfter] = [daysAfter(date, -7), daysAfter(date, 7)];
    const until = paid.date > weekAfter ? paid.date : weekAfter;
    return !this.contacts.get(paid.family)?.some((contact) => contact.date >= weekBefore && contact.date <= until);
  }
}
