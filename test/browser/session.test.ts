import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankingAnswer } from '../../extensions/kader-jkn/src/contract/monev.ts';
import { addMonths } from '../../extensions/kader-jkn/src/core/period.ts';
import { formatMonth } from '../../extensions/kader-jkn/src/studio/format.ts';
import { demoAccounts } from '../../seeds/demo/accounts.ts';
import { type Client, createClient } from '../harness/client.ts';
import { expectToRead, readable, takePicture } from './browser.ts';
import { branchCode, branchNamed, lastMonth, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** The newest closed month, whose session the demo has planned for today. */
const month = addMonths(lastMonth, -1);
const monthName = formatMonth(month, 'id-ID');
const decided = 'Setiap kader memeriksa janji hari itu sebelum berangkat (uji)';
const aboutOne = 'Belajar bersama kader lain (uji)';
const answer = 'Saya baru belajar memakai aplikasinya.';

let branch: number;
let session: number;
let candidate: { id: number; name: string };
let review: number;
let earlier: { id: number; text: string };

interface Session {
  id: number;
  status: string;
}

/** The head, without a browser. */
async function headOf(url: string): Promise<Client> {
  const account = demoAccounts.find(({ role }) => role === 'head');
  const { body } = await createClient(url, null, null).post('/auth/login', {
    email: account?.email,
    password: account?.password,
  });
  return createClient(url, null, body.data.access_token);
}

beforeAll(async () => {
  const { admin, url } = await demoInstance();
  ({ id: branch } = await branchNamed(branchCode));
  ({ id: session } = await readOne<Session>(
    `/items/monev_session?filter[branch][_eq]=${branch}&filter[month][_eq]=${month}`,
  ));
  candidate = await readOne(`/items/kader?filter[code][_eq]=CTH-902&fields=id,name`);
  earlier = await readOne(
    `/items/monev_decision?filter[session][branch][_eq]=${branch}&filter[status][_eq]=open&filter[kader][_null]=true&fields=id,text`,
  );
  const told = { kader: candidate.id, evidence: 'Tidak hadir pada dua pelatihan (uji).' };
  const { status, body } = await admin.post('/items/partnership_review', told);
  expect(status, JSON.stringify(body)).toBe(200);
  review = body.data.id;
  const head = await headOf(url);
  expect((await head.patch(`/items/partnership_review/${review}`, { answer })).status).toBe(200);
});

// The demo's sessions are as they were for whoever looks next; a decided review stays.
afterAll(async () => {
  const { admin } = await demoInstance();
  const all = await read<Session[]>(`/items/monev_session?filter[branch][_eq]=${branch}&sort=-month&fields=id,status`);
  for (const { id, status } of all.filter((one) => one.id >= session)) {
    if (status === 'done') await admin.patch(`/items/monev_session/${id}`, { status: 'held' });
    for (const collection of ['monev_attendance', 'monev_decision']) {
      const rows = await read<{ id: number }[]>(`/items/${collection}?filter[session][_eq]=${id}&fields=id&limit=-1`);
      const keys = rows.map((row) => row.id);
      if (keys.length > 0) expect((await admin.delete(`/items/${collection}`, keys)).status).toBe(204);
    }
    if (id === session) await admin.patch(`/items/monev_session/${id}`, { status: 'planned', notes: null });
    else expect((await admin.delete(`/items/monev_session/${id}`)).status).toBe(204);
  }
  await admin.patch(`/items/monev_decision/${earlier.id}`, { status: 'open' });
  const events = await read<{ id: number }[]>(
    `/items/kader_event?filter[kader][_eq]=${candidate.id}&filter[kind][_eq]=warned&fields=id`,
  );
  await admin.delete(
    '/items/kader_event',
    events.map(({ id }) => id),
  );
});

const part = (page: Page): Locator => page.locator('.monev [role=tabpanel]');
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const dialog = (page: Page): Locator => page.locator('.review-decision');

async function openSession(page: Page, of = session): Promise<void> {
  await page.goto(`/admin/kader-work/monev?session=${of}`);
  await expectToRead(part(page), 'Di atas 100%');
}

async function openCoaching(page: Page): Promise<void> {
  await tab(page, 'Pembinaan').click();
  await part(page).getByText('Buka untuk saya').click();
  await expectToRead(part(page), 'Di bawah target');
}

async function fillDecision(form: Locator, page: Page, text: string): Promise<void> {
  await form.locator('textarea').fill(text);
  await form.locator('fieldset', { hasText: 'Batas waktu' }).locator('button').first().click();
  await page.locator('.v-date-picker .calendar-today-button').click();
  await form.locator('legend').first().click();
  await form.locator('button', { hasText: 'Simpan keputusan' }).click();
}

async function ranked(): Promise<RankingAnswer> {
  return await read(`/kader-jkn/monev/ranking?branch=${branch}&from=${month}&to=${month}`);
}

describe('the screen of the room', () => {
  it('names those above 100% and nobody below, at every width and in the dark', async () => {
    const { rows } = await ranked();
    for (const [width, dark] of [
      [1280, false],
      [1280, true],
      [768, false],
      [390, true],
      [320, false],
    ] as const) {
      const { page, problems, leave } = await enter('head', { width, height: 1100, dark, closed: 'both' });
      await openSession(page);
      await expectToRead(part(page), `Monev ${monthName}`);
      const text = readable(await part(page).innerText());
      for (const { kader, attainment } of rows) {
        if (attainment > 1) expect(text).toContain(kader.name);
        else expect(text).not.toContain(kader.name);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(problems).toEqual([]);
      if (width === 1280 && !dark) await takePicture(page, 'monev-session');
      if (width === 390) await takePicture(page, 'monev-session-phone');
      await leave();
    }
  });

  it('leads to no record, and asks the server for nothing in private', async () => {
    const { page } = await enter('head');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openSession(page);
    await tab(page, 'Pembinaan').click();
    await expectToRead(part(page), 'Bukan untuk layar ruangan');
    await page.waitForTimeout(500);
    expect(asked.some((url) => url.includes('view=private'))).toBe(false);
    await tab(page, 'Di ruangan').click();
    await expectToRead(part(page), 'Di atas 100%');
    expect(await part(page).locator('a').count()).toBe(0);
  });

  it('fills the whole screen, where decisions can still be written down', async () => {
    const { page } = await enter('head', { height: 1100 });
    await openSession(page);
    await part(page).locator('button', { hasText: 'Layar penuh' }).click();
    const leave = part(page).locator('button', { hasText: 'Keluar dari layar penuh' });
    await leave.waitFor();
    expect(
      await tab(page, 'Pembinaan')
        .click({ timeout: 500 })
        .catch(() => 'covered'),
    ).toBe('covered');
    await part(page).locator('button', { hasText: 'Tambah keputusan' }).click();
    const owner = part(page).locator('.decision-form fieldset', { hasText: 'Penanggung jawab' });
    await owner.locator('.v-input').click();
    await page.locator('.v-menu-content .v-list-item', { hasText: 'Staf Penagihan' }).click();
    await expect.poll(() => owner.locator('input').first().inputValue()).toContain('Staf Penagihan');
    await leave.click();
    await tab(page, 'Kehadiran').click();
    await expectToRead(part(page), 'Simpan kehadiran');
  });
});

describe('a whole session', () => {
  it('begins, marks who came, and takes up what was left open', async () => {
    const { page } = await enter('head', { height: 1100 });
    await openSession(page);
    await tab(page, 'Catatan').click();
    await part(page).locator('button', { hasText: 'Mulai sesi' }).click();
    await expectToRead(part(page), 'Sesi ini berlangsung.');

    await tab(page, 'Kehadiran').click();
    await part(page).locator('li').first().locator('button', { hasText: 'Izin' }).click();
    await part(page).locator('button', { hasText: 'Sisanya hadir' }).click();
    await part(page).locator('button', { hasText: 'Simpan kehadiran' }).click();
    await expectToRead(page.locator('body'), 'Kehadiran tersimpan');
    const rows = await read<{ status: string }[]>(`/items/monev_attendance?filter[session][_eq]=${session}&limit=-1`);
    expect(rows.filter(({ status }) => status === 'excused')).toHaveLength(1);
    expect(rows.filter(({ status }) => status === 'present')).toHaveLength(rows.length - 1);

    await tab(page, 'Di ruangan').click();
    const open = part(page).locator('.decisions li', { hasText: earlier.text });
    await open.locator('button', { hasText: 'Selesai' }).click();
    await open.locator('input').fill('Sudah diadakan di tiga desa');
    await open.locator('button', { hasText: 'Simpan' }).click();
    await expectToRead(part(page), 'Sudah diadakan di tiga desa');
    expect(await readOne(`/items/monev_decision?filter[id][_eq]=${earlier.id}`)).toMatchObject({ status: 'done' });
  });

  it('decides for all with an owner and a day', async () => {
    const { page } = await enter('head', { height: 1100 });
    await openSession(page);
    await part(page).locator('button', { hasText: 'Tambah keputusan' }).click();
    await fillDecision(part(page).locator('.decision-form'), page, decided);
    await expectToRead(part(page).locator('.decisions').last(), decided);
    const { owner, due_on } = await readOne<{ owner: string; due_on: string }>(
      `/items/monev_decision?filter[text][_eq]=${encodeURIComponent(decided)}`,
    );
    expect(owner).toEqual(expect.any(String));
    expect(due_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('coaches in private with reasons, and a decision about one kader stays off the screen of the room', async () => {
    const { rows } = await ranked();
    const lowest = rows.filter(({ attainment }) => attainment > 0 && attainment < 1).at(-1);
    if (lowest === undefined) throw new Error('The demo has nobody below target');
    const { page } = await enter('head', { height: 1100 });
    await openSession(page);
    await openCoaching(page);
    const row = part(page).locator('li.coach', { hasText: lowest.kader.name });
    await expectToRead(row, 'kontak pada');
    await expectToRead(row, 'Rp');
    await takePicture(page, 'monev-session-coaching');
    await row.locator('button', { hasText: 'Catat keputusan' }).click();
    await fillDecision(row.locator('.decision-form'), page, aboutOne);
    await expectToRead(part(page).locator('.decisions').last(), `${lowest.kader.name}: ${aboutOne}`);
    await tab(page, 'Di ruangan').click();
    await expectToRead(part(page), 'keputusan tentang seorang kader ada di halaman Pembinaan');
    expect(readable(await part(page).innerText())).not.toContain(aboutOne);
  });

  it('decides on a partnership after the kader’s own words, with a letter', async () => {
    const { page } = await enter('head', { height: 1100 });
    await openSession(page);
    await openCoaching(page);
    const card = part(page).locator('.review', { hasText: candidate.name });
    await expectToRead(card, answer);
    await card.locator('button', { hasText: 'Putuskan' }).click();
    const confirm = dialog(page).locator('button', { hasText: 'Putuskan dan buat surat' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog(page).locator('.v-radio', { hasText: 'Peringatan' }).click();
    await dialog(page).locator('textarea').fill('Ikut pelatihan bulan depan.');
    await confirm.click();
    await expectToRead(card, 'Diputuskan: peringatan');
    const download = page.waitForEvent('download');
    await card.locator('button', { hasText: 'Unduh PDF' }).click();
    expect((await download).suggestedFilename()).toBe(`keputusan-kemitraan-CTH-902-${review}.pdf`);
    expect(await readOne(`/items/partnership_review?filter[id][_eq]=${review}`)).toMatchObject({
      ...{ status: 'decided', decision: 'warn', decided_in: session, letter: expect.any(String) },
    });

    await page.goto(`/admin/content/partnership_review/${review}`);
    await page.locator('.v-form .deciding button', { hasText: 'Unduh PDF' }).waitFor();
  });

  it('ends with minutes, is fixed, and leaves its open decisions to the next', async () => {
    const { page } = await enter('head', { height: 1100 });
    await openSession(page);
    await tab(page, 'Catatan').click();
    await part(page).locator('textarea').fill('Rapat selesai pukul 11.30 (uji).');
    await part(page).locator('button', { hasText: 'Simpan catatan' }).click();
    await expectToRead(page.locator('body'), 'Catatan tersimpan');
    await part(page).locator('button', { hasText: 'Selesaikan sesi' }).click();
    await expectToRead(part(page), 'Sesi ini selesai');
    await tab(page, 'Di ruangan').click();
    await expectToRead(part(page), decided);
    expect(await part(page).locator('button', { hasText: 'Tambah keputusan' }).count()).toBe(0);

    await page.locator('button', { hasText: 'Sesi baru' }).click();
    await expectToRead(page.locator('.new-session'), 'Bulan yang dibahas');
    await page.locator('.new-session .v-select, .new-session .v-input').first().click();
    await page.locator('.v-menu-content .v-list-item', { hasText: formatMonth(lastMonth, 'id-ID') }).click();
    await page.locator('.new-session button', { hasText: 'Buat sesi' }).click();
    await expectToRead(part(page), `Monev ${formatMonth(lastMonth, 'id-ID')}`);
    await expectToRead(part(page), `sesi ${monthName}`);
    await expectToRead(part(page), decided);
    await expectToRead(part(page), 'belum ditutup');
  });
});

describe('the page', () => {
  it('is not there for a kader', async () => {
    const { page } = await enter('kader', { closed: 'side' });
    await page.goto('/admin/kader-work/monev');
    await page.locator('a[href="/admin/kader-work/hari-ini"], .v-list-item').first().waitFor();
    expect(await page.locator('.monev').count()).toBe(0);
  });

  it('lets staff write, and the head alone begin and end', async () => {
    const { page } = await enter('staff');
    await openSession(page);
    await tab(page, 'Catatan').click();
    await expectToRead(part(page), 'Kepala penagihan yang memulai dan menyelesaikan sesi.');
    await openCoaching(page);
    expect(await part(page).locator('button', { hasText: 'Putuskan' }).count()).toBe(0);
  });
});
