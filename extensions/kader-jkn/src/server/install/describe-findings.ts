import type { Finding } from './finding.ts';

const marks: Readonly<Record<Finding['level'], string>> = { ok: 'ok      ', warning: 'warning ', error: 'error   ' };

/** One line a finding, the gravest last, where the eye is after a long list. */
export function describeFindings(findings: Finding[]): string {
  const order = Object.keys(marks);
  return [...findings]
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
    .map(({ level, text }) => `${marks[level]}${text}`)
    .join('\n');
}
