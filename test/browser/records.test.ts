import { expect, it } from 'vitest';
import { readable } from './browser.ts';
import { openList, quiet } from './content-page.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** What a form says of a link that its reader may not follow, of a text without a translation, and of a missing one. */
const neverRead =
  /relationship is not configured|not configured properly|\$t:|kader_\w+_(note|choice|placeholder)|errors\.KADER/i;

const opened = {
  staff: ['binaan', 'kader'],
  head: ['commission', 'partnership_review', 'dispute', 'commission_adjustment'],
  telekolekting: ['binaan', 'kader', 'activity'],
  kader: ['binaan', 'collection', 'commission', 'activity', 'dispute', 'commission_adjustment'],
  auditor: ['binaan', 'collection', 'period', 'dispute'],
} as const;

for (const [role, lists] of Object.entries(opened)) {
  it(`opens records as ${role} without a dead link, a raw key or an error`, async () => {
    const { page, problems } = await enter(role as keyof typeof opened, { height: 2400 });
    for (const list of lists) {
      await openList(page, list);
      await page.locator('tbody tr').first().click();
      await page.waitForURL(new RegExp(`/content/${list}/[^/]+$`));
      await page.locator('.v-form .field .interface').first().waitFor();
      await quiet(page);
      expect(readable(await page.locator('main').innerText()), `${list} as ${role}`).not.toMatch(neverRead);
    }
    expect(problems).toEqual([]);
  });
}
