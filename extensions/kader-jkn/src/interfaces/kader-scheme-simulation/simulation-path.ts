import type { Id, MonthText } from '../../contract/records.ts';

/** What the viewer chose; null: what the server takes for it. */
export interface SimulationChoice {
  branch: Id | null;
  from: MonthText | null;
  to: MonthText | null;
}

/** The address of a simulation. */
export function simulationPath(scheme: string | number, choice: SimulationChoice): string {
  const chosen = Object.entries(choice).filter(([, value]) => value !== null);
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
  return `/kader-jkn/schemes/${scheme}/simulation${query === '' ? '' : `?${query}`}`;
}
