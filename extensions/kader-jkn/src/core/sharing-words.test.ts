import { describe, expect, it } from 'vitest';
import { type DesaShared, sharingWords } from './sharing-words.ts';

const shared: DesaShared = { kader: 2, available: 2, families: 40, left: 0, capacity: 500 };

describe('why families of a desa go where they go', () => {
  it.each<[string, Partial<DesaShared>, string]>([
    ['nobody there', { kader: 0, available: 0, families: 0, left: 3 }, 'No active kader in this desa'],
    ['one kader', { kader: 1, available: 1 }, 'The only kader of this desa.'],
    ['one of several', { kader: 1, available: 3 }, 'The one with least to do of the 3 kader'],
    ['several', {}, 'Shared so that 2 kader have as much to do'],
    ['some left', { left: 4 }, '4 are left because its kader hold 500 families already.'],
    ['full, alone', { kader: 0, available: 1, families: 0, left: 4 }, 'The kader of this desa holds 500'],
    ['full, all', { kader: 0, families: 0, left: 4 }, 'All 2 kader of this desa hold 500'],
  ])('%s', (_, changes, sentence) => {
    const words = sharingWords({ ...shared, ...changes });
    expect(words.en).toContain(sentence);
    expect(words.id).not.toBe(words.en);
  });
});
