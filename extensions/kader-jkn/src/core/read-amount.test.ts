import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRupiah } from './money.ts';
import { readAmount } from './read-amount.ts';

const amount = fc.integer({ min: 0, max: 500_000_000 });
const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);

describe('an amount of a list', () => {
  it.each([
    ['1234567', 1_234_567],
    ['Rp 1.234.567,00', 1_234_567],
    ['Rp1.234.567,-', 1_234_567],
    ['Rp. 1.234.567', 1_234_567],
    ['IDR 1,234,567.00', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1.234', 1_234],
    ['1,234', 1_234],
    ['100.000', 100_000],
    ['1234,00', 1_234],
    ['1234.0', 1_234],
    ['1 234 567', 1_234_567],
    ['\u00A0Rp\u00A035.000 ', 35_000],
    ['35.000 rupiah', 35_000],
    ['0', 0],
    ['007', 7],
  ])('%s is %d rupiah', (text, value) => {
    expect(readAmount(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['1.234.567,50', 'amount-fraction'],
    ['12,5', 'amount-fraction'],
    ['-35.000', 'amount-negative'],
    ['(35.000)', 'amount-negative'],
    ['Rp -35.000', 'amount-negative'],
    ['1.2E+06', 'digits-lost'],
    ['1,5 juta', 'amount-unreadable'],
    ['1.23.456', 'amount-unreadable'],
    ['1,234.567,00', 'amount-unreadable'],
    ['12.', 'amount-unreadable'],
    ['', 'amount-unreadable'],
    ['-', 'amount-negative'],
    ['nihil', 'amount-unreadable'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readAmount(text)).toMatchObject({ ok: false, reason });
  });

  it.each([
    ['1.234,567', ['Rp 1.234,567', 'Rp 1.234.567']],
    ['1234.000', ['Rp 1.234', 'Rp 1.234.000']],
    ['1,234.000', ['Rp 1.234', 'Rp 1.234.000']],
    ['0.500', ['Rp 0,5', 'Rp 500']],
  ])('%s reads in two ways, so it is refused with both', (text, readings) => {
    expect(readAmount(text)).toEqual({ ok: false, reason: 'amount-ambiguous', readings });
  });

  it('is read by the decimal mark of its source where that is known', () => {
    expect(readAmount('1.234', '.')).toEqual({ ok: false, reason: 'amount-fraction' });
    expect(readAmount('1.234', ',')).toEqual({ ok: true, value: 1_234 });
    expect(readAmount('1234.000', '.')).toEqual({ ok: true, value: 1_234 });
    expect(readAmount('1.234,567', ',')).toEqual({ ok: false, reason: 'amount-fraction' });
  });

  it('is what was written, however it is marked', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const written = [
          String(value),
          formatRupiah(value),
          `${formatRupiah(value)},00`,
          grouped(value, ','),
          `${value},00`,
        ];
        for (const text of written) expect(readAmount(text), text).toEqual({ ok: true, value });
        expect(readAmount(`Rp${grouped(value, ',')}.00`)).toEqual({ ok: true, value });
      }),
    );
  });

  it('never holds a digit that was not written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-Rp E+()') }), (text) => {
        const reading = readAmount(text);
        if (!reading.ok) return;
        const digits = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
        expect(digits.startsWith(String(reading.value))).toBe(true);
        expect(digits.slice(String(reading.value).length)).toMatch(/^0*$/);
      }),
    );
  });
});
