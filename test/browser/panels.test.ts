import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectToRead, takePicture } from './browser.ts';
import { branchNamed } from './demo-books.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

describe('the dashboard Monev', () => {
  // On a phone both bars of the app lie over the page until they are closed.
  const windows = [
    { closed: undefined, sizes: [[1280, 1000]] },
    {
      closed: 'both',
      sizes: [
        [768, 1024],
        [390, 844],
        [320, 568],
      ],
    },
  ] as const;
  const pictures: Readonly<Record<string, string>> = { '1280 dark': 'monev-dark', '390 light': 'monev-phone' };

  for (const { closed, sizes } of windows) {
    const widths = sizes.map(([width]) => `${width}`).join(', ');
    it(`stands at ${widths} px, in the light and in the dark, without overflow or errors`, async () => {
      const [[width, height]] = sizes;
      const { page, problems } = await enter('head', { width, height, ...(closed && { closed }) });
      await openMonev(page);
      for (const [width, height] of sizes) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme });
          await page.locator(`body.${colorScheme}`).waitFor();
          await expectToRead(panel(page, 'Realisasi terhadap target'), 'KC Contoh (fiktif)');
          await expect.poll(() => tooWide(page), { message: `${width} ${colorScheme}` }).toEqual([]);
          expect(problems).toEqual([]);
          const picture = pictures[`${width} ${colorScheme}`];
          if (picture) await takePicture(page, picture);
        }
      }
    });
  }
});

/** What is wider than its place. */
async function tooWide(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.main-content-container, .kader-monev')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.className || part.tagName}: ${part.scrollWidth} > ${part.clientWidth}`),
  );
}

describe('the programmes as they were', () => {
  it('shows the figures of Pekanbaru 2017 and Surakarta 2021 to an administrator who chooses them', async () => {
    const { page } = await enter('administrator');
    await openMonev(page);

    await choose(page, { 'Kantor cabang': (await branchNamed('KC-PKU')).name });
    await expectToRead(panel(page, 'Realisasi terhadap target'), 'Mei–November 2017');
    await expectToRead(panel(page, 'Realisasi terhadap target'), '0,19% dari target Rp 31,6 jt dari Rp 16,5 M');
    await expectToRead(panel(page, 'Keluarga dikunjungi'), '13,2% dari target 1.187 dari 9.000');
    await expectToRead(panel(page, 'Jumlah kader'), '57 dari 840');

    await choose(page, { 'Kantor cabang': (await branchNamed('KC-SKA')).name });
    await choose(page, { 'Bulan terakhir': 'Desember 2021', Rentang: 'sejak Januari' });
    await expectToRead(panel(page, 'Realisasi terhadap target'), 'Januari–Desember 2021');
    await expectToRead(panel(page, 'Realisasi terhadap target'), 'rata-rata 45 kader 78,0%');
    await expectToRead(panel(page, 'Realisasi terhadap target'), 'kader di atas 100% 13');
    await expectToRead(panel(page, 'Peringkat kader'), '13 dari 45 kader di atas 100%');
    await expectToRead(panel(page, 'Peringkat kader'), 'Maryam Iskandar 100,0%');
  });
});
