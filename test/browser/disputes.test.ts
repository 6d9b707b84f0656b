import { expect, it } from 'vitest';
import type { Commission, Dispute, Period } from '../../extensions/kader-jkn/src/contract/records.ts';
import { formatMonth, formatRupiah } from '../../extensions/kader-jkn/src/studio/format.ts';
import { expectToRead, readable } from './browser.ts';
import { ofBranch, read, readOne } from './demo-books.ts';
import { openMonev, panel } from './monev-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const question = 'Setoran Ibu Ratna tanggal 9 sepertinya belum dihitung.';
const answer = 'Benar, terlewat saat dicatat. Kami tambahkan.';
const amount = 31_500;

const open = 'filter[status][_eq]=open';
const questioned = async () =>
  await readOne<Dispute>(`/items/dispute?sort=-id&filter[question][_eq]=${encodeURIComponent(question)}`);

it('lets a kader question a line of a statement on a phone', async () => {
  const { page, problems } = await enter('kader', { width: 390, height: 844, closed: 'both' });
  const statement = await readOne<Commission>('/items/commission?filter[kader][code][_eq]=CTH-001&sort=-month&limit=1');
  await page.goto(`/admin/content/commission/${statement.id}`);
  const lines = page.locator('.questions li');
  await lines.first().getByRole('button').click();
  await lines.first().locator('textarea').fill(question);
  await page.getByRole('button', { name: 'Kirim' }).click();
  await expectToRead(page.locator('.dispute.open').filter({ hasText: question }), 'Menunggu jawaban');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(problems).toEqual([]);
});

it('shows the head the question beside the line, and what accepting will do before it is done', async () => {
  const { id, statement } = await questioned();
  const [{ month } = { month: '' }] = await read<Period[]>(`/items/period?${ofBranch}&${open}&sort=month&limit=1`);
  const before = (await read<Dispute[]>(`/items/dispute?${open}`)).length;
  const { page, problems } = await enter('head');

  await openMonev(page);
  await expectToRead(panel(page, 'Yang menunggu jawaban'), `Sanggahan imbal jasa ${before}`);
  expect(readable(await panel(page, 'Yang menunggu jawaban').innerText())).not.toContain('Setoran Ibu Ratna');

  await page.goto(`/admin/content/commission/${statement}`);
  const card = page.locator('.dispute.open').filter({ hasText: question });
  await card.locator('textarea').fill(answer);
  await card.getByRole('button', { name: 'Terima dengan koreksi' }).click();
  await card.locator('.signed input:not([type=radio])').last().fill(String(amount));
  const sentence = `${formatRupiah(amount, 'id-ID')} masuk ke imbal jasa bulan ${formatMonth(month, 'id-ID')}.`;
  await expectToRead(card, readable(sentence));
  await card.getByRole('button', { name: 'Terima dan koreksi' }).click();
  await expectToRead(page.locator('.dispute.accepted').filter({ hasText: question }), answer);

  const [made] = await read<{ amount: number; pay_month: string }[]>(
    `/items/commission_adjustment?filter[dispute][_eq]=${id}`,
  );
  expect(made).toMatchObject({ amount, pay_month: month });
  expect(problems).toEqual([]);
});

it('shows the kader the answer and the correction', async () => {
  const { id } = await questioned();
  const { page, problems } = await enter('kader', { dark: true });
  await page.goto(`/admin/content/dispute/${id}`);
  const card = page.locator('.dispute.accepted');
  await expectToRead(card, answer);
  await expectToRead(card, readable(`Koreksi ${formatRupiah(amount, 'id-ID')} masuk imbal jasa`));
  expect(await card.getByRole('button').count()).toBe(0);
  expect(problems).toEqual([]);
});
