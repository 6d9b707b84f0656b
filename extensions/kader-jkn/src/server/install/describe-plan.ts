import type { InstallReport } from './install.ts';
import type { Action, Step } from './plan.ts';

const verbs: Partial<Record<Action, string>> = {
  create: 'create',
  upgrade: 'upgrade',
  restore: 'restore',
  remove: 'remove',
  obsolete: 'no longer used, left',
  changed: 'left as changed here',
  deleted: 'left deleted',
};

/** What an installation did or would do, for a reader: counts by kind, and by name what it left alone. */
export function describePlan(report: InstallReport, dryRun: boolean): string {
  if (report.refusals.length > 0) return ['Nothing was installed.', ...report.refusals].join('\n');
  const lines = summary(report.steps).map(({ action, kind, count }) => `${verbs[action]}: ${count} ${kind}`);
  if (report.areas === 'load') lines.push('load: areas of Indonesia');
  const left = report.steps.filter(({ action }) => action === 'changed' || action === 'deleted');
  return [
    ...lines,
    ...left.map(({ action, wanted }) => `  ${wanted.key}: ${action} by an administrator, left as it is`),
    closing(report, dryRun),
  ].join('\n');
}

function closing({ written, steps, areas }: InstallReport, dryRun: boolean): string {
  const nothing =
    areas !== 'load' && !steps.some(({ action }) => ['create', 'upgrade', 'restore', 'remove'].includes(action));
  if (nothing) return 'Kader JKN is installed and up to date.';
  if (dryRun) return 'Dry run: nothing was written.';
  return written
    ? 'Kader JKN is installed. A Directus that is already running without Redis shows it after a restart.'
    : 'Nothing was written.';
}

/** The same as data: counts by action and kind, and the keys of everything that is not simply as wanted. */
export function planAsJson({ refusals, steps, areas, written }: InstallReport): object {
  return {
    written,
    refusals,
    areas,
    summary: summary(steps, true),
    items: steps.filter(({ action }) => action !== 'same').map(({ action, wanted }) => ({ action, key: wanted.key })),
  };
}

function summary(steps: Step[], all = false): { action: Action; kind: string; count: number }[] {
  const counts = new Map<string, { action: Action; kind: string; count: number }>();
  for (const { action, wanted } of steps) {
    if (!all && (action === 'same' || action === 'collision')) continue;
    const name = `${action} ${wanted.kind}`;
    const seen = counts.get(name) ?? { action, kind: wanted.kind, count: 0 };
    seen.count += 1;
    counts.set(name, seen);
  }
  return [...counts.values()];
}
