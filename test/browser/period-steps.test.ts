import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../extensions/kader-jkn/src/contract/records.ts';
import { formatMonth } from '../../extensions/kader-jkn/src/studio/format.ts';
import { expectToRead } from './browser.ts';
import { ofBranch, read } from './demo-books.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

const steps = (page: Page): Locator => page.locator('.v-form section.steps');
const button = (page: Page, name: string): Locator => steps(page).locator('button', { hasText: name });
const dialog = (page: Page): Locator => page.locator('.v-dialog .v-card, .v-card').last();

/** The month that waits for its approval. */
async function closedMonth(): Promise<Period> {
  const [period] = await read<Period[]>(`/items/period?${ofBranch}&filter[status][_eq]=closed&sort=month&limit=1`);
  if (period === undefined) throw new Error('The demo has no month to approve.');
  return period;
}

async function openMonth(page: Page, { id }: Period): Promise<void> {
  await page.goto(`/admin/content/period/${id}`);
  await steps(page).locator('li.current').waitFor();
}

describe('the steps of a month', () => {
  it('tell whoever closed it that another must approve, at every width and in the dark', async () => {
    const period = await closedMonth();
    for (const width of [1280, 390]) {
      const { page, problems } = await enter('head', { width, dark: width === 390, closed: 'both' });
      await openMonth(page, period);
      await expectToRead(steps(page), `Yang menutup ${formatMonth(period.month, 'id-ID')} tidak boleh menyetujuinya`);
      expect(await button(page, 'Setujui').isDisabled()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
    }
  });

  it('are only shown to staff', async () => {
    const { page } = await enter('staff');
    await openMonth(page, await closedMonth());
    await expectToRead(steps(page).locator('li.current'), 'Ditutup');
    expect(await steps(page).locator('.buttons').count()).toBe(0);
  });

  it('go from the approval over the payout file to the payment', async () => {
    const { page } = await enter('administrator', { height: 1000 });
    const period = await closedMonth();
    await openMonth(page, period);
    await button(page, 'Setujui').click();
    await expectToRead(dialog(page), 'disetujui atas nama Anda');
    await dialog(page).locator('button', { hasText: 'Setujui' }).click();
    await expectToRead(steps(page).locator('li.current'), 'Disetujui');

    for (const format of ['csv', 'xlsx']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        button(page, `Unduh berkas pembayaran ${format.toUpperCase()}`).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`imbal-jasa-KC-CTH-${period.month}.${format}`);
    }

    await button(page, 'Tandai dibayar').click();
    await dialog(page).locator('input').first().fill('TRX-0001');
    await dialog(page).locator('button', { hasText: 'Tandai dibayar' }).click();
    await expectToRead(steps(page).locator('li.current'), 'Bukti TRX-0001');
    const [stored] = await read<Period[]>(`/items/period?filter[id][_eq]=${period.id}`);
    expect(stored).toMatchObject({ status: 'paid', payment_reference: 'TRX-0001' });
  });
});
