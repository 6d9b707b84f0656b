import type { Knex } from 'knex';
import type { ContactsAnswer, ContactsRow, DailyContacts, FieldGrouping } from '../../contract/monev-field.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { dateOf, daysOf, daysSoFar, firstDay, lastDay, type Period, periodsBetween } from '../../core/period.ts';
import { type AskedSpan, chooseSpan } from './choose-span.ts';
import { contactsExpected } from './contacts-expected.ts';
import { type Due, dueOver, partnershipWithin } from './due.ts';
import { type FieldMonths, fieldMonths, groupingFor } from './field-months.ts';
import { leavesIn } from './leaves-in.ts';
import { type MonthFigures, monthFigures } from './month-figures.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';

export interface ContactsQuery extends AskedSpan {
  by: FieldGrouping | null;
  /** a screen that others see: names only kader who reach what is due */
  shared: boolean;
}

/** As many months are shown where nobody asks for others; of kader and branches one. */
const usualMonths = 6;

/**
 * Families a day that kader contacted, against what is due (design 5.10), by month, branch or kader, and by channel. A day
 * counts for every kader in partnership in its month, as the target does.
 */
export async function contactsAnswer(
  knex: Knex,
  scope: MonevScope,
  asked: ContactsQuery,
  now: Date,
): Promise<ContactsAnswer> {
  const { subject } = scope;
  const timezone = scope.branches[0]?.timezone ?? 'Asia/Jakarta';
  const grouping = groupingFor(scope, asked.by);
  const shared = asked.shared || scope.self !== null;
  const months = asked.months ?? (grouping === 'month' ? usualMonths : 1);
  const chosen = await chooseSpan(knex, scope, 'contacts_per_day', { ...asked, months }, now);
  const frame = { subject, timezone, grouping, shared };
  if (chosen === null) return { ...frame, span: null, gap: 'no-months', ...nothing };

  const branches = scope.branches.map(({ id }) => id);
  const known = await fieldMonths(knex, scope, { ...chosen, asked: asked.from });
  const { span } = known;
  const [figures, due, policy, away] = await Promise.all([
    monthFigures(knex, { branches, from: span.from, to: span.to }),
    dueOver(knex, scope, 'contacts_per_day', span),
    contactsExpected(knex, { branches, months: known.months }),
    leavesIn(knex, { branches, from: firstDay(span.from as Period), to: lastDay(span.to as Period) }),
  ]);
  const listed = new Set(scope.roster.map(({ id }) => id));
  const working = {
    scope,
    ...known,
    figures: figures.filter(({ kader }) => kader !== null && listed.has(kader)),
    partners: partnersOf(scope.roster, known, dateOf(now, timezone)),
    due,
    targeted: new Set(branches.filter((branch) => due.ofBranch(branch) !== null)),
    policy,
    away,
  };
  const rows = rowsOf(working, grouping);
  const shown = grouping === 'kader' && shared ? rows.filter((row) => row.id === scope.self || reaches(row)) : rows;
  const own = working.figures;
  const channelOf = (channel: 'visit' | 'whatsapp' | 'phone') => ({
    channel,
    families: own.reduce((sum, figure) => sum + figure[`${channel}_families`], 0),
  });
  return {
    ...frame,
    span,
    gap: figures.some(({ contacts }) => contacts > 0) ? null : 'no-data',
    total: totalOf(working),
    due_from: due.whole !== null ? 'target' : policy.size > 0 ? 'policy' : null,
    rows: shown,
    others: rows.length - shown.length,
    channels: [channelOf('visit'), channelOf('whatsapp'), channelOf('phone')],
    education: own.reduce((sum, { education_contacts: contacts }) => sum + contacts, 0),
    officers: scope.whole
      ? figures.filter(({ kader }) => kader === null).reduce((sum, { family_days: families }) => sum + families, 0)
      : null,
  };
}

const nothing = {
  total: { families: 0, kader_days: 0, daily: null, due: null },
  due_from: null,
  rows: [],
  others: 0,
  channels: [],
  education: 0,
  officers: null,
};

interface Working extends FieldMonths {
  scope: MonevScope;
  figures: MonthFigures[];
  partners: Partner[];
  due: Due;
  /** branches with a target: what is due is an average over their kader */
  targeted: ReadonlySet<Id>;
  policy: ReadonlyMap<string, number>;
  away: ReadonlySet<Id>;
}

/** A kader in a month of the partnership. */
interface Partner {
  kader: RosterKader;
  month: Period;
  /** of the month */
  days: number;
  /** of them up to today, and in which there can have been contacts */
  soFar: number;
}

function partnersOf(
  roster: readonly RosterKader[],
  { span, months, ended }: FieldMonths,
  today: ReturnType<typeof dateOf>,
): Partner[] {
  return roster.flatMap((kader) => {
    const within = partnershipWithin(kader, span);
    if (within === null) return [];
    const last = ended.get(kader.branch) ?? within.to;
    const own = periodsBetween(within.from as Period, within.to as Period);
    return own.map((month) => {
      const counts = month <= last && months.includes(month);
      return { kader, month, days: daysOf(month), soFar: counts ? daysSoFar(month, today) : 0 };
    });
  });
}

const sumOf = <One>(of: readonly One[], figure: (one: One) => number) => of.reduce((sum, one) => sum + figure(one), 0);

/** What some kader did in some months; `perDay` is their target together, families a day of the span. */
function dailyOf(
  { due, targeted, policy, span }: Working,
  figures: readonly MonthFigures[],
  partners: readonly Partner[],
  perDay: number | null,
): DailyContacts {
  const families = sumOf(figures, ({ family_days: count }) => count);
  const kaderDays = sumOf(partners, ({ soFar }) => soFar);
  const partnerDays = sumOf(partners, ({ days }) => days);
  if (partnerDays === 0) return { families, kader_days: 0, daily: null, due: null };
  const targetDays = sumOf(
    partners.filter(({ kader }) => targeted.has(kader.branch)),
    ({ days }) => days,
  );
  const spanDays = sumOf(periodsBetween(span.from as Period, span.to as Period), daysOf);
  const expected = partners.map((one) => policy.get(`${one.kader.branch} ${one.month}`) ?? null);
  const byPolicy = expected.every((one) => one !== null)
    ? sumOf(partners, (one) => (policy.get(`${one.kader.branch} ${one.month}`) ?? 0) * one.days) / partnerDays
    : null;
  return {
    families,
    kader_days: kaderDays,
    daily: kaderDays === 0 ? null : families / kaderDays,
    due: due.whole === null ? byPolicy : perDay === null || targetDays === 0 ? null : (perDay * spanDays) / targetDays,
  };
}

function totalOf(working: Working): DailyContacts {
  return dailyOf(working, working.figures, working.partners, working.due.whole);
}

function rowsOf(working: Working, grouping: FieldGrouping): ContactsRow[] {
  const { scope, months, figures, partners, due, running, away, span } = working;
  const row = { kind: grouping, id: null, name: null, month: null, running: span.running, on_leave: false };
  if (grouping === 'month') {
    return months.map((month) => ({
      ...row,
      ...monthOf(working, month),
      month,
      running: running.has(month),
    }));
  }
  const byBranch = grouping === 'branch';
  const keyOf = (kader: RosterKader) => (byBranch ? kader.branch : kader.id);
  const [partnersBy, figuresBy] = [
    Map.groupBy(partners, ({ kader }) => keyOf(kader)),
    Map.groupBy(figures, ({ branch, kader }) => (byBranch ? branch : kader)),
  ];
  const places = byBranch ? scope.branches : scope.roster;
  return places
    .flatMap(({ id, name }): ContactsRow[] => {
      const [own, done] = [partnersBy.get(id) ?? [], figuresBy.get(id) ?? []];
      if (own.every(({ soFar }) => soFar === 0) && done.length === 0) return [];
      const perDay = due.ofPlace(
        grouping,
        id,
        scope.roster.filter((kader) => keyOf(kader) === id),
      );
      return [{ ...row, ...dailyOf(working, done, own, perDay), id, name, on_leave: !byBranch && away.has(id) }];
    })
    .sort((one, other) => (other.daily ?? 0) - (one.daily ?? 0) || other.families - one.families);
}

function monthOf(working: Working, month: MonthText): DailyContacts {
  const { figures, partners, due } = working;
  return dailyOf(
    { ...working, span: { ...working.span, from: month, to: month } },
    figures.filter((figure) => figure.month === month),
    partners.filter((partner) => partner.month === month),
    due.ofMonth(month),
  );
}

/** As many families as are due, or more: what may be told of a kader on a shared screen. */
function reaches({ daily, due }: DailyContacts): boolean {
  return daily !== null && due !== null && daily >= due;
}
