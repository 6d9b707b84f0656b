import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { distFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import type { Figure } from './figure.ts';

/** appKbGz: what a browser would download of the bundle, compressed, in kilobytes of 1,000 bytes. */
export function measureAppSize(): Figure[] {
  const bytes = gzipSync(readFileSync(join(distFolder, 'app.js')), { level: 9 }).length;
  return [{ key: 'appKbGz', what: 'app.js, compressed', value: bytes / 1000, unit: 'KB', goal: { atMost: 150 } }];
}
