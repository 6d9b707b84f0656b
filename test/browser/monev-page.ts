import type { Locator, Page } from 'playwright-core';
import { monevDashboardId } from '../../extensions/kader-jkn/src/contract/access.ts';

/** Opens a dashboard, "Monev" unless said otherwise, and waits until every panel has drawn its answer. */
export async function openMonev(page: Page, dashboard = monevDashboardId): Promise<void> {
  await page.goto(`/admin/insights/${dashboard}`);
  await page.locator('.kader-monev').first().waitFor();
  await drawn(page);
}

export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const panels = [...document.querySelectorAll('.kader-monev')];
    return panels.length > 0 && panels.every((panel) => panel.getAttribute('aria-busy') !== 'true');
  });
}

export function panel(page: Page, name: string): Locator {
  return page.locator('.v-workspace-tile', {
    has: page.locator('.name', { hasText: new RegExp(`^\\s*${name}\\s*$`) }),
  });
}

/** Chooses from the lists that a panel opens; what is chosen holds for the whole dashboard. */
export async function choose(page: Page, choices: Record<string, string>): Promise<void> {
  const first = panel(page, 'Realisasi terhadap target');
  if ((await first.locator('.chooser').count()) === 0) {
    await first.getByRole('button', { name: 'Pilih cabang, wilayah, dan bulan' }).click();
  }
  for (const [label, option] of Object.entries(choices)) {
    await first.locator('.chooser label', { hasText: label }).locator('select').selectOption({ label: option });
    await drawn(page);
  }
}
