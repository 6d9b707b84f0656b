import { expect, it } from 'vitest';
import type { Mute } from '../../extensions/kader-jkn/src/contract/contact-records.ts';
import type { Binaan, Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { expectToRead, patience } from './browser.ts';
import { read } from './demo-books.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const until = daysAfter(dateOf(new Date(), 'Asia/Jakarta'), 30);
const address = 'RT 09 RW 02, samping masjid';

/** A family of its own kind in this file: no published figure rests on it. */
async function familyBy(filter: string): Promise<Binaan> {
  const [family] = await read<Binaan[]>(`/items/binaan?${filter}&sort=-id&limit=1`);
  if (family === undefined) throw new Error(`The demo has no family with ${filter}.`);
  return family;
}

it('lets a kader go through the families on a phone, and staff take over what differs', async () => {
  const { page, problems, leave } = await enter('kader', { width: 390, height: 844, closed: 'both' });
  await page.goto('/admin/kader-work/pemetaan');
  const card = page.locator('article.card');
  const first = await card.locator('h2').innerText();
  await card.getByRole('button', { name: 'Semua benar' }).click();
  await expect.poll(() => card.locator('h2').innerText(), { timeout: patience }).not.toBe(first);
  const second = await card.locator('h2').innerText();
  await card.getByRole('button', { name: 'Ada yang berbeda' }).click();
  await card.locator('textarea').fill(address);
  await card.getByRole('button', { name: 'Simpan koreksi' }).click();
  await expect.poll(() => card.locator('h2').innerText(), { timeout: patience }).not.toBe(second);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(problems).toEqual([]);
  await leave();

  const desk = await enter('staff');
  await desk.page.goto('/admin/kader-work/pemetaan');
  const waiting = desk.page.locator('.check', { hasText: second }).first();
  await expectToRead(waiting, address);
  await waiting.getByRole('button', { name: 'Terima yang dicentang' }).click();
  await waiting.waitFor({ state: 'detached' });
  expect((await familyBy(`filter[address][_eq]=${encodeURIComponent(address)}`)).head_name).toBe(second);
  expect(desk.problems).toEqual([]);
});

it('leaves a family alone once the head approves what staff asked', async () => {
  const family = await familyBy(
    'filter[branch][code][_eq]=KC-CTH&filter[status][_eq]=active&filter[contacts][_none][id][_nnull]=true',
  );
  const desk = await enter('staff');
  await desk.page.goto(`/admin/content/binaan/${family.id}`);
  const tab = desk.page.locator('[role=tab], .v-tab', { hasText: 'Kontak' }).first();
  await tab.click({ timeout: 3 * patience });
  const hour = new Date(Date.now() + 7 * 3_600_000).getUTCHours();
  const mayNow = hour >= 8 && hour < 20;
  await expectToRead(
    desk.page.locator('.rules'),
    mayNow ? 'Keluarga ini boleh dihubungi' : 'Keluarga hanya dihubungi dari jam',
  );
  await desk.page.getByRole('button', { name: 'Minta jeda kontak' }).click();
  await desk.page.locator('.v-card input[type=date]').fill(until);
  await desk.page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await expectToRead(desk.page.locator('.rules'), 'menunggu keputusan kepala penagihan');
  expect(desk.problems).toEqual([]);
  await desk.leave();

  const { id } = await newestMute(family.id);
  const head = await enter('head', { dark: true });
  await head.page.goto(`/admin/content/mute/${id}`);
  await head.page.getByRole('button', { name: 'Setujui' }).click({ timeout: 3 * patience });
  await head.page.getByRole('button', { name: 'Akhiri sekarang' }).waitFor();
  expect((await familyBy(`filter[id][_eq]=${family.id}`)).status).toBe('muted');
  await head.page.getByRole('button', { name: 'Akhiri sekarang' }).click();
  await head.page.getByRole('button', { name: 'Akhiri sekarang' }).waitFor({ state: 'detached' });
  expect((await familyBy(`filter[id][_eq]=${family.id}`)).status).toBe('active');
  expect(head.problems).toEqual([]);
});

async function newestMute(family: Id): Promise<Mute> {
  const [mute] = await read<Mute[]>(`/items/mute?filter[binaan][_eq]=${family}&sort=-id&limit=1`);
  if (mute === undefined) throw new Error('No mute was asked for.');
  return mute;
}
