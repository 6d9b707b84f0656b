import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectToRead, patience } from './browser.ts';
import { branchNamed } from './demo-books.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const funnelName = 'Dari daftar sampai membayar';

/** How many records the list counts that a mark leads to. */
async function listed(page: Page, mark: Locator): Promise<number> {
  await mark.click();
  await page.waitForURL(/bookmark=/);
  const said = page.getByText(/dari [\d.]+ rekaman/).first();
  await said.waitFor({ timeout: patience });
  return numbersIn(await said.innerText()).at(-1) ?? 0;
}

function numbersIn(text: string): number[] {
  return (text.match(/\d[\d.]*/g) ?? []).map((figure) => Number(figure.replaceAll('.', '')));
}

describe('the work in the field', () => {
  it('leads the head from a step, an outcome and a channel to exactly what they count', async () => {
    const { page, problems } = await enter('head');
    const marks: [panelName: string, mark: RegExp, counts: RegExp][] = [
      [funnelName, /^Dalam daftar: /, /: ([\d.]+) keluarga/],
      [funnelName, /^Rumah kosong: /, /: ([\d.]+) kontak/],
      ['Keluarga dihubungi per hari', /^Kunjungan: /, /: ([\d.]+) keluarga/],
    ];
    for (const [name, title, counts] of marks) {
      await openMonev(page);
      const mark = panel(page, name).getByRole('button', { name: title });
      const counted = numbersIn(counts.exec((await mark.getAttribute('title')) ?? '')?.[1] ?? '')[0];
      expect(counted).toBeGreaterThan(0);
      expect([name, await listed(page, mark)]).toEqual([name, counted]);
    }
    expect(problems).toEqual([]);
  });

  it('leads from a month of promises to those whose day lies in it', async () => {
    const { page } = await enter('head');
    await openMonev(page);
    const month = panel(page, 'Janji bayar').locator('.columns button').first();
    const [, ...counts] = numbersIn(((await month.getAttribute('title')) ?? '').split(';')[0] ?? '');
    expect(await listed(page, month)).toBe(counts.reduce((sum, count) => sum + count, 0));
  });

  it('holds the recovery of Semarang 2018 against 72% of 74 billion, and shows the visits of Pekanbaru 2017', async () => {
    const { page } = await enter('administrator');
    await openMonev(page);
    await choose(page, { 'Kantor cabang': (await branchNamed('KC-SMG')).name });
    await expectToRead(panel(page, funnelName), 'tunggakan Rp 74 M tertagih 0,0% dari target 72%');
    await choose(page, { 'Kantor cabang': (await branchNamed('KC-PKU')).name });
    await expectToRead(panel(page, funnelName), 'Mei–November 2017');
    await expectToRead(panel(page, funnelName), 'Dihubungi 1.187');
  });
});
