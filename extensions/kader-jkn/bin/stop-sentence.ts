/** A reason not to go on that the person at the terminal can do something about: shown as one sentence, without a stack. */
export class StopSentence extends Error {}

/** Ends the process the way its commands promise: a sentence on standard error and a non-zero exit. */
export function failWith(error: unknown): never {
  const known = error instanceof StopSentence || !(error instanceof Error);
  process.stderr.write(`${known ? String(error instanceof Error ? error.message : error) : error.stack}\n`);
  process.exit(1);
}
