/** Families in arrears, and payments of theirs that add up to a figure exactly. */
import type { DateText, DuesClass, MonthText } from '../../extensions/kader-jkn/src/contract/records.ts';
import { type DuesRateRow, familyDues } from '../../extensions/kader-jkn/src/core/dues.ts';
import { addMonths, lastDay, type Period, parsePeriod } from '../../extensions/kader-jkn/src/core/period.ts';
import { address, person } from './people.ts';
import type { DemoFamily, DemoKader, DemoPayment } from './programme.ts';
import type { Random } from './random.ts';

export function month(text: MonthText): Period {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`not a month: ${text}`);
  return parsed;
}

export interface FamilyWish {
  /** null: nobody holds it, and its desa is named */
  kader: number | null;
  /** code of its desa; none: one of its kader's */
  village?: string;
  /** its list is the one as of the last day of this month */
  listed: MonthText;
  /** months owed on that list, both inclusive */
  months: readonly [from: number, to: number];
  class?: DuesClass;
  source?: DemoFamily['source'];
  /** first day with its kader; none: the day of its list */
  held_from?: DateText;
}

/** Class III is the commonest among informal workers. */
function anyClass(random: Random): DuesClass {
  const chance = random.next();
  if (chance < 0.78) return 3;
  return chance < 0.93 ? 2 : 1;
}

/** The dues of each month on the family's list, oldest first, in rupiah. */
export function duesListed(
  family: Pick<DemoFamily, 'class' | 'members' | 'listed_months'>,
  listed: MonthText,
  rates: readonly DuesRateRow[],
): number[] {
  return Array.from({ length: family.listed_months }, (_, index) => {
    const due = familyDues(rates, family, addMonths(month(listed), index - family.listed_months + 1));
    if (!due.ok)
      throw new Error(`no dues rate of class ${family.class} for ${family.listed_months} months up to ${listed}`);
    return due.value;
  });
}

export class FamilyMaker {
  private readonly random: Random;
  private readonly kader: readonly DemoKader[];
  private readonly rates: readonly DuesRateRow[];

  constructor(random: Random, kader: readonly DemoKader[], rates: readonly DuesRateRow[]) {
    this.random = random;
    this.kader = kader;
    this.rates = rates;
  }

  make(wish: FamilyWish): DemoFamily {
    const villages = wish.village === undefined ? this.kader[wish.kader ?? -1]?.villages : [wish.village];
    if (!villages) throw new Error(`no kader ${wish.kader}`);
    const family = {
      kader: wish.kader,
      head_name: person(this.random).name,
      members: this.random.between(1, 6),
      class: wish.class ?? anyClass(this.random),
      village: this.random.pick(villages),
      address: address(this.random),
      listed_months: this.random.between(wish.months[0], wish.months[1]),
      listed_amount: 0,
      listed_as_of: lastDay(month(wish.listed)),
      source: wish.source ?? 'list',
      ...(wish.held_from === undefined ? {} : { held_from: wish.held_from }),
    } satisfies DemoFamily;
    family.listed_amount = duesListed(family, wish.listed, this.rates).reduce((sum, due) => sum + due, 0);
    return family;
  }

  /**
   * Families that pay whole months, oldest first, until `total` rupiah are reached; the last pays what is left,
   * on account if need be. The payments' `family` is the place in `families`, which grows.
   */
  payers(
    total: number,
    wish: FamilyWish,
    families: DemoFamily[],
    payment: () => Omit<DemoPayment, 'family' | 'amount'>,
  ) {
    const payments: DemoPayment[] = [];
    let left = total;
    while (left > 0) {
      const family = this.make(wish);
      const dues = duesListed(family, wish.listed, this.rates);
      const whole = this.random.between(Math.ceil(dues.length / 3), dues.length);
      const cost = dues.slice(0, whole).reduce((sum, due) => sum + due, 0);
      const amount = Math.min(cost, left);
      payments.push({ ...payment(), family: families.push(family) - 1, amount });
      left -= amount;
    }
    return payments;
  }
}

/** Splits `total` rupiah by weights into multiples of `step`; the last weighted share takes what is left over. */
export function split(total: number, weights: readonly number[], step: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum / step) * step);
  const last = weights.findLastIndex((weight) => weight > 0);
  shares[last] = (shares[last] ?? 0) + total - shares.reduce((all, share) => all + share, 0);
  return shares;
}

/** A moment of that month between eight and five, in the zone's own clock. */
export function momentIn(
  random: Random,
  text: MonthText,
  offset: '+07:00' | '+08:00',
  days: readonly [number, number] = [1, 27],
) {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${text}-${two(random.between(days[0], days[1]))}T${two(random.between(8, 16))}:${two(random.between(0, 59))}:00${offset}`;
}
