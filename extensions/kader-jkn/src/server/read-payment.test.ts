import { describe, expect, it } from 'vitest';
import { payerOf, readPayment } from './read-payment.ts';

const staff = { kind: 'staff', user: 'u' } as const;
const bank = { kind: 'integration', user: 'b' } as const;
const told = { binaan: 5, amount: 70_000, paid_at: '2026-01-31T16:30:00Z' };

describe('what a recorder says of a payment', () => {
  it('is read from a form as from a file', () => {
    const expected = { binaan: 5, amount: 70_000, paidAt: '2026-01-31T16:30:00Z', kind: 'arrears', source: 'staff' };
    expect(readPayment(told, staff)).toMatchObject(expected);
    expect(readPayment({ ...told, binaan: '5', amount: ' 70000 ' }, staff)).toMatchObject(expected);
    expect(readPayment({ ...told, binaan: { id: 5 } }, staff)).toMatchObject(expected);
  });

  it.each(['2026-01-31', '2026-01-31 16:30', '2026-01-31T16:30:00.123+07:00', '2026-01-31T16:30+0700'])(
    'may be of %s',
    (paid_at) => {
      expect(readPayment({ ...told, paid_at }, staff).paidAt).toBe(paid_at);
    },
  );

  it.each(['', 'kemarin', '31/01/2026', '2026-02-30', '2026-01-31 24:00', '2026-01-31 10:60', 1_700_000_000])(
    'is never of %s',
    (paid_at) => {
      expect(() => readPayment({ ...told, paid_at }, staff)).toThrow(/Waktu bayar tidak terbaca/);
    },
  );

  it.each([0, -1, 1.5, Number.NaN, '1e3', '1.000', '', null, undefined, [], {}, true])(
    'is never of %j rupiah',
    (amount) => {
      expect(() => readPayment({ ...told, amount }, staff)).toThrow(/rupiah bulat/);
    },
  );

  it('keeps what an integration calls a family that is none of ours', () => {
    const source = 'bank-x';
    const unknown = readPayment({ ...told, binaan: 'KK-1', source }, bank);
    expect(unknown).toMatchObject({ binaan: null, payerRef: null, familyAsTold: 'KK-1' });
    expect([payerOf(unknown, null), payerOf(unknown, 7)]).toEqual(['KK-1', null]);
    const named = readPayment({ ...told, binaan: 5, source, payer_ref: 88_001 }, bank);
    expect([payerOf(named, null), payerOf(named, 5)]).toEqual(['88001', '88001']);
  });
});
