/** What the endpoints of schemes answer. Money is whole rupiah. */
import type { CommissionScheme, Id, MonthText } from './records.ts';

interface Named {
  id: Id;
  name: string;
}

/** What statements came to, as they were paid or as they would have been. */
export interface PayFigures {
  /** what the commission was taken of */
  base: number;
  gross: number;
  withholding: number;
  /** what the kader receives */
  net: number;
}

export interface PayComparison {
  /** payments paid out, without reversals */
  collections: number;
  paid: PayFigures;
  would: PayFigures;
  /** net that would have been paid above (or below, when negative) what was */
  difference: number;
}

export interface SimulatedKader extends PayComparison {
  kader: Named & { code: string };
}

export interface SimulatedMonth extends PayComparison {
  month: MonthText;
}

/**
 * What a simulation takes for granted: `members_today` (a flat sum a participant counts the family as it is now),
 * `own_schemes` (some of the branches have a scheme of their own, which would stay in force), `carried_out` (what is still
 * to be set off after the last month differs).
 */
export type SimulationAssumption = 'members_today' | 'own_schemes' | 'carried_out';

/** GET /kader-jkn/schemes/:id/simulation */
export interface SchemeSimulation {
  scheme: Pick<CommissionScheme, 'id' | 'name' | 'status'>;
  /** whose statements are compared, and those that could be asked for */
  branches: Named[];
  choices: { branches: Named[]; months: MonthText[] };
  /** the first and last month compared; null: no month is closed yet */
  from: MonthText | null;
  to: MonthText | null;
  total: PayComparison;
  /** by difference, the largest gain first */
  kader: SimulatedKader[];
  months: SimulatedMonth[];
  assumptions: SimulationAssumption[];
}

/** POST /kader-jkn/schemes/:id/succeed */
export interface SuccessorMade {
  id: Id;
}
