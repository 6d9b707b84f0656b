import { expect, it } from 'vitest';
import type { DateText } from './period.ts';
import { type OwnMode, type WorkModeRule, workModeOn } from './work-mode.ts';

const day = '2022-01-20' as DateText;
const [desa, district, regency] = [3, 2, 1] as const;
const lineage = [desa, district, regency];

function rule(fields: Partial<WorkModeRule>): WorkModeRule {
  const usual = { id: 1, area: null, from_date: '2022-01-01' as DateText, to_date: null, reason: null };
  return { mode: 'home', ...usual, ...fields };
}

function own(fields: Partial<OwnMode>): OwnMode {
  return { area: desa, mode: 'home', mode_from: null, mode_to: null, ...fields };
}

it('visits where nobody says otherwise', () => {
  expect(workModeOn(day, lineage, [], [])).toEqual({ mode: 'visit', said: 'usual', reason: null });
});

it('follows the rule of the smallest area', () => {
  const rules = [rule({ id: 1 }), rule({ id: 2, area: district, mode: 'visit', reason: 'Zona hijau' })];
  expect(workModeOn(day, lineage, [], rules)).toEqual({ mode: 'visit', said: 'branch', reason: 'Zona hijau' });
  expect(workModeOn(day, [9, 8, regency], [], rules).mode).toBe('home');
});

it('follows the newest of equal rules, and only on its days', () => {
  const older = rule({ id: 1, area: regency });
  const newer = rule({ id: 2, area: regency, mode: 'visit', from_date: '2022-01-15' as DateText });
  expect(workModeOn(day, lineage, [], [newer, older]).mode).toBe('visit');
  expect(workModeOn('2022-01-14' as DateText, lineage, [], [newer, older]).mode).toBe('home');
  const past = rule({ to_date: '2022-01-19' as DateText });
  expect(workModeOn(day, lineage, [], [past]).said).toBe('usual');
});

it("lets the kader's own way in a desa go before the branch's", () => {
  const rules = [rule({ mode: 'visit', area: desa })];
  expect(workModeOn(day, lineage, [own({})], rules)).toMatchObject({ mode: 'home', said: 'kader' });
  expect(workModeOn(day, lineage, [own({ mode_to: '2022-01-19' as DateText })], rules).said).toBe('branch');
});

it('takes a plain visit of a desa as nothing said', () => {
  expect(workModeOn(day, lineage, [own({ mode: 'visit' })], [rule({})]).mode).toBe('home');
  const dated = own({ mode: 'visit', mode_from: day });
  expect(workModeOn(day, lineage, [dated], [rule({})])).toMatchObject({ mode: 'visit', said: 'kader' });
});

it('knows the rule of the whole branch for a family without a desa', () => {
  expect(workModeOn(day, [], [own({})], [rule({ area: regency }), rule({ id: 2, reason: 'PPKM' })])).toEqual({
    mode: 'home',
    said: 'branch',
    reason: 'PPKM',
  });
});
