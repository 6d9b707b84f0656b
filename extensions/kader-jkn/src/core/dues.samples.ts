/** Dues of domain.md by date, for the tests. */
import type { DuesClass, DuesRateRow } from './dues.ts';

function rate(duesClass: DuesClass, effective_from: string, dues: number, participant_pays = dues): DuesRateRow {
  return { class: duesClass, effective_from, dues, participant_pays };
}

export const duesRates: readonly DuesRateRow[] = [
  rate(1, '2016-04-01', 80_000),
  rate(2, '2016-04-01', 51_000),
  rate(3, '2016-04-01', 25_500),
  rate(1, '2020-01-01', 160_000),
  rate(2, '2020-01-01', 110_000),
  rate(3, '2020-01-01', 42_000),
  rate(1, '2020-04-01', 80_000),
  rate(2, '2020-04-01', 51_000),
  rate(3, '2020-04-01', 25_500),
  rate(1, '2020-07-01', 150_000),
  rate(2, '2020-07-01', 100_000),
  rate(3, '2020-07-01', 42_000, 25_500),
  rate(3, '2021-01-01', 42_000, 35_000),
];
