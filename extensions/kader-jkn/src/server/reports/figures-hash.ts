import { createHash } from 'node:crypto';
import type { ReportFigures } from '../../contract/monev-report.ts';

/** The same value with the keys of every object in order: how it was kept or sent changes nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const sorted = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, inOrder(inner)]));
}

/** The fingerprint of a report's figures: SHA-256, hex; the same for the same figures. */
export function figuresHash(figures: ReportFigures): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(figures)))
    .digest('hex');
}
