/** Fails when the bundle's browser part has outgrown its budget (design 2): 150 KB, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { distFolder } from './folders.ts';

const budget = 150;
const size = gzipSync(readFileSync(join(distFolder, 'app.js'))).length / 1024;
console.log(`app.js: ${size.toFixed(1)} KB gzipped, of ${budget}`);
if (size > budget) process.exit(1);
