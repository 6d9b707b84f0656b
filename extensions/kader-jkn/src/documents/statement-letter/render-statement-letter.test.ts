import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { StatementLine } from '../../contract/records.ts';
import { renderStatementLetter } from './render-statement-letter.ts';
import type { StatementLetter } from './statement-letter.ts';

const line = (fields: Partial<StatementLine> = {}): StatementLine => ({
  kind: 'percentage',
  label: 'Imbal jasa 15%, tunggakan di atas 12 bulan',
  label_en: 'Commission of 15%, above 12 months owed',
  count: 7,
  base: 10_760_000,
  rate_bp: 1500,
  amount: 1_614_000,
  explanation: '15% dari Rp 10.760.000 = Rp 1.614.000, menurut Skema Contoh.',
  explanation_en: '15% of Rp 10,760,000 = Rp 1,614,000, by the scheme Contoh.',
  scheme: 1,
  rule: 1,
  families: 6,
  months: ['2021-11', '2021-12', '2022-01', '2022-03'],
  late: 2,
  ...fields,
});

const letter: StatementLetter = {
  id: 17,
  status: 'approved',
  month: '2022-03',
  branch: {
    code: 'KC-SKA',
    name: 'Kantor Cabang Surakarta',
    city: 'Surakarta',
    address: 'Jl. Slamet Riyadi 999',
    phone: '0271 700 000',
    head_name: 'Ratih Wardani',
    head_title: 'Kepala Cabang',
    timezone: 'Asia/Jakarta',
  },
  kader: { code: 'SKA-01', name: 'Siti Contoh', bank_name: 'Bank Contoh', account_masked: '••••••5678' },
  lines: [
    line(),
    line({ kind: 'withholding', label: 'Potongan 5%', amount: -40_350, families: null, months: [], late: 0 }),
    line({ kind: 'carry', label: 'Sisa potongan bulan lalu', amount: -10_000, families: null, months: [], late: 0 }),
  ],
  gross: 1_614_000,
  withholding: 40_350,
  carried_in: 10_000,
  carried_out: 0,
  net: 1_563_650,
  collected: 10_760_000,
  collections_count: 7,
  families_count: 6,
  target: 10_000_000,
  attainment_bp: 10_760,
  late_payments: [{ id: 1201, paid_at: '2022-01-28T03:00:00Z', amount: 210_000, commission: 31_500 }],
  closed: { name: 'Bima', at: '2022-04-03T02:12:00Z' },
  approved: { name: 'Ratih', at: '2022-04-04T18:30:00Z' },
  paid: null,
  waiting: null,
  printed_at: '2022-04-10T02:00:00Z',
  version: '0.1.0',
};

async function pagesOf(fields: Partial<StatementLetter> = {}, locale: 'id-ID' | 'en-US' = 'id-ID'): Promise<string[]> {
  const pdf = await renderStatementLetter({ ...letter, ...fields }, locale);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

describe('the letter of a statement', () => {
  it('tells on one page what a usual month comes to, from gross to net', async () => {
    const [page, ...more] = await pagesOf();
    expect(more).toEqual([]);
    expect(page).toContain('Nomor: IJ/KC-SKA/2022-03/17 · Dibuat 3 April 2022, 09.12 WIB');
    expect(page).toMatch(
      /Bruto Rp 1.614.000 Potongan 5% .* -Rp 40.350 Sisa potongan .* -Rp 10.000 Diterima kader Rp 1.563.650/,
    );
    expect(page).toContain('Satu juta lima ratus enam puluh tiga ribu enam ratus lima puluh rupiah');
    expect(page).toContain(
      'Penerimaan bulan ini: Rp 10.760.000, 7 pembayaran dari 6 keluarga; target Rp 10.000.000, capaian 107,6%.',
    );
  });

  it('says what a line rests on: payments, families, months as spans, and how many were late', async () => {
    const [page] = await pagesOf();
    expect(page).toContain('7 pembayaran dari 6 keluarga, November 2021–Januari 2022, Maret 2022; 2 terlambat');
    expect(page).toContain('1201 28 Januari 2022, 10.00 WIB Rp 210.000 Rp 31.500');
  });

  it('is signed in the branch on the day it was approved there, or else closed', async () => {
    expect((await pagesOf())[0]).toContain('Surakarta, 5 April 2022 Kepala Cabang');
    expect((await pagesOf({ status: 'closed', approved: null }))[0]).toContain('Surakarta, 3 April 2022');
  });

  it('says when the bank paid, under which reference, and who recorded it', async () => {
    const paid = { name: 'Ratih', at: '2022-04-06T01:00:00Z', on: '2022-04-05', reference: 'TRF-0912' };
    const [page] = await pagesOf({ status: 'paid', paid });
    expect(page).toContain('5 April 2022, nomor bukti TRF-0912 (dicatat 6 April 2022, 08.00 WIB oleh Ratih)');
  });

  it('keeps the signature together with whose it is and the amount, however long the statement', async () => {
    const pages = await pagesOf({ lines: Array.from({ length: 40 }, () => line()) });
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)).toMatch(/Siti Contoh \(SKA-01\) · Maret 2022 · Rp 1.563.650 .* Ratih Wardani/);
    for (const page of pages) expect(page).toContain(`dari ${pages.length}`);
  });

  it('says that nothing was reckoned', async () => {
    const [page] = await pagesOf({ lines: [], gross: 0, net: 0, late_payments: [], target: null, attainment_bp: null });
    expect(page).toContain('Tidak ada yang dihitung pada bulan ini.');
    expect(page).toContain('Rp 0 Nol rupiah');
    expect(page).not.toContain('target');
  });

  it('marks a draft on every page, counts what still waits, and leaves nothing to sign', async () => {
    const draft: Partial<StatementLetter> = { id: null, status: 'draft', closed: null, approved: null };
    const [page] = await pagesOf({ ...draft, waiting: { count: 3, commission: 45_000 } });
    expect(page).toContain('RANCANGAN');
    expect(page).toContain('3 pembayaran menunggu verifikasi dan belum dihitung; imbal jasanya Rp 45.000.');
    expect(page).not.toContain('Ratih Wardani');
  });

  it('leaves out what the reader may not see, and what the branch has not told', async () => {
    const [page] = await pagesOf({
      branch: { ...letter.branch, city: null, address: null, phone: null, head_name: null, head_title: null },
      kader: { ...letter.kader, bank_name: null, account_masked: null },
    });
    expect(page).not.toContain('Rekening');
    expect(page).not.toMatch(/null|undefined/);
    expect(page).toContain('atau hubungi kantor cabang.');
  });

  it('is the same in English, with words for the amount in Indonesian', async () => {
    const [page] = await pagesOf({}, 'en-US');
    expect(page).toContain('Commission of 15%, above 12 months owed');
    expect(page).toContain('Gross Rp 1,614,000');
    expect(page).toContain('Satu juta lima ratus');
    expect(page).not.toMatch(/Diterima|Perhitungan|Dicetak|terlambat/);
  });

  it('gives the same bytes for the same statement', async () => {
    const [one, other] = [await renderStatementLetter(letter, 'id-ID'), await renderStatementLetter(letter, 'id-ID')];
    expect(one.equals(other)).toBe(true);
  });
});
