import { expect, it } from 'vitest';
import type { Binaan } from '../../extensions/kader-jkn/src/contract/records.ts';
import type { FamilyPlan } from '../../extensions/kader-jkn/src/contract/rehab.ts';
import { formatRupiah } from '../../extensions/kader-jkn/src/studio/format.ts';
import { expectToRead, readable } from './browser.ts';
import { ofBranch, read, readOne } from './demo-books.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const owing = 'filter[owed_months][_between]=8,20&filter[status][_eq]=active&filter[plans][_none][id][_nnull]=true';
const planOf = async (id: number) => await read<FamilyPlan>(`/kader-jkn/families/${id}/plan`);

it('shows staff what a family would pay a month, makes the plan, and shows its instalments', async () => {
  const family = await readOne<Binaan>(`/items/binaan?${ofBranch}&${owing}&sort=-id&limit=1`);
  const { choices } = await planOf(family.id);
  const six = choices.find(({ count }) => count === 6);
  const { page, problems } = await enter('staff', { width: 390, height: 844, closed: 'both' });
  await page.goto(`/admin/content/binaan/${family.id}`);
  await page.locator('main').getByText('Cicilan', { exact: true }).first().click();
  const sheet = page.locator('.instalments');
  await sheet.locator('.choose .v-input').click();
  await page.locator('.v-menu-content .v-list-item', { hasText: /^\s*6 × / }).click();
  await expectToRead(sheet, readable(formatRupiah(six?.most, 'id-ID')));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await sheet.getByRole('button', { name: 'Buat rencana 6 cicilan' }).click();
  await expectToRead(sheet, 'Rencana berjalan');
  expect(await sheet.locator('tbody tr').count()).toBe(6);
  expect((await planOf(family.id)).plan).toMatchObject({ status: 'active', amount: six?.amount, paid: 0 });
  expect(problems).toEqual([]);
});

it('shows the kader which instalments were missed, and no button to change the plan', async () => {
  const [{ binaan } = { binaan: 0 }] = await read<{ binaan: number }[]>(
    '/items/payment_plan?filter[missed_count][_gte]=1&limit=1&fields=binaan',
  );
  const { page, problems } = await enter('kader', { dark: true });
  await page.goto(`/admin/content/binaan/${binaan}`);
  await page.locator('main').getByText('Cicilan', { exact: true }).first().click();
  const sheet = page.locator('.instalments');
  await expectToRead(sheet, 'cicilan terlewat');
  await expectToRead(sheet.locator('tbody'), 'Terlewat');
  expect(await sheet.getByRole('button').count()).toBe(0);
  expect(problems).toEqual([]);
});
