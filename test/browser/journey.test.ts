import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  AttainmentAnswer,
  RankingAnswer,
  ZeroWatchAnswer,
} from '../../extensions/kader-jkn/src/contract/monev.ts';
import type { Binaan, Commission, Period } from '../../extensions/kader-jkn/src/contract/records.ts';
import {
  formatCount,
  formatMonth,
  formatPercent,
  formatRupiah,
  formatRupiahShort,
} from '../../extensions/kader-jkn/src/studio/format.ts';
import { expectToRead, readable, takePicture } from './browser.ts';
import { openList } from './content-page.ts';
import { branchCode, branchNamed, lastMonth, ofBranch, presentMonth, read, readOne } from './demo-books.ts';
import { chooseNow, chooseOption, chooseRecord, field, saveButton, shownIn, type } from './form.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const inRupiah = (amount: number) => formatRupiah(amount, 'id-ID');
const inShort = (amount: number | null) => formatRupiahShort(amount, 'id-ID');
const inPercent = (ratio: number | null) => formatPercent(ratio, 'id-ID');
const inWords = (month: string) => formatMonth(month, 'id-ID');

const enter = visitDemo();

/** Families behind on their dues, of whose payments nothing is known yet, and whose head's name is theirs alone. */
async function familiesOwing(least: number, most: number): Promise<Binaan[]> {
  const everybody = await read<Pick<Binaan, 'head_name'>[]>(`/items/binaan?fields=head_name&limit=-1&${ofBranch}`);
  const bearers = Map.groupBy(everybody, ({ head_name }) => head_name);
  const found = await read<Binaan[]>(
    `/items/binaan?limit=-1&sort=id&${ofBranch}&filter[owed_months][_between]=${least},${most}&filter[owed_amount][_gte]=500000&filter[paid_amount][_eq]=0`,
  );
  return found.filter(({ head_name }) => bearers.get(head_name)?.length === 1);
}

const form = (page: Page): Locator => page.locator('main .v-form').first();
const preview = (page: Page): Locator => page.locator('.preview[aria-live]');

/** What the panels are drawn from, for the branch of today. */
async function monev<T>(question: string): Promise<T> {
  const { id } = await branchNamed(branchCode);
  return await read<T>(`/kader-jkn/monev/${question}&branch=${id}`);
}

describe('staff', () => {
  let early: Binaan;
  let late: Binaan;
  /** two months' dues of the first */
  let amount: number;

  beforeAll(async () => {
    const [few, many] = await Promise.all([familiesOwing(4, 8), familiesOwing(15, 22)]);
    if (!few[0] || !many[0]) throw new Error('The demo has no family to pay for.');
    [early, late] = [few[0], many[0]];
    amount = (2 * early.owed_amount) / early.owed_months;
  });

  async function fillIn(page: Page, search: string, family: Binaan, amount: string): Promise<void> {
    await page.goto('/admin/content/collection/+');
    await chooseRecord(page, 'Keluarga', search, family.head_name);
    await type(page, 'Jumlah dibayar', amount);
    await chooseNow(page, 'Dibayar pada');
    await chooseOption(page, 'Melalui', 'Kantor cabang');
  }

  async function save(page: Page): Promise<void> {
    await saveButton(page).click();
    await page.waitForURL(/\/content\/collection$/);
  }

  async function openNewest(page: Page, family: Binaan): Promise<void> {
    if (!page.url().endsWith('/content/collection')) await page.goto('/admin/content/collection');
    await page.locator('tbody tr', { hasText: family.head_name }).first().click();
    await page.waitForURL(/\/content\/collection\/\d+$/);
    await expectToRead(preview(page), 'Imbal jasa');
  }

  const paymentsOf = ({ id }: Binaan, status: string) =>
    read<unknown[]>(`/items/collection?filter[binaan][_eq]=${id}&filter[status][_eq]=${status}`);

  it('finds a family by name, and sees what its payment covers and earns, and why, before it is saved', async () => {
    const { page } = await enter('staff', { byForm: true });
    await fillIn(page, early.head_name, early, String(amount));
    await expectToRead(preview(page), early.head_name);
    await expectToRead(preview(page), `Tunggakan ${inRupiah(early.owed_amount)}`);
    await expectToRead(preview(page), `Imbal jasa ${inRupiah(amount / 10)} dari ${inRupiah(amount)}`);
    await expectToRead(preview(page), `10% dari ${inRupiah(amount)} tunggakan (${early.owed_months} bulan)`);
    await expectToRead(preview(page), `Melunasi 2 bulan · dibukukan ${inWords(presentMonth)}`);
    await takePicture(page, 'record-payment');
    await save(page);

    await openNewest(page, early);
    expect(await shownIn(page, 'Jumlah dibayar')).toBe(formatCount(amount, 'id-ID'));
    expect(await shownIn(page, 'Bulan buku')).toBe(inWords(presentMonth));
    await expectToRead(preview(page), `Imbal jasa ${inRupiah(amount / 10)} dari ${inRupiah(amount)}`);
    await expectToRead(preview(page), `10% dari ${inRupiah(amount)} tunggakan`);
  });

  it('finds a family by its KK number, and takes its receipt', async () => {
    const { page } = await enter('staff');
    await fillIn(page, late.kk_number ?? '', late, '200000');
    await expectToRead(preview(page), `Imbal jasa ${inRupiah(30_000)} dari ${inRupiah(200_000)}`);
    await expectToRead(preview(page), `15% dari ${inRupiah(200_000)} tunggakan`);
    await save(page);

    await openNewest(page, late);
    const [receipt] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByText('Cetak tanda terima').click(),
    ]);
    await expectToRead(receipt.locator('body'), inRupiah(200_000));
    await expectToRead(receipt.locator('body'), 'Dua ratus ribu rupiah');
    await expectToRead(receipt.locator('body'), late.head_name);
    expect(await receipt.locator('body').innerText()).not.toContain(late.kk_number);
  });

  it('is warned of an equal payment of the same day, and cannot save it until it is confirmed', async () => {
    const { page } = await enter('staff');
    await fillIn(page, early.head_name, early, String(amount));
    await expectToRead(preview(page), 'Sudah ada pembayaran yang sama pada hari itu');
    await saveButton(page).click();
    await expectToRead(form(page), `Keluarga ini sudah membayar ${inRupiah(amount)} pada hari yang sama`);
    expect(await paymentsOf(early, 'recorded')).toHaveLength(1);

    await field(page, 'Pembayaran kedua').getByText('Memang dibayar dua kali').click();
    await expectToRead(preview(page), 'Dicatat sebagai pembayaran kedua');
    await save(page);
    expect(await paymentsOf(early, 'recorded')).toHaveLength(2);
  });

  it('corrects with one button, which shows what will happen and asks for a reason', async () => {
    const { page } = await enter('staff');
    await openNewest(page, early);
    await page.locator('.v-form button', { hasText: 'Koreksi' }).click();
    const dialog = page.locator('.v-card', { hasText: 'Koreksi penerimaan nomor' });
    await expectToRead(dialog, `Bulan ${inWords(presentMonth)} masih terbuka, jadi penerimaan ini dibatalkan`);
    await expectToRead(dialog, `Imbal jasa kader -${inRupiah(amount / 10)}`);
    const confirm = dialog.locator('button', { hasText: 'Batalkan penerimaan' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.locator('textarea').fill('tercatat dua kali');
    await confirm.click();
    await expectToRead(preview(page), 'Dibatalkan: tidak dihitung lagi.');
    expect(await shownIn(page, 'Alasan koreksi')).toBe('tercatat dua kali');
    expect(await paymentsOf(early, 'void')).toHaveLength(1);
  });
});

describe('the head of collection', () => {
  const confirmation = (page: Page) => page.locator('.v-card', { hasText: 'Menutup bulan ini menghitung imbal jasa' });
  let warned: string;
  let collected: number;

  const periodOfLastMonth = () => readOne<Period>(`/items/period?${ofBranch}&filter[month][_eq]=${lastMonth}`);

  beforeAll(async () => {
    const { sum } = await readOne<{ sum: { amount: string } }>(
      `/items/collection?aggregate[sum]=amount&${ofBranch}&filter[month][_eq]=${lastMonth}&filter[status][_in]=recorded,verified`,
    );
    collected = Number(sum.amount);
    const { rows } = await monev<ZeroWatchAnswer>('zero-watch?count=50');
    warned = rows.find(({ streak }) => streak === 2)?.kader.name ?? '';
  });

  it('closes last month with its button, and sees its totals, its statements and a notification', async () => {
    const { page } = await enter('head', { height: 1180, closed: 'side' });
    await page.goto('/admin/content/period');
    await page.locator('tbody tr', { hasText: inWords(lastMonth) }).click();
    await page.locator('.v-form button', { hasText: 'Tutup bulan' }).click();
    await confirmation(page).locator('button').last().click();

    await expect.poll(() => shownIn(page, 'Penerimaan'), { timeout: 30_000 }).toBe(formatCount(collected, 'id-ID'));
    const period = await periodOfLastMonth();
    expect(period.status).toBe('closed');
    expect(await shownIn(page, 'Imbal jasa')).toBe(formatCount(period.commission_total, 'id-ID'));
    expect(await shownIn(page, 'Peninjauan dibuka')).toBe('1');
    await page.locator('.v-form button', { hasText: 'Tutup bulan' }).waitFor({ state: 'hidden' });
    await expectToRead(page.locator('.notifications-group'), '“Tutup bulan” selesai');
    const statements = await read<Commission[]>(`/items/commission?${ofBranch}&filter[month][_eq]=${lastMonth}`);
    for (const { net } of statements) await expectToRead(form(page), inRupiah(net));
    await page.getByText('“Tutup bulan” selesai').waitFor({ state: 'hidden' });
    await takePicture(page, 'month-closed');

    await page
      .locator('.module-bar button, #navigation button')
      .filter({ has: page.locator('[data-icon="notifications"]') })
      .click();
    await expectToRead(page.locator('.v-drawer'), `${inWords(lastMonth)} sudah ditutup`);
  });

  it('is told in Indonesian that the month is closed already', async () => {
    const { page } = await enter('head');
    await page.goto(`/admin/content/period/${(await periodOfLastMonth()).id}`);
    await page.getByText('Kumpulan Alur').click();
    await page.locator('#sidebar button, aside button', { hasText: 'Tutup bulan' }).click();
    await confirmation(page).locator('button').last().click();
    const refused = page.locator('.v-card', { hasText: 'sudah ditutup' });
    await expectToRead(refused, `Bulan ${inWords(lastMonth)} sudah ditutup. Tidak ada yang berubah`);
    expect(await refused.innerText()).not.toContain('errors.');
  });

  it('sees in monev what the API says of the closed month, and the kader of three months of nothing under review', async () => {
    const { page } = await enter('head', { height: 1000, closed: 'side' });
    await openMonev(page);
    await choose(page, { 'Bulan terakhir': inWords(lastMonth) });

    const span = `&measure=collection&from=${lastMonth}&to=${lastMonth}`;
    const { total, average, above, rows } = await monev<AttainmentAnswer>(`attainment?${span}`);
    const attainment = panel(page, 'Realisasi terhadap target');
    expect(total.realised).toBe(collected);
    await expectToRead(attainment, `${inShort(total.realised)} dari ${inShort(total.target)}`);
    await expectToRead(attainment, `${inPercent(total.attainment)} · rasio jumlah`);
    await expectToRead(attainment, `rata-rata ${average?.kader} kader ${inPercent(average?.attainment ?? null)}`);
    await expectToRead(attainment, `kader di atas 100% ${above}`);
    for (const { name, attainment: reached, realised, target } of rows) {
      await expectToRead(attainment, `${name} ${inPercent(reached)} ${inShort(realised)} / ${inShort(target)}`);
    }

    const ranking = await monev<RankingAnswer>(`ranking?count=15${span}`);
    for (const { kader, attainment: reached } of ranking.rows) {
      await expectToRead(panel(page, 'Peringkat kader'), `${kader.name} ${inPercent(reached)}`);
    }

    const watched = panel(page, 'Tanpa penerimaan').locator('tbody tr', { hasText: warned });
    await expectToRead(watched, 'Peninjauan dibuka');
    await attainment.getByRole('button', { name: 'Pilih cabang, wilayah, dan bulan' }).click();
    await takePicture(page, 'monev');
    await watched.getByText('Peninjauan dibuka').click();
    await page.waitForURL(/partnership_review\/\d+$/);
    await expectToRead(form(page), warned);
  });
});

describe('a kader', () => {
  it('signs in to own families and own earnings only', async () => {
    const { page } = await enter('kader', { byForm: true });
    const own = await readOne<{ kader: { id: number; name: string; code: string } }>(
      '/users?fields=kader.id,kader.name,kader.code&filter[email][_eq]=kader@kader.example.com',
    );
    const lists = { binaan: 'Kader sekarang', commission: 'Kader', collection: 'Dikreditkan kepada' };
    for (const [list, column] of Object.entries(lists)) {
      await openList(page, list);
      await page.locator('tbody tr').first().waitFor();
      const headings = (await page.locator('thead th').allInnerTexts()).map(readable);
      const holders = await page.locator(`tbody tr td:nth-child(${headings.indexOf(column) + 1})`).allInnerTexts();
      expect([...new Set(holders.map(readable))]).toEqual([`${own.kader.name} · ${own.kader.code}`]);
      const counted = await readOne<{ count: string }>(
        `/items/${list}?aggregate[count]=*&filter[kader][_eq]=${own.kader.id}`,
      );
      await expectToRead(page.locator('.item-count'), counted.count);
    }
  });
});
