/** `npm run bench [-- --json] [-- --size small|full]`: how fast recording, closing and starting are (docs/benchmark.md). */
import { runBenchmark } from '../../../test/bench/index.ts';
import { readOptions } from '../../../test/bench/options.ts';
import { failWith } from './stop-sentence.ts';

try {
  await runBenchmark(readOptions(process.argv.slice(2)));
} catch (error) {
  failWith(error);
}
