import { describe, expect, it } from 'vitest';
import { type RefusalCode, refusals } from '../contract/error-codes.ts';
import { refusalOfDatabase } from './database-error.ts';
import { codeOf, refusal, refusalOf, refusalText } from './errors.ts';

describe('a refusal', () => {
  it('carries status, code, field and params', () => {
    expect(refusal('KADER_AMOUNT_ABOVE_OWED', { owed: 1_250_000 })).toMatchObject({
      status: 409,
      code: 'KADER_AMOUNT_ABOVE_OWED',
      extensions: { field: 'amount', owed: 1_250_000 },
      message: expect.stringMatching(/Rp\s1\.250\.000/),
    });
  });

  it('comes from a reason of core', () => {
    expect(codeOf('period-closed')).toBe('KADER_PERIOD_CLOSED');
    expect(refusalOf({ reason: 'no-policy', params: { date: '2022-01-31' } }).message).toContain('31 Januari 2022');
  });

  it('writes months, days and reasons in the language asked for', () => {
    expect(refusalText('KADER_PERIOD_CLOSED', { month: '2022-01' }, 'id')).toContain('Bulan Januari 2022');
    expect(refusalText('KADER_PERIOD_CLOSED', { month: '2022-01' }, 'en')).toContain('Month January 2022');
    const params = { why: 'sudah batal', why_en: 'already void' };
    expect(refusalText('KADER_REVERSAL_INVALID', params, 'id')).toContain('sudah batal');
    expect(refusalText('KADER_REVERSAL_INVALID', params, 'en')).toContain('already void');
  });

  it.each(Object.keys(refusals) as RefusalCode[])('%s names the same things in both languages', (code) => {
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(named(refusals[code].id)).toEqual(named(refusals[code].en));
  });
});

describe('an error of the database', () => {
  it('that a trigger raised is our refusal, behind the statement that knex writes before it', () => {
    const error = {
      code: 'P0001',
      message: 'insert into "collection" - KADER_PERIOD_CLOSED',
      detail: '{"month":"2022-01"}',
    };
    expect(refusalOfDatabase(error)).toMatchObject({ code: 'KADER_PERIOD_CLOSED', extensions: { month: '2022-01' } });
  });

  it('of a check of ours names its field', () => {
    const check = (constraint: string) => refusalOfDatabase({ code: '23514', message: '', constraint });
    expect(check('kader_program_policy__tele_window__check')).toMatchObject({
      code: 'KADER_WINDOW_INVALID',
      extensions: { field: 'tele_window' },
    });
    expect(check('kader_binaan__members__check')).toMatchObject({ code: 'KADER_VALUE_INVALID' });
  });

  it.each([
    { code: '40P01', message: 'deadlock detected' },
    { code: 'P0001', message: 'SOMEBODY_ELSE' },
    { code: '23514', message: '', constraint: 'other_check' },
    null,
    'text',
  ])('of somebody else stays what it is: %j', (error) => {
    expect(refusalOfDatabase(error)).toBeNull();
  });
});
