import { describe, expect, it } from 'vitest';
import type { DateText, Period } from './period.ts';
import { checkApproval, checkPayment, checkReason, checkReopening, type SteppedMonth } from './period-steps.ts';

const month = '2022-01' as Period;
const today = '2022-02-10' as DateText;
const closed: SteppedMonth = { month, status: 'closed', closedBy: 'ratih', fourEyes: true, closedThrough: month };

describe('approving a month', () => {
  it('takes a second person, unless the policy leaves it to one', () => {
    expect(checkApproval(closed, 'bima')).toEqual({ ok: true, value: 'bima' });
    expect(checkApproval(closed, 'ratih')).toMatchObject({ reason: 'four-eyes', params: { month } });
    expect(checkApproval({ ...closed, fourEyes: false }, 'ratih')).toMatchObject({ ok: true });
  });

  it('takes a person, also where a process closed', () => {
    expect(checkApproval({ ...closed, closedBy: null }, null)).toMatchObject({ reason: 'person-required' });
    expect(checkApproval({ ...closed, closedBy: null }, 'bima')).toMatchObject({ ok: true });
  });

  it.each(['open', 'approved', 'paid'] as const)('is refused for a month that is %s', (status) => {
    expect(checkApproval({ ...closed, status }, 'bima')).toMatchObject({
      reason: 'transition',
      params: { from: status, to: 'approved' },
    });
  });
});

describe('marking a month as paid', () => {
  const approved = { month, status: 'approved' as const };
  const told = { reference: ' TRX-7 ', paidOn: '2022-02-10' };

  it('keeps the reference of the bank and the day it paid', () => {
    expect(checkPayment(approved, 'ratih', told, today)).toEqual({
      ok: true,
      value: { reference: 'TRX-7', paidOn: '2022-02-10' },
    });
  });

  it.each([undefined, null, '', '  ', 7])('is refused with %j as the reference', (reference) => {
    expect(checkPayment(approved, 'ratih', { ...told, reference }, today)).toMatchObject({
      reason: 'payment-reference',
    });
  });

  it.each([undefined, '', '2022-01-31', '2022-02-11', '2022-02-30', '10/02/2022'])(
    'is refused with %j as the day',
    (paidOn) => {
      expect(checkPayment(approved, 'ratih', { ...told, paidOn }, today)).toMatchObject({ reason: 'paid-on-invalid' });
    },
  );

  it('is refused before the approval, by nobody, and with a reference longer than the column', () => {
    expect(checkPayment({ month, status: 'closed' }, 'ratih', told, today)).toMatchObject({ reason: 'transition' });
    expect(checkPayment(approved, null, told, today)).toMatchObject({ reason: 'person-required' });
    expect(checkPayment(approved, 'ratih', { ...told, reference: 'x'.repeat(101) }, today)).toMatchObject({
      reason: 'text-too-long',
    });
  });
});

describe('opening a month again', () => {
  it('is possible for the newest closed month alone, before its approval', () => {
    expect(checkReopening(closed)).toEqual({ ok: true, value: month });
    expect(checkReopening({ ...closed, closedThrough: '2022-02' as Period })).toMatchObject({
      reason: 'reopen-refused',
      params: { why: expect.stringContaining('Februari 2022') },
    });
    for (const status of ['open', 'approved', 'paid'] as const) {
      expect(checkReopening({ ...closed, status })).toMatchObject({ reason: 'reopen-refused' });
    }
  });

  it('asks for a reason of some words', () => {
    expect(checkReason(' Salah kader ', 'reopened_reason')).toEqual({ ok: true, value: 'Salah kader' });
    expect(checkReason('  ', 'reopened_reason')).toMatchObject({ params: { field: 'reopened_reason' } });
    expect(checkReason('x'.repeat(501), 'reopened_reason')).toMatchObject({ reason: 'text-too-long' });
  });
});
