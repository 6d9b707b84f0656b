import { describe, expect, it } from 'vitest';
import { lineOf } from './dispute.ts';

const line = (kind: string, label: string, amount: number) => ({ kind, label, label_en: `${label} (en)`, amount });
const statement = {
  net: 2_233_000,
  lines: [
    line('percentage', 'Imbal jasa 15%', 1_614_000),
    line('percentage', 'Imbal jasa 10%', 336_500),
    line('attainment_bonus', 'Bonus 2%', 282_500),
  ],
};

describe('the questioned line', () => {
  it('is kept as it reads', () => {
    expect(lineOf(statement, 'percentage', 'Imbal jasa 10%')).toEqual({
      ok: true,
      value: {
        line_kind: 'percentage',
        line_label: 'Imbal jasa 10%',
        line_label_en: 'Imbal jasa 10% (en)',
        line_amount: 336_500,
      },
    });
  });

  it.each([undefined, null, ''])('needs no label where it is the only one of its kind (%s)', (label) => {
    expect(lineOf(statement, 'attainment_bonus', label)).toMatchObject({ ok: true, value: { line_label: 'Bonus 2%' } });
    expect(lineOf(statement, 'percentage', label)).toMatchObject({ ok: false, reason: 'dispute-line' });
  });

  it('may be the whole statement, even one without lines', () => {
    const whole = { line_kind: 'total', line_amount: 0 };
    expect(lineOf({ net: 0, lines: [] }, 'total', undefined)).toMatchObject({ ok: true, value: whole });
  });

  it.each([
    ['percentage', 'Imbal jasa 20%'],
    ['withholding', 'Imbal jasa 10%'],
    [undefined, undefined],
    [7, null],
  ])('of kind %s and label %s is refused where the statement has none', (kind, label) => {
    expect(lineOf(statement, kind, label)).toMatchObject({ ok: false, reason: 'dispute-line' });
  });
});
