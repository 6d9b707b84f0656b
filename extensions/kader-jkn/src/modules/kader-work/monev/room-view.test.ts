import { describe, expect, it } from 'vitest';
import type { RoomAgenda } from '../../../contract/monev-session.ts';
import { roomView } from './room-view.ts';

const none = { realised: null, target: null, attainment: null };
const agenda = {
  figures: {
    collection: { realised: 351_000_000, target: 450_000_000, attainment: 0.78 },
    before: { realised: 300_000_000, target: 450_000_000, attainment: 2 / 3 },
    average: 0.813,
    ...{ ranked: 45, above: 2 },
    visited: { realised: 1187, target: 9000, attainment: 1187 / 9000 },
    daily: none,
  },
  praise: [
    { kader: { id: 4, name: 'Sri Wahyuni' }, attainment: 1.42 },
    { kader: { id: 9, name: 'Agus Prasetyo' }, attainment: 1.05 },
  ],
  attendance: { present: 38, excused: 4, absent: 3, unmarked: 0 },
} as unknown as RoomAgenda;

describe('the screen of the room', () => {
  it('says the figures as a head would say them aloud', () => {
    const { headlines } = roomView(agenda, 'id-ID');
    expect(headlines.map(({ figure, of, note }) => [figure, of, note])).toEqual([
      ['Rp 351 jt', 'dari Rp 450 jt', 'penerimaan · 78,0% dari target'],
      ['66,7%', null, 'bulan sebelumnya'],
      ['81,3%', null, 'rata-rata 45 kader'],
      ['2', 'dari 45', 'kader di atas 100%'],
      ['1.187', 'dari 9.000', 'keluarga dikunjungi'],
      ['38', 'dari 45', 'kader hadir'],
    ]);
  });

  it('names those above 100% beyond the line, and leads to no record', () => {
    const { dots, lineAt } = roomView(agenda, 'id-ID');
    expect(dots.map(({ place, label, attainment, to }) => [place, label, attainment, to])).toEqual([
      ['1', 'Sri Wahyuni', '142,0%', null],
      ['2', 'Agus Prasetyo', '105,0%', null],
    ]);
    expect(dots.every(({ at }) => at > lineAt && at <= 100)).toBe(true);
  });

  it('leaves out what nobody has a target for, and attendance before it is marked', () => {
    const bare = {
      ...agenda,
      figures: { ...agenda.figures, collection: { ...none, realised: 0 }, before: none, average: null, visited: none },
      attendance: { present: 0, excused: 0, absent: 0, unmarked: 45 },
    };
    expect(roomView(bare, 'en-US').headlines.map(({ figure, of, note }) => [figure, of, note])).toEqual([
      ['Rp 0', 'no target', 'collected'],
    ]);
  });
});
