import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ownDashboardId, regionDashboardId } from '../../extensions/kader-jkn/src/contract/access.ts';
import { dashboards } from '../../seeds/reference/dashboards.ts';
import { expectToRead, takePicture } from './browser.ts';
import { branchNamed } from './demo-books.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** Panels that say that something went wrong, or that they may not answer. */
async function complaints(page: Page): Promise<string[]> {
  return await page.locator('.kader-monev [role=alert]').allTextContents();
}

async function expectEveryPanel(page: Page, id: string): Promise<void> {
  const seeded = dashboards.find((one) => one.id === id);
  for (const { name } of seeded?.panels ?? []) {
    await panel(page, name).locator('.kader-monev').waitFor();
    // an answer: a picture with its words, or what there is to do
    const said = (await panel(page, name).locator('.kader-monev').innerText()).trim();
    expect(said.length, name).toBeGreaterThan(20);
  }
  expect(await complaints(page)).toEqual([]);
}

describe('every panel of every dashboard', () => {
  it.each([
    ['head', 'Monev', null],
    ['auditor', 'Monev wilayah', 'monev-region'],
    ['kader', 'Capaian saya', 'monev-own'],
  ] as const)(
    'answers the %s on "%s", in the light and in the dark, wide and on a phone',
    async (role, name, picture) => {
      const { id = '' } = dashboards.find((one) => one.name === name) ?? {};
      const { page, problems } = await enter(role, { width: 1280, height: 1000, closed: 'both' });
      await openMonev(page, id);
      for (const [width, height] of [
        [1280, 1000],
        [390, 844],
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme });
          await page.locator(`body.${colorScheme}`).waitFor();
          await expectEveryPanel(page, id);
          if (picture && colorScheme === 'light') await takePicture(page, `${picture}-${width}`);
        }
      }
      expect(problems).toEqual([]);
    },
  );

  it('has for every panel a table of the same figures, and a file of them', async () => {
    const { page } = await enter('head', { width: 1280, height: 1000, closed: 'both' });
    await openMonev(page);
    for (const tile of await page.locator('.v-workspace-tile:has(.kader-monev)').all()) {
      const name = (await tile.locator('.name').innerText()).trim();
      const asTable = tile.getByRole('button', { name: 'Lihat sebagai tabel' });
      if ((await asTable.count()) === 0) continue;
      await asTable.click();
      await tile.locator('table').waitFor();
      expect(await tile.locator('tbody tr').count(), name).toBeGreaterThan(0);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        tile.getByRole('button', { name: 'Simpan CSV' }).click(),
      ]);
      expect(file.suggestedFilename(), name).toMatch(/\.csv$/);
    }
  });
});

describe('the kader on "Capaian saya"', () => {
  it('sees their own figures, and of nobody else', async () => {
    const { page } = await enter('kader', { width: 390, height: 844, closed: 'both' });
    await openMonev(page, ownDashboardId);
    await expectToRead(panel(page, 'Capaian saya'), 'Sri Nasution');
    const read = await page.locator('.main-content-container').innerText();
    for (const other of ['Dewi Utami', 'Ahmad Handayani', 'Yanti Iskandar']) expect(read).not.toContain(other);
    await page.goto(`/admin/insights/${regionDashboardId}`);
    await page.waitForTimeout(1500);
    expect(await page.locator('.kader-monev').count()).toBe(0);
  });
});

describe('the programmes as they were, on the new panels', () => {
  it('shows what Pekanbaru paid for what it collected, and who was there', async () => {
    const { page } = await enter('administrator', { width: 1280, height: 1000 });
    await openMonev(page);
    await choose(page, { 'Kantor cabang': (await branchNamed('KC-PKU')).name });
    await choose(page, { 'Bulan terakhir': 'November 2017' });
    await expectToRead(panel(page, 'Imbal jasa terhadap penerimaan'), '12,6% dari penerimaan');
    await expectToRead(panel(page, 'Jumlah kader'), '57 dari 840');
  });
});
