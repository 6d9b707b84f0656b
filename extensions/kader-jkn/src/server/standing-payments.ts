import type { Knex } from 'knex';
import type { ToldPayment } from './read-payment.ts';
import { numbersByBranch, type StandingPayment } from './repeated-payment.ts';

type Numbered = Pick<ToldPayment, 'source' | 'externalRef'>;

const columns = ['id', 'branch', 'kader', 'user_created', 'external_ref'] as const;

/** The collections that stand with a reference of these payments of one source and branch, by reference. */
export async function standingPayments(
  transaction: Knex,
  branch: number,
  numbered: readonly Numbered[],
): Promise<Map<string, StandingPayment>> {
  const [first] = numbered;
  if (first === undefined) return new Map();
  const references = numbered.map(({ externalRef }) => externalRef);
  const found: (StandingPayment & { external_ref: string })[] = await transaction('collection')
    .where({ source: first.source })
    .whereRaw('external_ref = any (?)', [references])
    // said as the indexes say it, so that they are used
    .whereRaw(`source ${numbersByBranch(first.source) ? 'in' : 'not in'} ('staff', 'kader')`)
    .modify((question) => {
      if (numbersByBranch(first.source)) question.where({ branch });
    })
    .select(...columns);
  return new Map(found.map((standing) => [standing.external_ref, standing]));
}
