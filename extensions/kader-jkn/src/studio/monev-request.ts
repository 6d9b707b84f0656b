import type { MonthText } from '../contract/records.ts';

/** How many months up to the newest: as the server thinks best, so many, or from January. */
export type MonevReach = 'auto' | 'year' | number;

/** What the viewer of a dashboard chose; null: nothing. */
export interface MonevChoice {
  branch: number | null;
  area: number | null;
  to: MonthText | null;
  reach: MonevReach;
}

/** A record picked in a panel's form, or its number. */
export type Picked = { key: number | string } | number | string | null | undefined;

/** The options that every monev panel has; what is set here the viewer cannot change. */
export interface MonevPanelOptions {
  branch?: Picked;
  area?: Picked;
  /** newest month shown */
  month?: MonthText | null | undefined;
  /** months up to it; `year`: from January */
  span?: MonevReach | string | null | undefined;
}

/** What to ask for, and which of it the panel's form fixed. */
export interface MonevAsked extends MonevChoice {
  fixed: { branch: boolean; area: boolean; to: boolean; reach: boolean };
}

export const noChoice: Readonly<MonevChoice> = { branch: null, area: null, to: null, reach: 'auto' };

/** The number of a picked record; null where none is picked. */
export function pickedId(picked: Picked): number | null {
  const key = typeof picked === 'object' ? picked?.key : picked;
  const id = Number(key);
  return key !== undefined && key !== null && key !== '' && Number.isInteger(id) ? id : null;
}

/** The panel's own options first, then what the viewer chose. */
export function asked(options: MonevPanelOptions, choice: MonevChoice): MonevAsked {
  const [branch, area] = [pickedId(options.branch), pickedId(options.area)];
  const reach = readReach(options.span);
  const month = options.month || null;
  return {
    branch: branch ?? choice.branch,
    area: area ?? (branch === null ? choice.area : null),
    to: month ?? choice.to,
    reach: reach ?? choice.reach,
    fixed: { branch: branch !== null, area: area !== null, to: month !== null, reach: reach !== null },
  };
}

/** What is asked of a panel that tells how things stand today: its viewer chooses no months. */
export function withoutMonths(of: MonevAsked): MonevAsked {
  return { ...of, fixed: { ...of.fixed, to: true, reach: true } };
}

/** The months to ask the server for. From January needs a newest month: without one it stays the server's choice. */
export function spanParams({ to, reach }: Pick<MonevChoice, 'to' | 'reach'>): Record<string, string> {
  if (reach === 'year') return to === null ? {} : { from: `${to.slice(0, 4)}-01`, to };
  const months = reach === 'auto' ? (to === null ? null : 1) : reach;
  return { ...(to === null ? {} : { to }), ...(months === null ? {} : { months: String(months) }) };
}

/** A path of the endpoint with its query; empty values are left out. */
export function monevPath(
  question: string,
  params: Record<string, string | number | boolean | null | undefined>,
): string {
  const given = Object.entries(params).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const query = new URLSearchParams(given).toString();
  return `/kader-jkn/monev/${question}${query === '' ? '' : `?${query}`}`;
}

function readReach(span: MonevPanelOptions['span']): MonevReach | null {
  if (span === 'year' || span === 'auto') return span;
  const months = Number(span);
  return span && Number.isInteger(months) && months > 0 ? months : null;
}
