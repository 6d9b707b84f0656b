import { branchDashboard } from './dashboards/branch.ts';
import type { PanelDefinition } from './dashboards/lay-out-panels.ts';
import { ownDashboard } from './dashboards/own.ts';
import { regionDashboard } from './dashboards/region.ts';

export interface DashboardDefinition {
  id: string;
  key: string;
  name: string;
  icon: string;
  note: string;
  panels: readonly PanelDefinition[];
}

/** Dashboards of monev: every panel shows what its viewer may see, by default the newest month with data. */
export const dashboards: readonly DashboardDefinition[] = [branchDashboard, regionDashboard, ownDashboard];
