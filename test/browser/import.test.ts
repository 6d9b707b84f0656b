import type { Locator, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import type { Binaan } from '../../extensions/kader-jkn/src/contract/records.ts';
import { guessMapping } from '../../extensions/kader-jkn/src/core/list-columns.ts';
import { expectToRead } from './browser.ts';
import { branchCode, ofBranch, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { chooseNow, field } from './form.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** The first page of a visitor may be the first that the browser loads at all. */
const slowStart = 60_000;

const intake = (page: Page): Locator => page.locator('.v-form section.import');
const button = (page: Page, name: string): Locator => intake(page).locator('button', { hasText: name });
const kkNumbers = ['3372010101179001', '3372010101179002', '3372010101179003'];

/** A list as a branch gets it from BPJS: a title, headings of its own, and a row that cannot be taken in. */
const list = [
  'DAFTAR PESERTA PBPU MENUNGGAK;;;',
  '',
  'No;No KK;NOKAPST;Nama Kepala Keluarga;Jml Peserta;Kls;Bln Menunggak;Jml Tunggakan;No VA',
  `1;${kkNumbers[0]};0001;Siti Impor;3;III;12;Rp 1.260.000,00;8888800000090001`,
  `2;${kkNumbers[1]};0002;Budi Impor;2;II;3;600.000;8888800000090002`,
  `3;${kkNumbers[2]};0003;Tri Impor;dua;II;3;600.000;8888800000090003`,
];

async function familiesOfList(): Promise<Binaan[]> {
  return await read(`/items/binaan?${ofBranch}&filter[kk_number][_in]=${kkNumbers.join()}&sort=kk_number`);
}

/** A source of the branch whose lists have these columns. */
async function rememberColumns(name: string): Promise<void> {
  const { admin } = await demoInstance();
  const { id: branch } = await readOne<{ id: number }>(`/items/branch?fields=id&filter[code][_eq]=${branchCode}`);
  const mapping = guessMapping(list[2]?.split(';') ?? []);
  const { status, body } = await admin.post('/items/import_source', { name, branch, mapping });
  expect(status, JSON.stringify(body)).toBe(200);
}

/** Up to the check of the list, as somebody who was never told how. */
async function uploadList(page: Page): Promise<void> {
  await page.goto('/admin/content/import_batch/+');
  await intake(page).waitFor({ timeout: slowStart });
  await expectToRead(intake(page), 'Isi dulu "Daftar per tanggal"');
  await chooseNow(page, 'Daftar per tanggal');
  await expectToRead(intake(page), 'Unggah dulu berkasnya');
  await field(page, 'Berkas CSV atau XLSX').locator('.interface .v-input, .interface button').first().click();
  await page.locator('.v-menu-content .v-list-item', { hasText: /unggah berkas dari perangkat/i }).click();
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name: 'daftar-agustus.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(list.join('\r\n')),
    });
  await button(page, 'Lanjutkan: periksa daftar').click();
  await page.waitForURL(/import_batch\/\d+$/);
  await expectToRead(intake(page), 'Hasil pemeriksaan');
}

describe('a list of families', () => {
  // Nothing rests on these families: the demo is as it was.
  afterAll(async () => {
    expect(await familiesOfList()).toEqual([]);
  });

  it('is uploaded, checked, taken in, mended, and undone by staff, without help', async () => {
    const { page, problems } = await enter('staff', { height: 1100 });
    await uploadList(page);
    const shown = intake(page);
    await expectToRead(shown, '7 kolom dikenali dari judulnya');
    await expectToRead(shown, '3 baris di berkas ini diperiksa');
    await expectToRead(shown.locator('.faults'), 'Jumlah peserta');
    await expectToRead(shown.locator('.faults'), 'baris 6: “dua”');

    await button(page, 'Masukkan daftar').click();
    await expectToRead(shown.locator('.result'), '2 keluarga dari daftar ini sudah masuk');
    await expectToRead(shown.locator('.result'), 'Bukan bilangan bulat');
    expect(await familiesOfList()).toMatchObject([
      { head_name: 'Siti Impor', members: 3, class: 3, listed_months: 12, listed_amount: 1_260_000 },
      { head_name: 'Budi Impor', members: 2, class: 2, listed_months: 3, listed_amount: 600_000 },
    ]);

    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Unduh baris ditolak').click()]);
    const [sheet] = await readXlsxFile(await file.path());
    expect(sheet?.data[1]?.slice(0, 5)).toEqual(['3', kkNumbers[2], '0003', 'Tri Impor', 'dua']);

    await button(page, 'Batalkan impor ini').click();
    await page.locator('.v-card button', { hasText: 'Batalkan impor ini' }).click();
    await expectToRead(shown, 'Daftar ini sudah dibatalkan');
    expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
  });

  it('is known by its columns the next time, at a phone and in the dark', async () => {
    const { page } = await enter('staff', { width: 390, dark: true, closed: 'both' });
    await rememberColumns('Kedeputian VI');
    await uploadList(page);
    await expectToRead(intake(page), 'dikenali seperti daftar sebelumnya dari "Kedeputian VI"');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
