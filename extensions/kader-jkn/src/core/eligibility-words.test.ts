import { describe, expect, it } from 'vitest';
import { type EligibleFamily, kaderEligibility, teleEligibility, type WindowPolicy } from './eligibility.ts';
import { eligibilityWords, windowWords } from './eligibility-words.ts';

const policy: WindowPolicy = {
  kader_window_min: 12,
  kader_window_max: 24,
  tele_window_min: 2,
  tele_window_max: 23,
  priority_min: 18,
  outside_list_allowed: true,
};
const family: EligibleFamily = { status: 'active', owed_months: 18, source: 'list', area: 1 };

describe('why', () => {
  it("a family is a kader's, and comes first", () => {
    expect(eligibilityWords(kaderEligibility(family, [], policy), 'kader', family, policy)).toEqual([
      {
        id: 'Menunggak 18 bulan, dalam jangkauan kader (12 sampai 24 bulan).',
        en: 'Owes 18 months, within the window of kader (12 to 24 months).',
      },
      { id: 'Didahulukan: menunggak 18 bulan atau lebih.', en: 'Comes first: owes 18 months or more.' },
    ]);
  });

  it("it is not telekolekting's", () => {
    const long = { ...family, owed_months: 24 };
    expect(eligibilityWords(teleEligibility(long, policy), 'tele', long, policy)).toEqual([
      {
        id: 'Menunggak 24 bulan, di atas jangkauan telekolekting (2 sampai 23 bulan).',
        en: 'Owes 24 months, above the window of telekolekting (2 to 23 months).',
      },
    ]);
  });

  it('several things speak against it', () => {
    const outside: EligibleFamily = { ...family, owed_months: 1, source: 'outside_list', area: null };
    const strict = { ...policy, outside_list_allowed: false };
    expect(
      eligibilityWords(kaderEligibility(outside, [], strict), 'kader', outside, strict).map(({ en }) => en),
    ).toEqual([
      'Owes 1 month, below the window of kader (12 to 24 months).',
      "Outside the list, which the branch's policy does not allow.",
      "Outside the list, and not in a desa of the kader's own.",
    ]);
  });

  it.each([
    [null, null, 'berapa bulan pun'],
    [3, null, 'mulai 3 bulan'],
    [null, 23, 'sampai 23 bulan'],
  ])('a window %s to %s reads %s', (min, max, words) => {
    expect(windowWords(min, max).id).toBe(words);
  });
});
