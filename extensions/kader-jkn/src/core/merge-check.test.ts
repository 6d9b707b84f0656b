import { describe, expect, it } from 'vitest';
import { type MergeSide, suggestKept, whyNotMerge } from './merge-check.ts';

const side = (changes: Partial<MergeSide>): MergeSide => ({
  id: 1,
  branch: 1,
  status: 'active',
  listed_as_of: '2025-12-31',
  merged_into: null,
  merges: 0,
  held: true,
  has_plan: false,
  ...changes,
});
const kept = side({ id: 2 });

describe('merging one family into another', () => {
  it('is allowed within a branch', () => {
    expect(whyNotMerge(side({}), kept)).toBeNull();
    expect(whyNotMerge(side({ status: 'muted' }), side({ id: 2, status: 'muted' }))).toBeNull();
  });

  it.each<[string, Partial<MergeSide>, string]>([
    ['itself', { id: 2 }, 'berbeda'],
    ['one that is merged already', { merged_into: 9 }, 'batalkan dulu'],
    ['one of another branch', { branch: 2 }, 'cabang'],
    ['one that holds others', { merges: 1 }, 'pertahankan yang ini'],
    ['one with a newer list', { listed_as_of: '2026-01-31' }, 'daftar terbaru'],
    ['one that is muted', { status: 'muted' }, 'dijeda'],
    ['one with a plan', { has_plan: true }, 'cicilan'],
  ])('is refused for %s, with the way out', (_, changes, words) => {
    expect(whyNotMerge(side(changes), kept)?.id).toContain(words);
  });

  it('suggests the one that may be kept', () => {
    expect(suggestKept(side({}), kept)).toBe(1);
    expect(suggestKept(side({ held: false }), kept)).toBe(2);
    expect(suggestKept(side({}), side({ id: 2, listed_as_of: '2026-01-31' }))).toBe(2);
    expect(suggestKept(side({}), side({ id: 2, branch: 2 }))).toBeNull();
  });
});
