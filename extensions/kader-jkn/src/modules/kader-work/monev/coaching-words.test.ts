import { describe, expect, it } from 'vitest';
import { hindrances } from '../../../core/coaching.ts';
import { coachingWords } from './coaching-words.ts';

describe('a reason as one says it', () => {
  it('carries its figures and what may help, in both languages', () => {
    const hindered = { kind: 'hindered', outcome: 'not_home', contacts: 1200, of: 4000 } as const;
    expect(coachingWords(hindered, 'id-ID')).toBe('Tidak di rumah: 1.200 dari 4.000 kontak. Coba jam atau hari lain.');
    expect(coachingWords(hindered, 'en-US')).toBe('Not home: 1,200 of 4,000 contacts. Try another hour or day.');
    expect(coachingWords({ kind: 'few-families', families: 2.84, due: 5 }, 'id-ID')).toBe(
      'Rata-rata 2,8 keluarga pada hari bertugas, kebijakan meminta 5.',
    );
  });

  it('has words for every kind, with nothing left to fill in', () => {
    const points = [
      { kind: 'threatened', contacts: 1 },
      { kind: 'no-contacts' },
      { kind: 'few-days', days: 3, working_days: 26 },
      { kind: 'promises-broken', broken: 4, due: 5 },
      ...hindrances
        .filter((outcome) => outcome !== 'threatened')
        .map((outcome) => ({ kind: 'hindered' as const, outcome, contacts: 2, of: 9 })),
    ] as const;
    for (const point of points) {
      for (const locale of ['id-ID', 'en-US'] as const)
        expect(coachingWords(point, locale)).not.toMatch(/[{}]|undefined/);
    }
  });
});
