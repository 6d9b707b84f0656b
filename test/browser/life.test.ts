import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectToRead } from './browser.ts';
import { branchCode, branchNamed, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

const life = (page: Page): Locator => page.locator('.v-form section.life');
const button = (page: Page, name: string): Locator => life(page).locator('.buttons button', { hasText: name });
const dialog = (page: Page): Locator => page.locator('.v-dialog .v-card, .v-card').last();
const attendance = (page: Page): Locator => page.locator('.v-form section.attendance');

const name = 'Siti Calon Uji';
let candidate: number;
let training: number;

/** So many days from now in WIB. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

async function make(path: string, fields: object): Promise<number> {
  const { admin } = await demoInstance();
  const { status, body } = await admin.post(path, fields);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

beforeAll(async () => {
  const { id: branch } = await branchNamed(branchCode);
  candidate = await make('/items/kader', { branch, code: 'CTH-UJI', name });
  const topics = await read<{ code: string }[]>('/items/training_topic?fields=code');
  training = await make('/items/training', {
    ...{ branch, title: 'Pembekalan uji', held_on: dayFromNow(-1), topics: topics.map(({ code }) => code) },
  });
});

// The demo is as it was for whoever counts its kader next.
afterAll(async () => {
  const { admin } = await demoInstance();
  for (const collection of ['training_attendance', 'kader_event']) {
    const rows = await read<{ id: number }[]>(`/items/${collection}?filter[kader][_eq]=${candidate}&fields=id`);
    if (rows.length > 0)
      await admin.delete(
        `/items/${collection}`,
        rows.map(({ id }) => id),
      );
  }
  expect((await admin.delete(`/items/training/${training}`)).status).toBe(204);
  expect((await admin.delete(`/items/kader/${candidate}`)).status).toBe(204);
});

async function openKader(page: Page): Promise<void> {
  await page.goto(`/admin/content/kader/${candidate}`);
  await life(page).locator('li.current').waitFor();
}

async function confirm(page: Page, step: string): Promise<void> {
  await dialog(page).locator('button', { hasText: step }).last().click();
}

const stored = () => readOne<Record<string, unknown>>(`/items/kader?filter[id][_eq]=${candidate}`);

describe('a candidate', () => {
  it('shows what is missing, at every width and in the dark', async () => {
    for (const width of [1280, 390]) {
      const { page, problems } = await enter('head', { width, dark: width === 390, closed: 'both' });
      await openKader(page);
      await expectToRead(life(page).locator('li.current'), 'Calon');
      await expectToRead(life(page), 'Nomor kontrak belum ada');
      await expectToRead(life(page), 'Pelatihan kurang: Konsep JKN');
      expect(await button(page, 'Aktifkan').isDisabled()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(problems).toEqual([]);
    }
  });

  it('is written down as present among many', async () => {
    const { page } = await enter('head');
    await page.goto(`/admin/content/training/${training}`);
    await attendance(page).locator('input[type=search]').fill('CTH-UJI');
    await attendance(page).locator('button', { hasText: 'Semua calon hadir' }).click();
    await attendance(page).locator('button', { hasText: 'Simpan kehadiran' }).click();
    await expectToRead(page.locator('body'), 'Kehadiran tersimpan: 1 hadir');
    const [row] = await read<object[]>(`/items/training_attendance?filter[kader][_eq]=${candidate}`);
    expect(row).toMatchObject({ training, present: true });
  });

  it('goes from the briefing over the contract into the field', async () => {
    const { page } = await enter('head', { height: 1000 });
    await openKader(page);
    await button(page, 'Catat penjelasan').click();
    await confirm(page, 'Catat penjelasan');
    await expectToRead(life(page).locator('li.current'), 'Diberi penjelasan');

    await button(page, 'Isi kontrak').click();
    const field = (label: string) => dialog(page).locator('fieldset', { hasText: label });
    await field('Nomor kontrak').locator('input').fill('099/KADER/CTH');
    await field('Sampai').locator('button').first().click();
    await page.locator('.v-date-picker .calendar-today-button').click();
    await page.locator('legend', { hasText: 'Nomor kontrak' }).click();
    await confirm(page, 'Isi kontrak');
    await expectToRead(life(page).locator('li.current'), '099/KADER/CTH');

    await button(page, 'Aktifkan').click();
    await confirm(page, 'Aktifkan');
    await expectToRead(life(page).locator('li.current'), 'Aktif');
    await expectToRead(life(page).locator('li.current'), 'Pelatihan: 6 dari 6 materi');
    expect(await stored()).toMatchObject({ status: 'active', joined_on: dayFromNow(0) });
  });
});

describe('a kader', () => {
  it('who was mistreated is reported, and the line says that nobody followed it up', async () => {
    const { page } = await enter('staff');
    await openKader(page);
    expect(await button(page, 'Akhiri kemitraan').count()).toBe(0);
    await button(page, 'Laporkan perlakuan buruk').click();
    await dialog(page)
      .locator('fieldset', { hasText: 'Apa yang terjadi' })
      .locator('input')
      .fill('Diusir dengan kasar');
    await confirm(page, 'Laporkan perlakuan buruk');
    await expectToRead(life(page), 'belum ditindaklanjuti: 1');
    const notices = await read<object[]>(`/notifications?filter[subject][_contains]=${name}&fields=recipient`);
    expect(notices).not.toEqual([]);
  });

  it('ends by a decision of the head, who is asked about the families', async () => {
    const { page } = await enter('head', { height: 1000 });
    await openKader(page);
    await button(page, 'Akhiri kemitraan').click();
    await expectToRead(dialog(page), 'Kader ini tidak memegang keluarga');
    await dialog(page).locator('fieldset', { hasText: 'Alasan' }).locator('.v-input').click();
    await page.locator('.v-menu-content .v-list-item', { hasText: 'Keinginan sendiri' }).click();
    await confirm(page, 'Akhiri kemitraan');
    await expectToRead(life(page).locator('li.current'), 'Berakhir');
    await expectToRead(life(page), 'Keinginan sendiri');
    expect(await stored()).toMatchObject({ status: 'ended', end_reason: 'own_wish', ended_on: dayFromNow(0) });
  });
});
