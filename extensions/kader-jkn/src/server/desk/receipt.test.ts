import { describe, expect, it } from 'vitest';
import { masked } from './mask.ts';
import { internationalPhone, type Receipt, receiptMessage } from './receipt.ts';
import { receiptPage } from './receipt-page.ts';

const receipt: Receipt = {
  id: 12,
  amount: 250_000,
  paid_at: '2022-01-31T07:30:00Z',
  kind: 'arrears',
  channel: 'kader_cash',
  status: 'recorded',
  months_covered: 3,
  split: null,
  reverses: null,
  family: { head_name: 'Siti <b>Contoh</b>', kk_masked: masked('3372010101010012'), phone: '0812-3456-789' },
  kader: { code: 'SKA-01', name: 'Sri Contoh' },
  branch: { name: 'KC Surakarta', city: 'Surakarta', phone: null, timezone: 'Asia/Jakarta' },
};

it('keeps only the last four digits of a card', () => {
  expect(masked('3372010101010012')).toBe('••••••••••••0012');
});

it.each([
  ['0812-3456-789', '628123456789'],
  ['+62 812 3456 789', '628123456789'],
  ['12', null],
  [null, null],
])('reads phone %s as %s', (phone, international) => {
  expect(internationalPhone(phone)).toBe(international);
});

describe('receiptMessage', () => {
  it('says what was paid, when and for what, and where to send it', () => {
    const { text, phone } = receiptMessage(receipt);
    expect(text).toContain('terima kasih, pembayaran Rp 250.000 sudah kami catat.');
    expect(text).toContain('Dibayar: 31 Januari 2022, 14.30 WIB');
    expect(text).toContain('Untuk: Tunggakan iuran JKN (melunasi 3 bulan)');
    expect(text).not.toContain('33720101');
    expect(phone).toBe('628123456789');
  });

  it('tells members × months where they are known, on paper too', () => {
    const share = { class: 3, members: 2, each: 35_000, amount: 210_000 };
    const part = { from: '2021-05', through: '2021-07', months: 3, amount: 210_000, shares: [share] };
    const split = { carried: 0, withoutMonth: 0, rest: 40_000, parts: [part] } as unknown as Receipt['split'];
    const line = 'Mei–Juli 2021: 2 peserta kelas III × 3 bulan × Rp 35.000 = Rp 210.000';
    expect(receiptMessage({ ...receipt, split }).text).toContain(
      `- ${line}\n- Sisa, menunggu bulan berikutnya: Rp 40.000`,
    );
    expect(receiptPage({ ...receipt, split }).replaceAll('\u00a0', ' ')).toContain(`<li>${line}</li>`);
    expect(receiptPage({ ...receipt, split, status: 'void' })).not.toContain('<li>');
  });

  it('does not thank for a payment that does not stand', () => {
    expect(receiptMessage({ ...receipt, status: 'void' }).text).toContain('dibatalkan dan tidak lagi dihitung');
    expect(receiptMessage({ ...receipt, amount: -250_000, reverses: 11 }).text).toContain(
      'pembayaran nomor 11 dikoreksi sebesar -Rp 250.000.',
    );
  });
});

describe('receiptPage', () => {
  it('spells the amount and escapes what people typed', () => {
    const page = receiptPage(receipt);
    expect(page).toContain('Dua ratus lima puluh ribu rupiah');
    expect(page).toContain('Siti &lt;b&gt;Contoh&lt;/b&gt;');
  });

  it('marks a reversal', () => {
    expect(receiptPage({ ...receipt, amount: -250_000, reverses: 11 })).toContain(
      'PEMBALIKAN atas penerimaan nomor 11',
    );
  });
});
