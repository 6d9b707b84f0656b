import type { Locator, Page } from 'playwright-core';
import { readable } from './browser.ts';

/** The field of a generated form with this label, exactly. */
export function field(page: Page, label: string): Locator {
  const name = page.locator('.field-label .v-text-overflow', { hasText: new RegExp(`^\\s*${label}\\s*$`) });
  return page.locator('.v-form .field', { has: name }).last();
}

/** What the field of a form shows: typed or chosen. */
export async function shownIn(page: Page, label: string): Promise<string> {
  const shown = field(page, label).locator('.interface');
  const input = shown.locator('input, textarea').first();
  return readable((await input.count()) > 0 ? await input.inputValue() : await shown.innerText());
}

/** Chooses a related record in its drawer, found by searching; `row` is a text of the row. */
export async function chooseRecord(page: Page, label: string, search: string, row: string): Promise<void> {
  await field(page, label).locator('.interface button').first().click();
  const drawer = page.locator('.v-drawer');
  await drawer.locator('.search-input').click();
  await drawer.locator('.search-input input').fill(search);
  await drawer.locator('tbody tr', { hasText: row }).first().click();
  await drawer.locator('.header-bar button, header button').locator('visible=true').last().click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Chooses the present moment in a date picker. */
export async function chooseNow(page: Page, label: string): Promise<void> {
  await field(page, label).locator('.interface button').first().click();
  await page.locator('.v-date-picker .calendar-today-button').click();
  await page.keyboard.press('Escape');
}

export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).locator('.interface .v-input').click();
  await page.locator('.v-menu-content .v-list-item', { hasText: option }).click();
}

export async function type(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).locator('input, textarea').first().fill(text);
}

/** The button with the tick in the header of a form. */
export function saveButton(page: Page): Locator {
  return page
    .locator('header button, .header-bar button')
    .filter({ has: page.locator('[data-icon="check"]') })
    .first();
}
