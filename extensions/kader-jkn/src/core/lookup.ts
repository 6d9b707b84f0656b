/** What is in force for a branch on a day (design 5.2). */

export interface Dated {
  /** first day of validity, `YYYY-MM-DD` */
  effective_from: string;
}

export interface BranchDated extends Dated {
  /** null: of all branches */
  branch: number | null;
}

/** The newest record that starts no later than the date, or null. */
export function newestBy<T extends Dated>(records: readonly T[], date: string): T | null {
  let newest: T | null = null;
  for (const record of records) {
    if (record.effective_from > date) continue;
    if (newest === null || record.effective_from > newest.effective_from) newest = record;
  }
  return newest;
}

/** The branch's own record in force on the date, else the national one, else null. */
export function inForce<T extends BranchDated>(records: readonly T[], branch: number, date: string): T | null {
  const own = records.filter((record) => record.branch === branch);
  const national = records.filter((record) => record.branch === null);
  return newestBy(own, date) ?? newestBy(national, date);
}
