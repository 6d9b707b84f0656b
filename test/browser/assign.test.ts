import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Coverage, FamilyEligibility, KaderLoad } from '../../extensions/kader-jkn/src/contract/assignments.ts';
import type { Assignment, Binaan, Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { expectToRead } from './browser.ts';
import { branchCode, branchNamed, read } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const today = dateOf(new Date(), 'Asia/Jakarta');

const dialog = (page: Page): Locator => page.locator('.v-dialog .v-card, .v-card').last();
const named = (within: Locator, role: 'button' | 'radio' | 'checkbox', text: string): Locator =>
  within.locator(role === 'button' ? 'button' : `.v-${role}`, { hasText: text });

/** A family whose desa has one kader, so that sharing gives it back to who holds it; nothing of today is credited for it. */
async function familyOfOneKader(coverage: Coverage): Promise<{ family: Binaan; kader: KaderLoad }> {
  for (const { id } of coverage.desa.filter((desa) => desa.kader === 1)) {
    const kader = coverage.kader.find(({ available, desa }) => available && desa.includes(id));
    const families = await read<Binaan[]>(
      `/items/binaan?filter[area][_eq]=${id}&filter[kader][_eq]=${kader?.id}&filter[status][_eq]=active&sort=-owed_months&limit=5`,
    );
    for (const family of families) {
      const paid = `/items/collection?filter[binaan][_eq]=${family.id}&filter[paid_at][_gte]=${daysAfter(today, -1)}`;
      const whose = await read<FamilyEligibility>(`/kader-jkn/families/${family.id}/eligibility`);
      if (kader && whose.kader.eligible && (await read<unknown[]>(paid)).length === 0) return { family, kader };
    }
  }
  throw new Error('The demo has no desa with one kader.');
}

async function coverageOfBranch(): Promise<Coverage> {
  const { id } = await branchNamed(branchCode);
  return await read(`/kader-jkn/coverage?branch=${id}`);
}

async function historyOf(family: Id): Promise<Assignment[]> {
  return await read(`/items/assignment?filter[binaan][_eq]=${family}&sort=-from_date,-id`);
}

async function openPage(page: Page): Promise<void> {
  await page.goto('/admin/kader-work/pembagian');
  await page.locator('.sharing table').first().waitFor();
}

async function startMove(page: Page, kader: KaderLoad): Promise<Locator> {
  await named(page.locator('.sharing tr', { hasText: kader.name }).first(), 'button', 'Pindahkan').click();
  const card = dialog(page);
  await expectToRead(card, `Pindahkan keluarga ${kader.name}`);
  return card;
}

async function choose(card: Locator, name: string): Promise<void> {
  await named(card, 'radio', 'Pilih keluarga').click();
  await card.locator('.choose input').first().fill(name);
  await named(card.locator('.choose'), 'checkbox', name).first().click();
}

async function giveBack(family: Binaan, kader: Id): Promise<void> {
  const { admin } = await demoInstance();
  const { status, body } = await admin.patch(`/items/binaan/${family.id}`, { kader });
  expect(status, JSON.stringify(body)).toBe(200);
}

describe('sharing families', () => {
  it('lets staff release a family, see who would get it, and give it back', async () => {
    const before = await coverageOfBranch();
    const { family, kader } = await familyOfOneKader(before);
    const { page, problems } = await enter('staff', { height: 1000 });
    await openPage(page);
    const card = await startMove(page, kader);
    await choose(card, family.head_name);
    await named(card, 'radio', 'Tidak dipegang siapa pun').click();
    await expectToRead(card, '1 keluarga tidak dipegang siapa pun mulai');
    await named(card, 'button', 'Pindahkan 1 keluarga').click();
    await card.waitFor({ state: 'detached' });
    const unheld = before.unheld.eligible + 1;
    await expectToRead(page.locator('.sharing'), `${unheld} keluarga belum dipegang kader`);
    const released = (await historyOf(family.id))[0];
    expect([released?.kader, released?.to_date]).toEqual([kader.id, daysAfter(today, -1)]);

    await named(page.locator('.sharing'), 'button', 'Lihat usulan pembagian').click();
    const proposal = page.locator('.proposal');
    await expectToRead(proposal, kader.name);
    await proposal.locator('summary').first().click();
    await expectToRead(proposal, 'Satu-satunya kader desa ini.');
    await named(proposal, 'button', 'Tutup').click();
    await giveBack(family, kader.id);
    expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
  });

  it('moves a family to the kader chosen, from today and with its history', async () => {
    const before = await coverageOfBranch();
    const { family, kader } = await familyOfOneKader(before);
    const taker = before.kader.find(({ id, available }) => available && id !== kader.id);
    if (!taker) throw new Error('The demo has no second kader.');
    const { page } = await enter('head', { height: 1000 });
    await openPage(page);
    const card = await startMove(page, kader);
    await choose(card, family.head_name);
    await named(card, 'radio', 'Satu kader').click();
    await card.locator('.v-select').first().click();
    await page.locator('.v-list-item', { hasText: taker.name }).first().click();
    await expectToRead(card, '1 keluarga pindah mulai');
    await expectToRead(card, `tetap dikreditkan kepada ${kader.name}`);
    await named(card, 'button', 'Pindahkan 1 keluarga').click();
    await card.waitFor({ state: 'detached' });

    const [now, earlier] = await historyOf(family.id);
    expect(now).toMatchObject({ kader: taker.id, from_date: today, to_date: null, reason: 'reassigned' });
    expect(earlier?.to_date).toBe(daysAfter(today, -1));
    await giveBack(family, kader.id);
  });

  it('fits a phone, in the dark', async () => {
    const coverage = await coverageOfBranch();
    const kader = coverage.kader.find(({ families }) => families > 0);
    if (!kader) throw new Error('The demo has no kader with families.');
    const { page, problems } = await enter('staff', { width: 390, dark: true, closed: 'both' });
    await openPage(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const card = await startMove(page, kader);
    await expectToRead(card, 'Yang akan terjadi');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
  });

  it('is not offered to a kader', async () => {
    const { page } = await enter('kader');
    await page.goto('/admin/kader-work/pembagian');
    await page.locator('.page').waitFor();
    expect(await page.locator('.sharing').count()).toBe(0);
  });
});

describe('whose a family is', () => {
  it('stands in its form, with why', async () => {
    const { family, kader } = await familyOfOneKader(await coverageOfBranch());
    const { page } = await enter('staff', { closed: 'both' });
    await page.goto(`/admin/content/binaan/${family.id}`);
    await page.locator('[role=tab], .v-tab', { hasText: 'Penugasan' }).first().click();
    const answer = page.locator('.eligibility');
    await expectToRead(answer, `Menunggak ${family.owed_months} bulan, dalam jangkauan kader`);
    await expectToRead(answer, kader.name);
  });
});
