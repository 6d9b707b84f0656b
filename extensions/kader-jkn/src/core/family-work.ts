/** What a family weighs beside the months it owes: as much as a year of them. */
export const monthsAFamilyWeighs = 12;

/** The work of families in months: every family counts as twelve, and every month that they owe as one. */
export function workOf({ families, months }: { families: number; months: number }): number {
  return families * monthsAFamilyWeighs + months;
}
