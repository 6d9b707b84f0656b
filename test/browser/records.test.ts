import { expect, it } from 'vitest';
import { readable } from './browser.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();

/** What a form says of a link that its reader may not follow, of a text without a translation, and of a missing one. */
const neverRead =
  /relationship is not configured|not configured properly|\$t:|kader_\w+_(note|choice|placeholder)|errors\.KADER/i;

const opened = {
  staff: ['binaan', 'kader'],
  head: ['commission', 'partnership_review'],
  telekolekting: ['binaan', 'kader', 'activity'],
  kader: ['binaan', 'collection', 'commission', 'activity'],
  auditor: ['binaan', 'collection', 'period'],
} as const;

for (const [role, lists] of Object.entries(opened)) {
  it(`opens records as ${role} without a dead link, a raw key or an error`, async () => {
    const { page, problems } = await enter(role as keyof typeof opened, { height: 2400 });
    for (const list of lists) {
      await page.goto(`/admin/content/${list}`);
      await page.locator('tbody tr').first().click();
      await page.waitForURL(new RegExp(`/content/${list}/[^/]+$`));
      await page.locator('.v-form .field .interface').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(readable(await page.locator('main').innerText()), `${list} as ${role}`).not.toMatch(neverRead);
    }
    // A kader sees that money was verified, not the account of who did it: the app asks, and is refused.
    expect(problems.filter((problem) => !/403.*\/users\//.test(problem))).toEqual([]);
  });
}
