import type { Knex } from 'knex';
import type { Award, AwardFacts, AwardRule } from '../../contract/award-records.ts';
import type { AwardNomination, AwardNominations } from '../../contract/monev-awards.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { isNominated, standsInTheWay, wholeMonths } from '../../core/award.ts';
import { addMonths, type DateText, lastDay, type Period } from '../../core/period.ts';
import { attainment } from '../../core/targets.ts';
import { reasonOf } from '../awards/award-words.ts';
import { afterMonth } from './after-month.ts';
import { attainmentAnswer } from './attainment.ts';
import { scopeOfBranch } from './branch-scope.ts';
import { monthFigures } from './month-figures.ts';
import { isPartnerOn } from './realise.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';

interface Asked {
  branch: Id;
  month: MonthText;
}

type Given = Pick<Award, 'id' | 'kader' | 'rule' | 'month' | 'awarded_on'>;

const rulesQuestion = `
  select r.id, r.name, r.branch, r.active, r.months, r.attainment_above_bp, r.partnership_months, r.education_contacts,
    r.again_after_months, r.certificate_words, r.note
  from award_rule r
  where r.active and (r.branch is null or r.branch = :branch)
  order by r.name, r.id`;

const givenQuestion = `
  select a.id, a.kader, a.rule, a.month, to_char(a.awarded_on, 'YYYY-MM-DD') as awarded_on
  from award a
  where a.branch = :branch
  order by a.month desc, a.id`;

/**
 * Kader whom the rules nominate in a month of a branch, from what they collected against their targets, how long they have
 * been partners and whom they educated. Nothing is given by it: a head confirms (fairness). The caller's rights are checked
 * before. Refused as KADER_NOT_ALLOWED where there is no such branch.
 */
export async function awardNominations(knex: Knex, asked: Asked): Promise<AwardNominations> {
  const { branch, month } = asked;
  const scope = await scopeOfBranch(knex, branch);
  const [{ rows: rules }, { rows: given }, period, codes] = await Promise.all([
    knex.raw<{ rows: AwardRule[] }>(rulesQuestion, { branch }),
    knex.raw<{ rows: Given[] }>(givenQuestion, { branch }),
    knex('period').where({ branch, month }).first<{ status: string } | undefined>('status'),
    codesOf(knex, branch),
  ]);
  const partners = scope.roster.filter((kader) => isPartnerOn(kader, lastDay(month as Period)));
  const standings = new Map<number, Map<Id, AwardFacts>>();
  for (const months of new Set(rules.map((rule) => rule.months))) {
    standings.set(months, await factsOver(knex, scope, partners, { month: month as Period, months }));
  }
  const nominations = rules.flatMap((rule) =>
    partners
      .flatMap((kader): AwardNomination[] => {
        const facts = standings.get(rule.months)?.get(kader.id);
        const before = given.filter((award) => award.rule === rule.id && award.kader === kader.id);
        if (facts === undefined || !mayBeNominated(rule, facts, before, month as Period)) return [];
        return [nominationOf(rule, { kader, code: codes.get(kader.id) ?? '' }, facts, before, month)];
      })
      .sort(byMerit),
  );
  return {
    branch: { id: branch, name: scope.subject.branch?.name ?? '' },
    month,
    closed: period !== undefined && period.status !== 'open',
    rules: rules.length,
    nominations,
  };
}

/** Nominated by the rule and not awarded too near this month; what was given for this very month stays on the list. */
function mayBeNominated(rule: AwardRule, facts: AwardFacts, before: readonly Given[], month: Period): boolean {
  if (before.some((award) => award.month === month)) return true;
  const inTheWay = before.some((award) => standsInTheWay(award.month as Period, month, rule.again_after_months));
  return !inTheWay && isNominated(rule, facts);
}

function nominationOf(
  rule: AwardRule,
  { kader, code }: { kader: RosterKader; code: string },
  facts: AwardFacts,
  before: readonly Given[],
  month: MonthText,
): AwardNomination {
  const award = before.find((one) => one.month === month);
  return {
    rule: { id: rule.id, name: rule.name },
    kader: { id: kader.id, name: kader.name, code },
    facts,
    attainment: attainment(facts.collected, facts.target),
    reason: reasonOf(rule, facts, 'id-ID'),
    reason_en: reasonOf(rule, facts, 'en-US'),
    award: award ? { id: award.id, awarded_on: award.awarded_on } : null,
  };
}

function byMerit(one: AwardNomination, other: AwardNomination): number {
  return (
    (other.attainment ?? 0) - (one.attainment ?? 0) ||
    other.facts.partnership_months - one.facts.partnership_months ||
    other.facts.education_contacts - one.facts.education_contacts ||
    one.kader.name.localeCompare(other.kader.name, 'id')
  );
}

/** What each of these kader has done in so many months up to one. */
async function factsOver(
  knex: Knex,
  scope: MonevScope,
  partners: readonly RosterKader[],
  { month, months }: { month: Period; months: number },
): Promise<Map<Id, AwardFacts>> {
  const span = { from: addMonths(month, 1 - months), to: month };
  const branches = scope.branches.map(({ id }) => id);
  const [money, contacts] = await Promise.all([
    attainmentAnswer(knex, scope, { measure: 'collection', by: 'kader', ...span, months: null }, afterMonth(month)),
    monthFigures(knex, { branches, ...span }),
  ]);
  const rows = new Map(money.rows.map((row) => [row.id, row]));
  const educated = Map.groupBy(contacts, ({ kader }) => kader);
  return new Map(
    partners.map((kader) => [
      kader.id,
      {
        ...span,
        collected: rows.get(kader.id)?.realised ?? 0,
        target: rows.get(kader.id)?.target ?? null,
        partnership_months: kader.joined_on === null ? 0 : wholeMonths(kader.joined_on as DateText, month),
        education_contacts: (educated.get(kader.id) ?? []).reduce((sum, row) => sum + row.education_contacts, 0),
      },
    ]),
  );
}

async function codesOf(knex: Knex, branch: Id): Promise<Map<Id, string>> {
  const rows: { id: Id; code: string }[] = await knex('kader').where({ branch }).select('id', 'code');
  return new Map(rows.map(({ id, code }) => [id, code]));
}
