import type { Page } from 'playwright-core';

/** Opens the list of a collection: from the menu where the app is open already, as people do. */
export async function openList(page: Page, collectionName: string): Promise<void> {
  const path = `/admin/content/${collectionName}`;
  const entry = page.locator(`a.v-list-item[href="${path}"]`).first();
  if (await entry.isVisible()) await entry.click();
  else await page.goto(path);
  await page.waitForURL(new RegExp(`${path}$`));
}

/** Waits until the page has asked for nothing and heard nothing for half a second. */
export async function quiet(page: Page): Promise<void> {
  let heard = Date.now();
  const listen = () => {
    heard = Date.now();
  };
  page.on('request', listen).on('response', listen);
  while (Date.now() - heard < 500) await page.waitForTimeout(50);
  page.off('request', listen).off('response', listen);
}
