import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuplicatePage, DuplicatePair } from '../../extensions/kader-jkn/src/contract/duplicates.ts';
import type { Assignment, Binaan, Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { expectToRead, patience } from './browser.ts';
import { branchCode, branchNamed, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const today = dateOf(new Date(), 'Asia/Jakarta');

/** Families of this file, two and two: nothing of the demo's figures rests on them, and they are gone after it. */
const families: Id[] = [];
let holder: Id;

async function makeFamily(number: number, told: { head_name: string; address: string }): Promise<Id> {
  const { admin } = await demoInstance();
  const { id: branch } = await branchNamed(branchCode);
  const { kader, area } = await readOne<{ kader: Id; area: Id }>(
    `/items/kader_area?fields=kader,area&filter[kader][branch][_eq]=${branch}&filter[kader][status][_eq]=active&sort=id`,
  );
  holder = kader;
  const { status, body } = await admin.post('/items/binaan', {
    ...{ branch, area, kader, members: 2, class: 3, status: 'active', source: 'list', ...told },
    ...{ kk_number: `33730101011790${number}`, va_number: `88888000000790${number}` },
    ...{ listed_months: 5, listed_amount: 350_000, listed_as_of: daysAfter(today, -10) },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  families.push(body.data.id);
  return body.data.id;
}

beforeAll(async () => {
  await makeFamily(11, { head_name: 'Zubaidah Uji Ganda', address: 'Jl. Kenanga Uji No. 17 RT 2/RW 3' });
  await makeFamily(12, { head_name: 'ZUBAEDAH UJI GANDA', address: 'Kenanga Uji 17 RT 02 RW 03' });
  await makeFamily(13, { head_name: 'Wartini Uji Kembar', address: 'Jl. Teratai Uji No. 5 RT 1/RW 9' });
  await makeFamily(14, { head_name: 'Wartinah Uji Kembar', address: 'Jl. Teratai Uji No. 5 RT 1/RW 9' });
});

afterAll(async () => {
  const { admin } = await demoInstance();
  for (const collection of ['family_duplicate', 'assignment'] as const) {
    const field = collection === 'assignment' ? 'binaan' : 'one';
    const rows = await read<{ id: Id }[]>(`/items/${collection}?filter[${field}][_in]=${families.join()}&fields=id`);
    for (const { id } of rows) expect((await admin.delete(`/items/${collection}/${id}`)).status).toBe(204);
  }
  for (const id of families) expect((await admin.delete(`/items/binaan/${id}`)).status).toBe(204);
});

const pairOf = (page: Page, name: string): Locator => page.locator('article.pair', { hasText: name });
const button = (within: Locator, name: string): Locator => within.locator('button', { hasText: name });
const dialog = (page: Page): Locator => page.locator('.v-dialog .v-card, .v-card').last();
const tab = (page: Page, name: string): Locator => page.locator('.states button', { hasText: name });
const familyOf = (id: Id | undefined) => readOne<Binaan>(`/items/binaan?filter[id][_eq]=${id}`);
const historyOf = (id: Id | undefined) => read<Assignment[]>(`/items/assignment?filter[binaan][_eq]=${id}&sort=id`);

async function openPage(page: Page): Promise<void> {
  await page.goto('/admin/kader-work/ganda');
  await page.locator('.duplicates .pairs').waitFor({ timeout: 3 * patience });
}

async function offered(id: Id | undefined): Promise<DuplicatePair | undefined> {
  const { pairs } = await read<DuplicatePage>('/kader-jkn/duplicates?status=open');
  return pairs.find(({ one }) => one.id === id);
}

describe('two records that may be one family', () => {
  it('are found by staff, looked at side by side, merged with their history, and parted again', async () => {
    const [first, second] = families;
    const { page, problems } = await enter('staff', { height: 1000 });
    await openPage(page);
    await button(page.locator('.duplicates'), 'Cari sekarang').click();
    const pair = pairOf(page, 'Zubaidah Uji Ganda');
    await pair.waitFor();
    const likeness = (await offered(first))?.likeness;
    await expectToRead(pair, `Nama dan alamat mirip ${likeness}%`);
    await expectToRead(pair.locator('tbody tr').first(), 'Zubaidah Uji Ganda ZUBAEDAH UJI GANDA');
    await expectToRead(pair.locator('tbody tr', { hasText: 'Alamat' }), 'berbeda');

    await button(pair, 'Pertahankan ini').first().click();
    await expectToRead(dialog(page), `Zubaidah Uji Ganda (Keluarga nomor ${first}) dipertahankan`);
    await expectToRead(dialog(page), 'Tidak ada pembayaran yang dipindah');
    expect((await familyOf(second)).status).toBe('active');
    await button(dialog(page), 'Gabungkan').click();
    await pair.waitFor({ state: 'detached' });
    expect(await familyOf(second)).toMatchObject({ status: 'merged', merged_into: first, kader: null, owed_amount: 0 });
    expect(await historyOf(second)).toMatchObject([{ kader: holder, to_date: expect.anything() }]);

    await tab(page, 'Digabung').click();
    await expectToRead(pair.locator('thead'), 'dipertahankan');
    await expectToRead(pair, 'Diputuskan Bima Staf Penagihan');
    await button(pair, 'Batalkan penggabungan').click();
    await pair.waitFor({ state: 'detached' });
    await tab(page, 'Menunggu keputusan').click();
    await pair.waitFor();
    expect(await familyOf(second)).toMatchObject({ status: 'active', merged_into: null, kader: holder });
    expect(problems).toEqual([]);
  });

  it('are called two families, with the reason, and not offered again', async () => {
    const third = families[2];
    const { page, problems } = await enter('staff', { width: 390, height: 844, closed: 'both', dark: true });
    await openPage(page);
    await button(page.locator('.duplicates'), 'Cari sekarang').click();
    const pair = pairOf(page, 'Wartini Uji Kembar');
    await button(pair, 'Memang dua keluarga').click();
    await dialog(page).locator('textarea').fill('Kakak beradik, satu alamat');
    await button(dialog(page), 'Simpan').click();
    await pair.waitFor({ state: 'detached' });
    const looked = page.waitForResponse((answer) => answer.url().endsWith('/duplicates/find'));
    await button(page.locator('.duplicates'), 'Cari sekarang').click();
    expect((await (await looked).json()).data).toEqual({ found: 0 });
    expect(await offered(third)).toBeUndefined();

    await tab(page, 'Memang berbeda').click();
    await expectToRead(pair, 'Kakak beradik, satu alamat');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(problems).toEqual([]);
  });

  it('are not shown to a kader', async () => {
    const { page } = await enter('kader');
    await page.goto('/admin/kader-work/ganda');
    await page.locator('.page').waitFor();
    expect(await page.locator('.duplicates').count()).toBe(0);
  });
});
