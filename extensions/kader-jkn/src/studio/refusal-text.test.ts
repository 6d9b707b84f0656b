import { describe, expect, it } from 'vitest';
import { errorText, reasonText, refusalText } from './refusal-text.ts';

describe('refusalText', () => {
  it('writes money and months as people read them', () => {
    expect(refusalText('KADER_AMOUNT_ABOVE_OWED', { owed: 1_250_000 }, 'id-ID')).toContain('Rp 1.250.000');
    expect(refusalText('KADER_PERIOD_CLOSED', { month: '2022-01' }, 'en-US')).toContain('January 2022');
  });
});

describe('refusalText of a reason in two languages', () => {
  it('takes the one of the user', () => {
    const params = { why: 'sudah dibatalkan', why_en: 'it is already void' };
    expect(refusalText('KADER_REVERSAL_INVALID', params, 'en-US')).toContain('it is already void');
    expect(refusalText('KADER_REVERSAL_INVALID', params, 'id-ID')).toContain('sudah dibatalkan');
  });
});

it('says what core refuses before the server does', () => {
  const gap = { reason: 'scheme-gap' as const, params: { from: 13, to: 14 } };
  expect(reasonText(gap, 'id-ID')).toBe(
    'Aturan skema tidak mencakup 13 sampai 14 bulan. Tambahkan aturan untuk rentang itu.',
  );
});

describe('errorText', () => {
  const answer = (status: number, extensions: object, message = 'raw') => ({
    response: { status, data: { errors: [{ message, extensions }] } },
  });

  it('says our refusal in the language of the user', () => {
    expect(errorText(answer(409, { code: 'KADER_NO_POLICY', date: '2017-05-02' }), 'id-ID')).toBe(
      'Belum ada kebijakan program yang berlaku pada 2 Mei 2017. Minta administrator menambahkannya.',
    );
  });

  it('tells whoever may not see it so', () => {
    expect(errorText(answer(403, { code: 'FORBIDDEN' }), 'en-US')).toContain('may not see');
  });

  it("falls back to the server's words, then to what to try", () => {
    expect(errorText(answer(400, { code: 'INVALID_QUERY' }, 'Bad limit'), 'id-ID')).toBe('Bad limit');
    expect(errorText(new Error('Network Error'), 'id-ID')).toContain('coba lagi');
  });
});
