import type { PrivateAgenda, SessionHead } from '../../../contract/monev-session.ts';
import type { Desk } from '../../desk/desk.ts';
import { scopeOfBranch } from '../branch-scope.ts';
import { coachingOf } from './coaching-of.ts';
import { decisionsOf, officersOf } from './decisions-of.ts';
import { openDisputes, reviewsFor } from './reviews-for.ts';

/** What the office talks about with one kader at a time: below target and why, reviews with their answer, open disputes. */
export async function privateAgenda(desk: Desk, session: SessionHead): Promise<PrivateAgenda> {
  const { knex, accountability } = desk;
  const { branch, writes } = session;
  const scope = await scopeOfBranch(knex, branch.id);
  const [{ rows: coach, ...others }, reviews, disputes, decisions, officers] = await Promise.all([
    coachingOf(knex, scope, session, desk.now()),
    reviewsFor(knex, session),
    openDisputes(knex, branch.id),
    decisionsOf(knex, session),
    writes ? officersOf(knex, branch.id, accountability.user) : [],
  ]);
  const aboutOne = <Decision extends { kader: unknown }>(all: Decision[]) => all.filter(({ kader }) => kader !== null);
  return {
    session,
    coach,
    ...others,
    ...{ reviews, disputes },
    earlier: aboutOne(decisions.earlier),
    decisions: aboutOne(decisions.own),
    officers,
  };
}
