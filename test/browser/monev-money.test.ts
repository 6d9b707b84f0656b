import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectToRead, patience } from './browser.ts';
import { branchNamed } from './demo-books.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** How many records the list counts that a mark leads to. */
async function listed(page: Page, mark: Locator): Promise<number> {
  await mark.click();
  await page.waitForURL(/bookmark=/);
  const said = page.getByText(/dari [\d.]+ rekaman tersaring|[\d.]+ Filtered Items?/).first();
  await said.waitFor({ timeout: patience });
  const figures = (await said.innerText()).match(/[\d.]+/g) ?? [];
  return Number(figures.at(-1)?.replaceAll('.', ''));
}

describe('money and arrears lead to their records', () => {
  it('leads the head from a band and from a place to exactly the families that it counts', async () => {
    const { page, problems } = await enter('head');
    for (const label of ['24 bulan ke atas', '12–23 bulan', 'Tingkir']) {
      await openMonev(page);
      const mark = panel(page, 'Umur tunggakan').locator('li button', { hasText: label });
      const [families = ''] = /[\d.]+ KK/.exec((await mark.locator('.aside').innerText()) ?? '') ?? [];
      const counted = Number(families.replace(' KK', '').replaceAll('.', ''));
      expect(counted).toBeGreaterThan(0);
      expect([label, await listed(page, mark)]).toEqual([label, counted]);
    }
    expect(problems).toEqual([]);
  });

  it('leads from a month of the trend to its payments, by keyboard too', async () => {
    const { page } = await enter('head');
    await openMonev(page);
    const month = panel(page, 'Penerimaan dari bulan ke bulan').locator('.marks button').nth(2);
    await month.focus();
    expect(await month.getAttribute('title')).toMatch(/: Rp [\d.]+, target Rp/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/content\/collection\?bookmark=/);
  });
});

describe('the programmes as they were', () => {
  it('shows the imbal jasa of Pekanbaru and the published arrears of Semarang', async () => {
    const { page } = await enter('administrator');
    await openMonev(page);
    await choose(page, { 'Kantor cabang': (await branchNamed('KC-PKU')).name });
    const cost = panel(page, 'Imbal jasa terhadap penerimaan');
    await expectToRead(cost, 'imbal jasa, 12,6% dari penerimaan Rp 4 jt dari Rp 31,6 jt');
    expect(await cost.locator('dl > div').first().getAttribute('title')).toBe(
      'Rp 3.969.000 dari Rp 31.622.000 (12,55%)',
    );
    await expectToRead(panel(page, 'Penerimaan dari bulan ke bulan'), '0,19% dari target Rp 31,6 jt dari Rp 16,5 M');

    await choose(page, { 'Kantor cabang': (await branchNamed('KC-SMG')).name });
    await expectToRead(panel(page, 'Umur tunggakan'), 'keadaan 31 Juli 2018 Rp 74 M');
    await expectToRead(panel(page, 'Umur tunggakan'), 'tidak terinci');
  });
});
