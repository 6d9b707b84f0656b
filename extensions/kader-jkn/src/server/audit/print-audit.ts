import type { Knex } from 'knex';
import { audit } from '../audit.ts';
import type { Difference } from './difference.ts';

/** Runs the audit and prints each difference as it is found (as one JSON object at the end, when asked); true: there is none. */
export async function printAudit(knex: Knex, print: (line: string) => void, asJson: boolean): Promise<boolean> {
  const kept: Difference[] = [];
  let count = 0;
  for await (const difference of audit(knex)) {
    count += 1;
    if (asJson) kept.push(difference);
    else print(inWords(difference));
  }
  if (asJson) print(JSON.stringify({ differences: kept }));
  else print(count === 0 ? 'The books are true: no differences.' : `${count} differences.`);
  return count === 0;
}

function inWords({ collection, id, field, stored, expected }: Difference): string {
  return `${collection} ${id}: ${field} is ${stored ?? 'empty'}, recomputed ${expected ?? 'empty'}`;
}
