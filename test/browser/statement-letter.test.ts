import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

describe('the letter of a statement', () => {
  it.each([
    { width: 1280, height: 900 },
    { width: 390, height: 844, dark: true, closed: 'both' as const },
  ])('is downloaded by its kader with one button, at $width px', async (screen) => {
    const { page, problems } = await enter('kader', screen);
    await page.goto('/admin/content/commission');
    await page.locator('tbody tr.table-row').first().click();
    const button = page.getByRole('button', { name: 'Unduh PDF' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toMatch(/^imbal-jasa-\d{4}-\d{2}-CTH-001\.pdf$/);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(await download.path()))));
    expect(text[0]).toContain('Rincian imbal jasa');
    // Chromium may ask for an icon before the app names its own.
    expect(problems.filter((problem) => !problem.includes('/favicon.ico'))).toEqual([]);
  });
});
