import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** The newest closed month that the visitor may read, and its totals. */
async function newestClosed(page: Page): Promise<{ id: number; month: string; collected: string }> {
  const query = 'filter[status][_neq]=open&sort=-month&limit=1&fields=id,month,collected';
  const answer = await page.request.get(`/items/period?${query}`);
  return (await answer.json()).data[0];
}

async function downloaded(page: Page, button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return new Uint8Array(await readFile(await download.path()));
}

describe('the monev report', () => {
  it.each([
    { width: 1280, height: 900 },
    { width: 390, height: 844, dark: true, closed: 'both' as const },
  ])('is made by the head with one button and downloaded as PDF and XLSX, at $width px', async (screen) => {
    const { page, problems } = await enter('head', screen);
    await page.goto('/admin/content/period');
    const { id, month, collected } = await newestClosed(page);
    await page.goto(`/admin/content/period/${id}`);
    const reports = page.locator('.v-table tbody tr', { hasText: '0.1.0' });
    const button = page.getByText('Buat Laporan Monev', { exact: true }).first();
    await button.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const before = await reports.count();
    await button.click();
    await expect.poll(() => reports.count(), { timeout: 30_000 }).toBe(before + 1);

    const answer = await page.request.get('/items/monev_report?sort=-id&limit=1&fields=id,month');
    const { data } = await answer.json();
    expect(data).toMatchObject([{ month }]);
    await page.goto(`/admin/content/monev_report/${data[0].id}`);
    const { text } = await extractText(await getDocumentProxy(await downloaded(page, 'Unduh PDF')));
    const written = Number(collected).toLocaleString('id-ID');
    expect(text[0]?.replaceAll(/\s+/g, ' ')).toContain(`Rp ${written}`);
    const sheets = await readWorkbook(Buffer.from(await downloaded(page, 'Unduh XLSX')));
    const main = sheets.find(({ sheet }) => sheet === 'Angka pokok')?.data;
    expect(main?.[1]?.slice(0, 2)).toEqual([month, Number(collected)]);
    expect(problems.filter((problem) => !problem.includes('/favicon.ico'))).toEqual([]);
  });
});
