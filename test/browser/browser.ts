import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
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

let opened: Promise<Browser> | undefined;

/** The Chromium of this machine with a profile of its own: opened at the first call, and closed with the run. */
export function openBrowser(): Promise<Browser> {
  opened ??= launch();
  return opened;
}

async function launch(): Promise<Browser> {
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
  /** with email and password typed in, as people do */
  byForm?: boolean;
}

/** Somebody who is signed in, in a window of their own. */
export interface Visitor {
  page: Page;
  /** errors of the page and of its console since they signed in */
  problems: string[];
  leave: () => Promise<void>;
}

/** The windows of one account share what the browser keeps of the app, so that only the first of them loads it. */
const contexts = new Map<DemoAccount['role'], Promise<BrowserContext>>();

/** Opens a window of somebody who is signed in, in Indonesian and in Jakarta's time zone. */
export async function signIn(
  browser: Browser,
  url: string,
  role: DemoAccount['role'],
  { width = 1280, height = 860, dark = false, closed, byForm = false }: Screen = {},
): Promise<Visitor> {
  const context = await contextOf(browser, url, role);
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.addInitScript((bars) => {
    localStorage.setItem('sidebar-collapsed', String(bars !== undefined));
    localStorage.setItem('nav-bar-collapsed', String(bars === 'both'));
  }, closed);
  if (byForm) await fillInLogin(context, page, role);
  else await login(context, role);
  // Directus asks the first administrator who owns the licence.
  if (role === 'administrator') await postponeLicence(page);

  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    const { url } = message.location();
    // the browser asks for an icon by itself, before the app names its own
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) problems.push(`${message.text()} (${url})`);
  });
  const leave = async () => {
    for (const window of context.pages()) await window.close();
  };
  return { page, problems, leave };
}

function contextOf(browser: Browser, url: string, role: DemoAccount['role']): Promise<BrowserContext> {
  const context = contexts.get(role) ?? openContext(browser, url);
  contexts.set(role, context);
  return context;
}

async function openContext(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
  context.setDefaultTimeout(patience);
  return context;
}

/** The administrator is the one that the template database was made with. */
function credentials(role: DemoAccount['role']): { email: string; password: string } {
  const account = demoAccounts.find((one) => one.role === role);
  if (!account) throw new Error(`No demo account has the role ${role}.`);
  return { email: account.email, password: role === 'administrator' ? administratorPassword : account.password };
}

async function login(context: BrowserContext, role: DemoAccount['role']): Promise<void> {
  const answer = await context.request.post('/auth/login', { data: { ...credentials(role), mode: 'session' } });
  expect(answer.status()).toBe(200);
}

async function fillInLogin(context: BrowserContext, page: Page, role: DemoAccount['role']): Promise<void> {
  const { email, password } = credentials(role);
  await context.clearCookies();
  await page.goto('/admin/login');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/admin\/(?!login)/);
}

/** Puts the question off whenever it comes up. */
async function postponeLicence(page: Page): Promise<void> {
  await page.addLocatorHandler(page.getByRole('button', { name: /remind|nanti|ingatkan/i }), (later) => later.click());
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
