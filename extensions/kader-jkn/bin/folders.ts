import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, the bundle's and what is built of it. */
export const bundleFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const rootFolder = resolve(bundleFolder, '../..');
export const distFolder = resolve(bundleFolder, 'dist');
export const nodeModules = resolve(rootFolder, 'node_modules');
