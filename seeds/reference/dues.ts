import type { DuesClass } from '../../extensions/kader-jkn/src/contract/records.ts';

export interface DuesDefinition {
  class: DuesClass;
  /** first day, `YYYY-MM-DD` */
  effective_from: string;
  /** rupiah a person a month */
  dues: number;
  /** what the participant pays of it; the government pays the rest */
  participant_pays: number;
  note: string;
}

const fully = (effective_from: string, dues: readonly [number, number, number], note: string): DuesDefinition[] =>
  dues.map((amount, index) => ({
    class: (index + 1) as DuesClass,
    effective_from,
    dues: amount,
    participant_pays: amount,
    note,
  }));

const unchecked = 'Pengetahuan umum tentang peraturan; dicocokkan dulu oleh cabang.';

/** Dues of independent participants (PBPU) since April 2016. Records, not code: a branch checks them and adds newer ones. */
export const dues: DuesDefinition[] = [
  ...fully('2016-04-01', [80_000, 51_000, 25_500], unchecked),
  ...fully('2020-01-01', [160_000, 110_000, 42_000], unchecked),
  ...fully('2020-04-01', [80_000, 51_000, 25_500], unchecked),
  ...fully('2020-07-01', [150_000, 100_000, 42_000], unchecked).map((rate) =>
    rate.class === 3
      ? { ...rate, participant_pays: 25_500, note: `Pemerintah menanggung Rp 16.500. ${unchecked}` }
      : rate,
  ),
  {
    class: 3,
    effective_from: '2021-01-01',
    dues: 42_000,
    participant_pays: 35_000,
    note: `Pemerintah menanggung Rp 7.000. ${unchecked}`,
  },
];
