/** Tells the person at the terminal what is going on, one line a step, and how long it took. */
export async function step<T>(what: string, work: (progress: (line: string) => void) => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`• ${what} …\n`);
  const result = await work((line) => process.stdout.write(`    ${line}\n`));
  process.stdout.write(`  ready after ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}
