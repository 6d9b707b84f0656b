import { dashboards } from '../../../../../seeds/reference/dashboards.ts';
import { uuidOf } from './fingerprint.ts';
import type { Wanted } from './plan.ts';

/** Dashboards of Insights with their panels. */
export function wantDashboards(): Wanted[] {
  return dashboards.flatMap(({ key, panels, ...dashboard }): Wanted[] => [
    { key: `dashboard:${key}`, kind: 'dashboard', id: dashboard.id, definition: dashboard },
    ...panels.map(({ key: panelKey, ...panel }): Wanted => {
      const id = uuidOf(`panel:${panelKey}`);
      const definition = { id, dashboard: dashboard.id, show_header: true, ...panel };
      return { key: `panel:${panelKey}`, kind: 'panel', id, definition };
    }),
  ]);
}
