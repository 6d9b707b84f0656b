import { describe, expect, it } from 'vitest';
import { duesRates } from './dues.samples.ts';
import type { DateText } from './period.ts';
import { payment } from './pricing.samples.ts';
import { standingAt } from './standing.ts';

const day = (text: string) => text as DateText;

/** Two members of class I: 300,000 a month. */
function standing(listedMonths: number, paidOn: string, amount: number, listedAsOf = '2021-12-31', most = 24) {
  if (payment.family === null) throw new Error('The sample has a family');
  const family = { ...payment.family, listedMonths, listedAmount: listedMonths * 300_000, listedAsOf: day(listedAsOf) };
  const result = standingAt(family, duesRates, day(paidOn), amount, most);
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
}

describe('how a family stood when it paid', () => {
  it("on the list's date owes what is listed", () => {
    expect(standing(8, '2021-12-31', 300_000)).toEqual({ months: 8, amount: 2_400_000, covered: 1, rest: 0 });
  });

  it('after it owes the dues accrued since too', () => {
    expect(standing(8, '2022-02-11', 300_000)).toMatchObject({ months: 10, amount: 3_000_000 });
  });
});

describe('money paid before the list and told later', () => {
  it('covered months that the list no longer names', () => {
    expect(standing(0, '2021-12-20', 600_000)).toMatchObject({ months: 2, covered: 2, rest: 0 });
    expect(standing(8, '2021-12-20', 600_000)).toMatchObject({ months: 10, covered: 2 });
  });

  it('does not count listed months that were not yet due', () => {
    expect(standing(3, '2021-10-20', 600_000)).toMatchObject({ months: 1 + 2, covered: 2 });
    expect(standing(3, '2021-05-20', 600_000)).toMatchObject({ months: 2, covered: 2 });
  });

  it('covered only months that were due when it was paid, at the dues of their time', () => {
    expect(standing(0, '2020-05-20', 160_000, '2020-07-31')).toMatchObject({ months: 1, covered: 1, rest: 0 });
  });

  it('was owed as a month at least, though it covered none', () => {
    expect(standing(0, '2021-12-20', 100_000)).toMatchObject({ months: 1, covered: 0, rest: 100_000 });
  });

  it('can have been at most the months that are billed', () => {
    expect(standing(24, '2021-12-20', 600_000)).toMatchObject({ months: 24, covered: 3, rest: 600_000 - 3 * 160_000 });
    expect(standing(0, '2021-12-20', 600_000, '2021-12-31', 3).amount).toBe(900_000);
  });

  it('is refused on a day whose month has no dues', () => {
    if (payment.family === null) throw new Error('The sample has a family');
    expect(standingAt(payment.family, [], day('2021-12-01'), 1, 24)).toMatchObject({ ok: false, reason: 'no-dues' });
  });
});
