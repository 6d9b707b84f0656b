import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { runBundleCommand } from '../../extensions/kader-jkn/bin/run-directus.ts';
import { flowIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { FamilyEligibility } from '../../extensions/kader-jkn/src/contract/assignments.ts';
import { dateOf } from '../../extensions/kader-jkn/src/core/period.ts';
import { testEnvironment } from '../harness/template.ts';
import { expectToRead, patience, takePicture } from './browser.ts';
import { branchNamed, ofBranch, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { chooseNow, chooseOption, chooseRecord, field, saveButton, type } from './form.ts';
import { choose, openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

/**
 * What docs/administrator.md tells an administrator to do, done as it says, in the branch of Samarinda: no other test of
 * the demo reads its figures. Messages go out only where the programme still runs; what they need is put back.
 */
const enter = visitDemo();
const wide = { width: 1280, height: 800, closed: 'both' } as const;
const ofSamarinda = 'filter[branch][code][_eq]=KC-SMR';
const guideImages =
  process.env['KADER_SCREENSHOTS'] === '1'
    ? join(rootFolder, 'docs/images/administrator')
    : join(rootFolder, '.test/images/administrator');

const picture = (page: Page, name: string) => takePicture(page, name, guideImages);

interface Joined {
  id: number;
  joined_on: string;
}

/** The form is there with its values. */
async function openForm(page: Page, path: string): Promise<void> {
  await page.goto(`/admin/content/${path}`);
  await page.locator('.v-form .field .interface').first().waitFor();
}

/** Leaves a drawer by the tick in its header. */
async function confirm(drawer: Locator): Promise<void> {
  await drawer.locator('.header-bar button, header button').locator('visible=true').last().click();
  await drawer.waitFor({ state: 'hidden' });
}

describe('an administrator', () => {
  it('sets a target, and the panel is held against it', async () => {
    const { page, problems } = await enter('administrator', wide);
    await openForm(page, 'target/+');
    await chooseOption(page, 'Ukuran', 'Penerimaan');
    await type(page, 'Nilai', '50000000');
    await chooseRecord(page, 'Kantor cabang', 'Samarinda', 'KC Samarinda');
    for (const label of ['Dari bulan', 'Sampai bulan']) {
      await type(page, label, 'Januari 2017');
      await page.keyboard.press('Tab');
    }
    await picture(page, 'target');
    await saveButton(page).click();
    await page.waitForURL(/content\/target$/);

    await openMonev(page);
    await choose(page, { 'Kantor cabang': (await branchNamed('KC-SMR')).name });
    await choose(page, { 'Bulan terakhir': 'Januari 2017' });
    await expectToRead(panel(page, 'Realisasi terhadap target'), 'dari Rp 50 jt');
    expect(problems).toEqual([]);
  });

  it('copies the policy with a new window from today, and families are judged by it', async () => {
    const family = await readOne<{ id: number }>(
      `/items/binaan?fields=id&limit=1&sort=-owed_months&${ofSamarinda}&filter[kader][_nnull]=true`,
    );
    const policy = await readOne<{ id: number }>(`/items/program_policy?fields=id&limit=1&${ofSamarinda}`);
    const { page } = await enter('administrator', wide);
    await openForm(page, `program_policy/${policy.id}`);
    await type(page, 'Nama', 'Kebijakan Samarinda, jendela baru');
    await chooseNow(page, 'Berlaku sejak');
    await type(page, 'Kader: mulai \\(bulan menunggak\\)', '24');
    await page.locator('.header-bar, header').locator('[data-icon="more_vert"]').first().click();
    const copy = page.locator('.v-menu-content .v-list-item', { hasText: 'Simpan sebagai Salinan' });
    await copy.waitFor();
    await page.waitForTimeout(400);
    await picture(page, 'policy');
    await copy.click();
    await page.waitForURL(({ pathname }) => !pathname.endsWith(`/program_policy/${policy.id}`));

    // what the family's form shows under Penugasan
    const judged = await read<FamilyEligibility>(`/kader-jkn/families/${family.id}/eligibility`);
    expect(judged.kader.eligible).toBe(false);
    expect(judged.kader.why[0]?.id).toContain('mulai 24 bulan');
    // the policy that was in force before stays as it was
    const both = await read<{ kader_window_min: number }[]>(
      `/items/program_policy?fields=kader_window_min&sort=id&${ofSamarinda}`,
    );
    expect(both.map(({ kader_window_min }) => kader_window_min)).toEqual([3, 24]);
  });

  it('follows a scheme with another, and a payment is priced by it', async () => {
    const scheme = await readOne<{ id: number }>(`/items/commission_scheme?fields=id&limit=1&${ofSamarinda}`);
    const { page } = await enter('administrator', wide);
    await openForm(page, `commission_scheme/${scheme.id}`);
    await page.getByRole('button', { name: 'Buat pengganti' }).click();
    await page.waitForURL(({ pathname }) => !pathname.endsWith(`/commission_scheme/${scheme.id}`));
    await chooseNow(page, 'Berlaku sejak');
    await page.locator('.v-form tbody tr', { hasText: '10%' }).first().click();
    const rule = page.locator('.v-drawer');
    const rate = rule.locator('.field', { has: page.locator('.field-label', { hasText: 'Tarif' }) });
    await rate.locator('input').first().fill('20');
    await confirm(rule);
    await page.locator('.v-form tbody tr', { hasText: '20%' }).first().waitFor();
    await chooseOption(page, 'Status', 'Berlaku');
    await page.locator('.v-menu-content').waitFor({ state: 'hidden' });
    await picture(page, 'scheme');
    await saveButton(page).click();
    await page.waitForURL(/commission_scheme$/);

    const { admin } = await demoInstance();
    const family = await readOne<{ id: number }>(
      `/items/binaan?fields=id&limit=1&${ofSamarinda}&filter[kader][_nnull]=true&filter[status][_eq]=active`,
    );
    const { body } = await admin.post('/items/collection', {
      ...{ binaan: family.id, amount: 100_000, paid_at: new Date().toISOString(), kind: 'arrears' },
      ...{ channel: 'va', source: 'panduan', external_ref: 'PANDUAN-1' },
    });
    expect(body.data).toMatchObject({ rate_bp: 2000, explanation: expect.stringContaining('20%') });
  });

  it('words a template anew, switches its flow on, and it welcomes; switched off, it queues nothing', async () => {
    const { admin } = await demoInstance();
    const [template, kader] = await Promise.all([
      readOne<{ id: number }>(
        '/items/message_template?fields=id&filter[key][_eq]=welcome&filter[channel][_eq]=whatsapp&filter[language][_eq]=id-ID',
      ),
      read<Joined[]>(`/items/kader?fields=id,joined_on&limit=2&sort=id&${ofBranch}&filter[status][_eq]=active`),
    ]);
    const [welcomed, other] = kader as [Joined, Joined];
    const messages = ({ id }: Joined) =>
      read<unknown[]>(`/items/message?fields=id&filter[template_key][_eq]=welcome&filter[kader][_eq]=${id}`);
    const joins = async ({ id }: Joined, joined_on: string) => {
      const { status } = await admin.patch(`/items/kader/${id}`, { joined_on });
      expect(status).toBe(200);
    };
    const today = dateOf(new Date(), 'Asia/Jakarta');

    const { page, problems } = await enter('administrator', wide);
    await openForm(page, `message_template/${template.id}`);
    const body = page.locator('.template .editor textarea').first();
    await body.fill('Selamat datang, {{kader.name}}! Temui {{branch.head_name}} pada hari kerja.');
    await expectToRead(page.locator('.template .preview'), 'pada hari kerja');
    await picture(page, 'template');
    await saveButton(page).click();
    await page.waitForURL(/message_template$/);
    expect(await readOne(`/items/message_template?fields=text&filter[id][_eq]=${template.id}`)).toEqual({
      text: expect.stringContaining('pada hari kerja'),
    });

    const setFlow = async (state: 'Aktif' | 'Tidak aktif') => {
      await page.goto('/admin/settings/flows');
      const row = page.locator('tr', { hasText: 'Selamat datang kader baru' });
      await row.locator('[data-icon="more_vert"]').click();
      const entry = page.getByText(`Setel Alur menjadi ${state}`, { exact: true });
      await entry.waitFor();
      await page.waitForTimeout(400);
      if (state === 'Aktif') await picture(page, 'flows');
      await entry.click();
      const wanted = state === 'Aktif' ? 'active' : 'inactive';
      await expect
        .poll(async () => (await read<{ status: string }>(`/flows/${flowIds.welcome}?fields=status`)).status, {
          timeout: patience,
        })
        .toBe(wanted);
    };
    await setFlow('Aktif');
    await joins(welcomed, today);
    await expect.poll(async () => (await messages(welcomed)).length, { timeout: patience }).toBe(1);
    await joins(welcomed, welcomed.joined_on);
    await setFlow('Tidak aktif');
    await joins(other, today);
    await page.waitForTimeout(3000);
    expect(await messages(other)).toEqual([]);
    await joins(other, other.joined_on);
    expect(problems).toEqual([]);
  });

  it('changes the hour of a flow, and adds a step to it', async () => {
    const { page } = await enter('administrator', wide);
    await page.goto(`/admin/settings/flows/${flowIds.closeReminder}`);
    const edit = page.locator('header button, .header-bar button').filter({ has: page.locator('[data-icon="edit"]') });
    await edit.click();
    await page.locator('.v-workspace-tile.trigger .edit-icon').click();
    const drawer = page.locator('.v-drawer');
    const hour = drawer.locator('input').first();
    await expect.poll(() => hour.inputValue()).toBe('0 7 * * *');
    await hour.fill('30 6 * * *');
    await page.waitForTimeout(400);
    await picture(page, 'flow-hour');
    await confirm(drawer);

    await page.locator('.v-workspace-tile:not(.trigger) .add-resolve').first().click();
    await drawer.locator('input').first().fill('Catat di log');
    await drawer.getByText('Log to Console').click();
    await drawer.locator('textarea, input').last().fill('Pengingat diantrekan');
    await confirm(drawer);
    await picture(page, 'flow-step');
    await saveButton(page).click();
    await expect
      .poll(
        async () => {
          const flow = await read<{ options: { cron: string }; operations: { name: string }[] }>(
            `/flows/${flowIds.closeReminder}?fields=options,operations.name`,
          );
          return [flow.options.cron, flow.operations.map(({ name }) => name)];
        },
        { timeout: patience },
      )
      .toEqual(['30 6 * * *', expect.arrayContaining(['Catat di log'])]);
  });

  it('adds a field to a form, which stays when the bundle is installed again', async () => {
    const { admin, database } = await demoInstance();
    const { page } = await enter('administrator', wide);
    await page.goto('/admin/settings/data-model/binaan');
    await page.getByText('Buat Bidang', { exact: true }).first().click();
    const drawer = page.locator('.v-drawer');
    await drawer.getByText('Input', { exact: true }).first().click();
    await drawer.locator('input[placeholder="Sebuah nama kolom unik..."]').fill('house_mark');
    await page.waitForTimeout(400);
    await picture(page, 'field');
    await drawer.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.locator('.v-drawer').waitFor({ state: 'hidden' });

    const family = await readOne<{ id: number }>(`/items/binaan?fields=id&limit=1&${ofSamarinda}`);
    await openForm(page, `binaan/${family.id}`);
    await type(page, 'House Mark', 'pagar hijau');
    await saveButton(page).click();
    await page.waitForURL(/content\/binaan$/);
    await runBundleCommand(['install'], testEnvironment(inject('testDatabase').port, database));
    expect((await admin.get(`/items/binaan/${family.id}?fields=house_mark`)).body.data).toEqual({
      house_mark: 'pagar hijau',
    });
    expect(await field(page, 'House Mark').count()).toBe(0);
  });

  it('makes a user of a role and a branch', async () => {
    const { page } = await enter('administrator', wide);
    await page.goto('/admin/users/+');
    await page.locator('.v-form .field .interface').first().waitFor();
    await type(page, 'Nama Depan', 'Sari');
    await type(page, 'Email', 'sari@example.com');
    await type(page, 'Kata Sandi', 'sandi-yang-panjang');
    await chooseRecord(page, 'Peran', 'Staf', 'Staf Penagihan');
    await chooseRecord(page, 'Kantor cabang', 'Samarinda', 'KC Samarinda');
    await field(page, 'Peran').scrollIntoViewIfNeeded();
    await picture(page, 'user');
    await saveButton(page).click();
    await expect
      .poll(() => read('/users?fields=first_name,role.name,branch.code&filter[email][_eq]=sari@example.com'), {
        timeout: patience,
      })
      .toEqual([{ first_name: 'Sari', role: { name: 'Staf Penagihan' }, branch: { code: 'KC-SMR' } }]);
  });

  it('looks at what did not go', async () => {
    const { page } = await enter('administrator', wide);
    await page.goto('/admin/kader-work/pesan?tab=perhatian');
    const part = page.getByRole('tab', { name: 'Perlu perhatian' });
    await part.waitFor();
    await page.locator('main .v-select, .v-select').first().click();
    await page.locator('.v-menu-content .v-list-item', { hasText: 'KC Contoh' }).first().click();
    await page.getByRole('tab', { name: 'Perlu perhatian', selected: true }).waitFor();
    await expectToRead(page.getByRole('tabpanel'), 'Gagal');
    await page.waitForTimeout(1000);
    await picture(page, 'messages');
  });

  afterAll(async () => {
    const { admin } = await demoInstance();
    await admin.delete('/fields/binaan/house_mark');
  });
});
