import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { MessageTemplate } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import { expectToRead } from './browser.ts';
import { branchCode, branchNamed, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { saveButton } from './form.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** The first page of a visitor may be the first that the browser loads at all. */
const slowStart = 60_000;

const editor = (page: Page, label: string): Locator =>
  page.locator('.template .editor').filter({ has: page.locator('label', { hasText: label }) });
const area = (page: Page, label: string): Locator => editor(page, label).locator('textarea');
const preview = (page: Page): Locator => page.locator('.template section.preview');

const templateOf = async (key: string, channel: string, language = 'id-ID'): Promise<MessageTemplate> =>
  await readOne(
    `/items/message_template?filter[key][_eq]=${key}&filter[channel][_eq]=${channel}&filter[language][_eq]=${language}&filter[branch][_null]=true`,
  );
const kept = async (id: number): Promise<MessageTemplate> =>
  await readOne(`/items/message_template?filter[id][_eq]=${id}`);

async function openTemplate(page: Page, id: number): Promise<void> {
  await page.goto(`/admin/content/message_template/${id}`);
  await preview(page).waitFor({ timeout: slowStart });
}

/** A template of the branch, which the test may change and takes away again. */
async function ownTemplate(key: string, channel: 'whatsapp' | 'email'): Promise<number> {
  const { admin } = await demoInstance();
  const { about, language, subject, html, text } = await templateOf(key, channel);
  const branch = (await branchNamed(branchCode)).id;
  const { status, body } = await admin.post('/items/message_template', {
    ...{ key, channel, about, language, subject, html, text, branch, name: 'Kata-kata kami', status: 'active' },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.id;
}

describe('the form of a template', () => {
  afterAll(async () => {
    const { admin } = await demoInstance();
    for (const { id } of await read<MessageTemplate[]>('/items/message_template?filter[branch][_nnull]=true')) {
      await admin.delete(`/items/message_template/${id}`);
    }
  });

  it('shows what is written as the family will read it, says where something is wrong, and saves what is right', async () => {
    const id = await ownTemplate('arrears_reminder', 'whatsapp');
    const { page, problems } = await enter('head', { closed: 'side', height: 1200 });
    await openTemplate(page, id);
    await expectToRead(preview(page).locator('.bubble'), 'Salam sehat, Bapak/Ibu');
    await expectToRead(preview(page).locator('.bubble'), 'Nomor virtual account: 88888');

    await area(page, 'Isi pesan').fill('Halo {{family.head_name}},\nAnda menunggak {{family.nik}}.');
    await expectToRead(editor(page, 'Isi pesan').locator('.problem'), '(baris 2, kolom 18)');
    await expectToRead(preview(page), 'Ini pratinjau terakhir yang dapat dibuat');
    await saveButton(page).click();
    await expectToRead(page.locator('body'), 'Templat belum dapat dipakai');
    expect((await kept(id)).text).toContain('Salam sehat');

    await editor(page, 'Isi pesan').locator('.problem button').click();
    expect(await area(page, 'Isi pesan').evaluate((one: HTMLTextAreaElement) => one.selectionStart)).toBeGreaterThan(
      27,
    );

    await area(page, 'Isi pesan').fill('Halo ');
    await editor(page, 'Isi pesan').locator('button', { hasText: 'Sisipkan data' }).click();
    await page.locator('.fields .search').fill('kepala keluarga');
    await page.locator('.fields li button').first().click();
    expect(await area(page, 'Isi pesan').inputValue()).toBe('Halo {{family.head_name}}');
    const [record] = await read<{ id: number; label: string }[]>('/kader-jkn/templates/records?about=family');
    const { head_name } = await readOne<{ head_name: string }>(`/items/binaan?filter[id][_eq]=${record?.id}`);
    await expect.poll(() => preview(page).locator('.bubble').innerText()).toBe(`Halo ${head_name}`);

    await preview(page).locator('select').selectOption({ label: 'Contoh (bukan data sebenarnya)' });
    await expect.poll(() => preview(page).locator('.bubble').innerText()).toBe('Halo Budi Santoso');

    await saveButton(page).click();
    await expect.poll(async () => (await kept(id)).text).toBe('Halo {{family.head_name}}');
    // the refused save is a 400 in the console
    expect(problems.filter((problem) => !/favicon|status of 400/.test(problem))).toEqual([]);
  });

  it('shows a mail in a frame that runs no script, also on a phone in the dark', async () => {
    const id = await ownTemplate('statement', 'email');
    const { page } = await enter('head', { width: 390, dark: true, closed: 'both' });
    await openTemplate(page, id);
    const frame = preview(page).locator('iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('');
    await expectToRead(page.frameLocator('.preview iframe').locator('body'), 'Imbal jasa Anda');
    await area(page, 'Subjek').fill('Kabar {{month statement.month}}');
    await expectToRead(preview(page).locator('.subject'), 'Kabar ');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('shows a letter as the PDF that it becomes', async () => {
    const { id } = await templateOf('review_invitation', 'letter');
    const { page } = await enter('administrator', { closed: 'side' });
    const made = page.waitForResponse((answer) => answer.url().includes('/templates/preview?as=pdf'));
    await openTemplate(page, id);
    const answer = await made;
    expect([answer.status(), answer.headers()['content-type']]).toEqual([
      200,
      expect.stringContaining('application/pdf'),
    ]);
    expect(await preview(page).locator('iframe').getAttribute('src')).toMatch(/^blob:/);
  });

  it('of all branches is taken over by a head, to be worded anew for the own branch', async () => {
    const { id } = await templateOf('promise_reminder', 'whatsapp');
    const { page } = await enter('head', { closed: 'side' });
    await openTemplate(page, id);
    await page.locator('.template button', { hasText: 'Buat versi cabang kami' }).click();
    await expect.poll(() => page.url()).not.toMatch(new RegExp(`/${id}$`));
    await expect.poll(() => area(page, 'Isi pesan').getAttribute('readonly')).toBeNull();
    const own = await kept(Number(page.url().split('/').at(-1)));
    expect(own).toMatchObject({ key: 'promise_reminder', branch: (await branchNamed(branchCode)).id });
    expect(own.text).toBe((await kept(id)).text);
  });

  it('is read, not written, by staff', async () => {
    const { id } = await templateOf('receipt', 'whatsapp');
    const { page } = await enter('staff', { closed: 'side' });
    await openTemplate(page, id);
    await expectToRead(preview(page).locator('.bubble'), 'Simpan pesan ini sebagai tanda terima');
    expect(await area(page, 'Isi pesan').getAttribute('readonly')).not.toBeNull();
    expect(await page.locator('.template button', { hasText: /Sisipkan data|Buat versi/ }).count()).toBe(0);
  });
});
