import { afterAll, expect, it } from 'vitest';
import type { DayList } from '../../extensions/kader-jkn/src/contract/day-list.ts';
import type { SheetRecorded } from '../../extensions/kader-jkn/src/contract/sheet.ts';
import { dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { formatRupiah } from '../../extensions/kader-jkn/src/studio/format.ts';
import { dayText } from '../../extensions/kader-jkn/src/studio/type-day.ts';
import { expectToRead, patience, readable } from './browser.ts';
import { ofBranch, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const paid = 35_000;
const yesterday = dateOf(new Date(Date.now() - 86_400_000), 'Asia/Jakarta');
const followUpOn = daysAfter(yesterday, 7);
let recorded: SheetRecorded | undefined;

const someKader = () =>
  readOne<{ id: number; name: string }>(`/items/kader?${ofBranch}&sort=-code&filter[status][_eq]=active`);
const dayList = (kader: number) => read<DayList>(`/kader-jkn/day-list?kader=${kader}&date=${yesterday}`);

// What was keyed in here is no part of the demo's figures.
afterAll(async () => {
  const { admin } = await demoInstance();
  for (const { activity, collection } of recorded?.rows ?? []) {
    if (collection !== null)
      await admin.patch(`/items/collection/${collection}`, { status: 'void', void_reason: 'Uji' });
    if (activity !== null) await admin.delete(`/items/activity/${activity}`);
  }
});

it('shows staff whom a kader reaches on a day, and why', async () => {
  const kader = await someKader();
  const list = await dayList(kader.id);
  const [first] = list.families;
  const { page, problems } = await enter('staff');
  await page.goto(`/admin/kader-work/hari-ini?kader=${kader.id}&date=${yesterday}`);
  const lines = page.locator('.families li');
  await expectToRead(lines.first(), first?.head_name ?? '');
  await expectToRead(lines.first(), first?.reasons[0]?.id ?? '');
  expect(await lines.count()).toBe(list.families.length);
  expect(list.families.length).toBeGreaterThanOrEqual(list.contacts_per_day ?? 0);
  const paper = await page.locator('nav.print a').first().getAttribute('href');
  await page.goto(`${paper}`);
  await expectToRead(page.locator('tbody').first(), first?.head_name ?? '');
  expect(problems).toEqual([]);
});

it('lets staff key in the paper with the keyboard alone, told of a bad row in its place', async () => {
  const kader = await someKader();
  const { page, problems } = await enter('staff', { width: 1440 });
  await page.goto(`/admin/kader-work/lembar?kader=${kader.id}&date=${yesterday}`);
  const { keyboard } = page;
  const cell = (name: string) => page.locator(`[data-cell="${name}"]`);
  const line = (row: number) => page.locator('tr.line').nth(row);

  await cell('0:time').focus();
  await keyboard.type('9.05');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('J');
  await keyboard.press('Tab');
  await keyboard.type('+3');
  await keyboard.press('Tab');
  await keyboard.type('70000');
  await keyboard.press('Enter');
  await cell('1:amount').focus();
  await keyboard.type(String(paid));
  await keyboard.press('ArrowDown');
  await keyboard.type('99000000');
  await keyboard.press('Tab');
  await expectToRead(line(0), 'siap');
  await expectToRead(page.locator('tr.problem'), 'Jumlah melebihi tunggakan');

  await cell('2:amount').focus();
  await keyboard.press('Control+Enter');
  await expectToRead(page.locator('.v-notice.danger'), '1 baris perlu diperbaiki');
  await cell('2:amount').fill('');
  await page.getByLabel('Uang yang dihitung').fill(String(paid + 5_000));
  await expectToRead(page.locator('output'), `Lebih ${formatRupiah(5_000, 'id-ID')}`);
  await page.getByLabel('Uang yang dihitung').fill(String(paid));
  await expectToRead(page.locator('output'), 'Cocok');

  await cell('2:outcome').focus();
  await keyboard.type('R');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('+7');
  await keyboard.press('Tab');
  expect(await cell('2:followUpOn').inputValue()).toBe(dayText(followUpOn));
  await expectToRead(line(2), 'siap');

  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/kader-jkn/sheets') && answer.status() === 200,
  );
  await cell('1:amount').focus();
  await keyboard.press('Control+Enter');
  recorded = (await (await answered).json()).data;
  await expectToRead(page.locator('.saved'), readable(`3 kontak dan 1 pembayaran, ${formatRupiah(paid, 'id-ID')}`));
  expect(recorded).toMatchObject({ contacts: 3, payments: 1, total: paid });
  const followedUp = recorded?.rows[2]?.activity;
  expect(await readOne(`/items/activity?filter[id][_eq]=${followedUp}`)).toMatchObject({ follow_up_on: followUpOn });
  // the refused sending above is the only thing that the console complains of
  expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
});

it('fits a phone, where a kader keys in their own day, and keeps what was typed', async () => {
  const { page, problems } = await enter('kader', { width: 390, height: 844, closed: 'both', dark: true });
  await page.goto(`/admin/kader-work/lembar?date=${yesterday}`);
  const outcome = page.locator('[data-cell="0:outcome"]');
  await outcome.selectOption('not_home');
  await expectToRead(page.locator('tr.line').first(), 'siap');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  page.on('dialog', (leaving) => leaving.accept());
  await page.reload();
  await expect.poll(() => outcome.inputValue(), { timeout: patience }).toBe('not_home');
  await page.getByRole('button', { name: 'Kosongkan baris 1' }).click();
  await expect.poll(() => outcome.inputValue(), { timeout: patience }).toBe('');
  expect(problems).toEqual([]);
});
