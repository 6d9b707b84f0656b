import { describe, expect, it } from 'vitest';
import { expectToRead, readable } from './browser.ts';
import { branchNamed } from './demo-books.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

describe('the people of monev', () => {
  it('are 57 of 840 in Pekanbaru 2017, with who joined, who left, and why', async () => {
    const { page, problems } = await enter('administrator');
    await openMonev(page);
    await choose(page, { 'Kantor cabang': (await branchNamed('KC-PKU')).name });
    const workforce = panel(page, 'Jumlah kader');
    await expectToRead(workforce, '6,8% dari target, akhir November 2017 57 dari 840');
    await expectToRead(workforce, 'bergabung +65 berakhir −8');
    await expectToRead(workforce, 'Keinginan sendiri 3 37,5% dari yang berakhir');

    await workforce.getByRole('button', { name: /Keinginan sendiri: 3 dari 8/ }).click();
    await page.waitForURL(/\/content\/kader\?bookmark/);
    await expect.poll(() => page.locator('tbody tr.table-row').count()).toBe(3);
    expect(problems).toEqual([]);
  });

  it('are named with their early signs only when the head asks for it, each reason leading to its records', async () => {
    const { page, problems } = await enter('head');
    await openMonev(page);
    const early = panel(page, 'Perlu dilihat lebih dulu');
    await expectToRead(early, 'kader dengan tanda awal');
    await expectToRead(early, 'Bahan pembicaraan, bukan penilaian');
    expect(await early.locator('.people').count()).toBe(0);

    await early.getByRole('button', { name: 'Perlihatkan nama dan alasan' }).click();
    const reason = early.locator('.reasons button').filter({ hasText: 'janji bayar' }).first();
    const [broken] = readable(await reason.innerText()).split(' ');
    await reason.click();
    await page.waitForURL(/\/content\/activity\?bookmark/);
    await expect.poll(() => page.locator('tbody tr.table-row').count()).toBe(Math.min(25, Number(broken)));
    expect(problems).toEqual([]);
  });
});
