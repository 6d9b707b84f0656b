import { describe, expect, it } from 'vitest';
import { expectToRead, takePicture } from './browser.ts';
import { branchNamed } from './demo-books.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

describe('the dashboard Monev', () => {
  const screens = [
    { width: 1280, height: 1000, dark: false, picture: null },
    { width: 1280, height: 1000, dark: true, picture: 'monev-dark' },
    { width: 768, height: 1024, dark: false, picture: null },
    { width: 768, height: 1024, dark: true, picture: null },
    { width: 390, height: 844, dark: false, picture: 'monev-phone' },
    { width: 390, height: 844, dark: true, picture: null },
    { width: 320, height: 568, dark: false, picture: null },
  ];

  for (const { picture, ...screen } of screens) {
    it(`stands at ${screen.width} px ${screen.dark ? 'in the dark' : 'in the light'} without overflow or errors`, async () => {
      // On a phone both bars of the app lie over the page until they are closed.
      const { page, problems } = await enter('head', { ...screen, ...(screen.width < 1280 && { closed: 'both' }) });
      await openMonev(page);
      await expectToRead(panel(page, 'Realisasi terhadap target'), 'KC Contoh (fiktif)');
      const tooWide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.main-content-container, .kader-monev')]
          .filter((part) => part.scrollWidth > part.clientWidth + 1)
          .map((part) => `${part.className || part.tagName}: ${part.scrollWidth} > ${part.clientWidth}`),
      );
      expect(tooWide).toEqual([]);
      expect(problems).toEqual([]);
      if (picture) await takePicture(page, picture);
    });
  }
});

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
