import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { type DemoAccount, demoAccounts } from '../../seeds/demo/accounts.ts';
import { findChromium } from '../harness/chromium.ts';
import { password as administratorPassword } from '../harness/template.ts';

/** How long the app may take to show what it was asked for. */
export const patience = 20_000;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the Chromium of this machine with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. Install chromium, or set CHROMIUM_PATH.');
  return await chromium.launch({ executablePath, headless: true, args: flags });
}

export interface Screen {
  width?: number;
  height?: number;
  dark?: boolean;
  /** bars of the app that are closed: the one beside the record or dashboard, or that and the list of collections too */
  closed?: 'side' | 'both';
}

/** Somebody who is signed in, in a window of their own. */
export interface Visitor {
  page: Page;
  /** errors of the page and of its console since they signed in */
  problems: string[];
  leave: () => Promise<void>;
}

/** Signs in as the demo account of a role, in Indonesian and in Jakarta's time zone. */
export async function signIn(
  browser: Browser,
  url: string,
  role: DemoAccount['role'],
  { width = 1280, height = 860, dark = false, closed }: Screen = {},
): Promise<Visitor> {
  const account = demoAccounts.find((one) => one.role === role);
  if (!account) throw new Error(`No demo account has the role ${role}.`);
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  context.setDefaultTimeout(patience);
  await context.addInitScript((bars) => {
    if (bars) localStorage.setItem('sidebar-collapsed', 'true');
    if (bars === 'both') localStorage.setItem('nav-bar-collapsed', 'true');
  }, closed);
  const page = await context.newPage();
  await page.goto('/admin/login');
  await page.locator('input[type=email]').fill(account.email);
  // The administrator is the one that the template database was made with.
  const password = role === 'administrator' ? administratorPassword : account.password;
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/admin\/(?!login)/);
  // Directus asks the first administrator who owns the licence.
  if (role === 'administrator') await postponeLicence(page);

  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
  });
  return { page, problems, leave: () => context.close() };
}

async function postponeLicence(page: Page): Promise<void> {
  const later = page.getByRole('button', { name: /remind|nanti|ingatkan/i });
  await later.click({ timeout: 5000 }).catch(() => undefined);
}

/** What a person reads: no non-breaking spaces, no line breaks. */
export function readable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Waits until something on the screen reads as expected. */
export async function expectToRead(shown: Locator, text: string): Promise<void> {
  await expect.poll(async () => readable(await shown.innerText()), { timeout: patience }).toContain(text);
}

const testImages = join(rootFolder, '.test/images');
const readmeImages = process.env['KADER_SCREENSHOTS'] === '1' ? join(rootFolder, 'docs/images') : testImages;

/** Takes a picture for the README; into the repository only when KADER_SCREENSHOTS=1. */
export async function takePicture(page: Page, name: string, folder = readmeImages): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** Keeps what was on the screen of a test that failed. */
export async function takeFailure(page: Page): Promise<void> {
  await takePicture(page, 'failed', testImages);
}
