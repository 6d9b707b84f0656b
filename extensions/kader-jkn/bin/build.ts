/** `npm run build [-- --force]`: the bundle, unless it is already built from these sources. */
import { buildBundle, isBuilt } from './build-bundle.ts';
import { failWith } from './stop-sentence.ts';

const anew = process.argv.includes('--force');
if (isBuilt() && !anew) {
  console.log('The bundle is up to date.');
} else {
  try {
    const started = performance.now();
    await buildBundle({ anew });
    console.log(`The bundle is built (${((performance.now() - started) / 1000).toFixed(1)} s).`);
  } catch (error) {
    failWith(error);
  }
}
