import type { Matrix } from '../access-grants.ts';

/** What monev keeps of closed months: read by our questions alone, which answer what their caller may see. */
export const monevFiguresAccess = {
  monev_month: {},
  monev_reach: {},
} as const satisfies Pick<Matrix, 'monev_month' | 'monev_reach'>;
