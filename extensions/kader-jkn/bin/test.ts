/**
 * `npm test [-- VITEST OPTIONS]`: unit and server tests, and the browser tests where there is a Chromium; in CI
 * (the variable CI is set) they must run.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../../../test/harness/chromium.ts';
import { nodeModules } from './folders.ts';

const given = process.argv.slice(2);
const projects: string[] = [];
const isCi = Boolean(process.env['CI']);

if (!given.some((argument) => argument.startsWith('--project'))) {
  const withBrowser = findChromium() !== null;
  if (!withBrowser && isCi) {
    console.error(
      'No Chromium was found, and in CI the browser tests must run. Install chromium or set CHROMIUM_PATH.',
    );
    process.exit(1);
  }
  if (!withBrowser) console.log('Browser tests are skipped: install chromium, or set CHROMIUM_PATH, to run them.');
  projects.push('--project=unit', '--project=server', ...(withBrowser ? ['--project=browser'] : []));
}

const vitest = join(nodeModules, 'vitest/vitest.mjs');
const coverage = isCi ? ['--coverage'] : [];
process.argv = [process.execPath, vitest, 'run', '--config=test/vitest.config.ts', ...projects, ...coverage, ...given];
await import(pathToFileURL(vitest).href);
