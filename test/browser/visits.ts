import type { Browser } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import type { DemoAccount } from '../../seeds/demo/accounts.ts';
import type { DirectusProcess } from '../harness/process.ts';
import { openBrowser, type Screen, signIn, takeFailure, type Visitor } from './browser.ts';
import { demoInstance } from './demo-instance.ts';

/** Lets somebody enter the demo. */
export type Enter = (role: DemoAccount['role'], screen?: Screen) => Promise<Visitor>;

/** For a test file: opens the demo and a browser, ends each visit with its test, and takes a picture where one failed. */
export function visitDemo(): Enter {
  let app: DirectusProcess;
  let browser: Browser;
  let visitor: Visitor | undefined;

  beforeAll(async () => {
    [app, browser] = await Promise.all([demoInstance(), openBrowser()]);
  });

  afterEach(async ({ task }) => {
    if (visitor && task.result?.state === 'fail') await takeFailure(visitor.page);
    await visitor?.leave();
    visitor = undefined;
  });

  return async (role, screen) => {
    visitor = await signIn(browser, app.url, role, screen);
    return visitor;
  };
}
