import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce } from './lookup.ts';

const record = (branch: number | null, effective_from: string) => ({ branch, effective_from });

describe('what is in force', () => {
  const national = record(null, '2017-01-01');
  const newerNational = record(null, '2020-01-01');
  const lampung = record(4, '2018-08-01');
  const lampungRestructured = record(4, '2020-07-01');
  const records = [newerNational, lampungRestructured, national, lampung, record(5, '2016-01-01')];

  it.each([
    ['the branch itself before the nation, even when the national one is newer', '2020-06-30', lampung],
    ["the branch's newest from its first day", '2020-07-01', lampungRestructured],
    ['the national one before the branch has its own', '2018-07-31', national],
  ])('is %s', (_, date, expected) => {
    expect(inForce(records, 4, date)).toBe(expected);
  });

  it('is nothing before anything starts', () => {
    expect(inForce(records, 4, '2016-12-31')).toBeNull();
    expect(inForce([], 4, '2020-01-01')).toBeNull();
  });

  it('never starts after the date and never belongs to another branch', () => {
    const dates = fc.constantFrom('2016-01-01', '2018-08-01', '2020-07-01', '2021-01-01');
    const any = fc.array(fc.tuple(fc.constantFrom(null, 4, 5), dates).map(([branch, from]) => record(branch, from)));
    fc.assert(
      fc.property(any, dates, (all, date) => {
        const found = inForce(all, 4, date);
        const usable = all.filter(({ branch, effective_from }) => branch !== 5 && effective_from <= date);
        expect(found === null).toBe(usable.length === 0);
        if (found === null) return;
        expect(usable).toContain(found);
        expect(usable.some(({ branch }) => branch === 4)).toBe(found.branch === 4);
        const rivals = usable.filter(({ branch }) => branch === found.branch);
        expect(rivals.every(({ effective_from }) => effective_from <= found.effective_from)).toBe(true);
      }),
    );
  });
});
