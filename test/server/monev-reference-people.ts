/** People of monev counted slowly and plainly, from every record, one by one. */
import { type EarlySign, median } from '../../extensions/kader-jkn/src/core/early-warning.ts';
import { type DateText, dateOf, daysAfter, type TimeZone } from '../../extensions/kader-jkn/src/core/period.ts';
import type { TestDirectus } from '../harness/index.ts';

type Row = Record<string, unknown> & { id: number };

export interface CountedMonth {
  month: string;
  level: number;
  joined: number;
  left: number;
}

/** Goes through every day of the months: who is a partner, who was not the day before, who is no longer. */
export async function workforceByHand(
  app: TestDirectus,
  branch: number,
  months: readonly string[],
): Promise<CountedMonth[]> {
  const kader: { joined: string | null; ended: string | null }[] = await app
    .knex('kader')
    .where({ branch })
    .select(
      app.knex.raw("to_char(joined_on, 'YYYY-MM-DD') as joined"),
      app.knex.raw("to_char(ended_on, 'YYYY-MM-DD') as ended"),
    );
  const isPartner = ({ joined, ended }: (typeof kader)[number], day: string) =>
    joined !== null && joined <= day && (ended === null || day <= ended);
  return months.map((month) => {
    const counted = { month, level: 0, joined: 0, left: 0 };
    for (let day = `${month}-01` as DateText; day.startsWith(month); day = daysAfter(day, 1)) {
      const before = daysAfter(day, -1);
      counted.level = kader.filter((one) => isPartner(one, day)).length;
      counted.joined += kader.filter((one) => isPartner(one, day) && !isPartner(one, before)).length;
      counted.left += kader.filter((one) => !isPartner(one, day) && isPartner(one, before)).length;
    }
    return counted;
  });
}

/** Families of a branch by desa, held or not on a day, and by whom. */
export async function coverageByHand(app: TestDirectus, branch: number, on: string) {
  const families: Row[] = await app.knex('binaan').where({ branch });
  const assignments: { binaan: number; kader: number }[] = await app
    .knex('assignment')
    .where({ branch })
    .where('from_date', '<=', on)
    .whereRaw("coalesce(to_date, 'infinity') >= cast(? as date)", [on])
    .select('binaan', 'kader');
  const cared = families.filter(({ status }) => ['active', 'muted', 'settled'].includes(String(status)));
  const holder = new Map(assignments.map(({ binaan, kader }) => [binaan, kader]));
  return {
    held: cared.filter(({ id }) => holder.has(id)).length,
    unheld: families.filter(({ id }) => !holder.has(id)).length,
    ofDesa: (desa: number) => {
      const there = cared.filter(({ area }) => area === desa);
      return { families: there.length, unheld: there.filter(({ id }) => !holder.has(id)).length };
    },
    ofKader: (kader: number) => cared.filter(({ id }) => holder.get(id) === kader).length,
  };
}

interface Limits {
  drop_percent: number;
  idle_days: number;
  broken_percent: number;
  broken_count: number;
  last_day_percent: number;
  void_count: number;
}

/** What is to be said of a kader without leave, whose branch has closed its months up to the newest. */
export async function signsByHand(
  app: TestDirectus,
  {
    kader,
    timezone,
    newest,
    limits,
    now,
  }: { kader: number; timezone: string; newest: string; limits: Limits; now: Date },
): Promise<EarlySign[]> {
  const zone = timezone as TimeZone;
  const payments: Row[] = await app.knex('collection').where({ kader });
  const contacts: Row[] = await app
    .knex('activity')
    .where({ kader })
    .select('*', app.knex.raw("to_char(promise_on, 'YYYY-MM') as promised_in"));
  const standing = payments.filter(({ status }) => status === 'recorded' || status === 'verified');
  const signs: EarlySign[] = [];

  const collectedIn = (month: string) =>
    standing.filter((one) => one['month'] === month).reduce((sum, { amount }) => sum + Number(amount), 0);
  const before: string[] = await app
    .knex('commission')
    .where({ kader })
    .where('month', '<', newest)
    .orderBy('month', 'desc')
    .limit(6)
    .pluck('month');
  const usual = median(before.map(collectedIn)) ?? 0;
  const collected = collectedIn(newest);
  if (before.length >= 3 && usual > 0 && collected / usual <= 1 - limits.drop_percent / 100) {
    signs.push({ kind: 'drop', month: newest as never, collected, usual: Math.round(usual), months: before.length });
  }

  const moments = [
    ...contacts.map(({ at }) => at as Date),
    ...payments
      .filter((one) => standing.includes(one) && one['reverses'] === null)
      .map(({ paid_at }) => paid_at as Date),
  ];
  const active =
    moments.length === 0
      ? null
      : moments
          .map((at) => dateOf(at, zone))
          .toSorted()
          .at(-1);
  let idle = 0;
  for (let day = daysAfter(active ?? ('2019-12-31' as DateText), 1); day < dateOf(now, zone); day = daysAfter(day, 1)) {
    if (new Date(`${day}T12:00:00Z`).getUTCDay() !== 0) idle += 1;
  }
  if (idle >= limits.idle_days) signs.push({ kind: 'idle', days: idle, since: active ?? null });

  const due = contacts.filter(
    (one) => String(one['promised_in']) >= newest && String(one['promised_in']) <= dateOf(now, zone).slice(0, 7),
  );
  const broken = due.filter((one) => one['promise_state'] === 'broken').length;
  const judged = broken + due.filter((one) => one['promise_state'] === 'kept').length;
  if (broken >= limits.broken_count && broken / judged >= limits.broken_percent / 100) {
    signs.push({ kind: 'promises', broken, judged });
  }

  const round = standing.filter((one) => {
    const day = dateOf(one['paid_at'] as Date, zone);
    const isLast = !daysAfter(day, 1).startsWith(newest) && day.startsWith(newest);
    const split = one['split'] as { withoutMonth: number; carried: number; rest: number } | null;
    const whole = split !== null && split.withoutMonth === 0 && split.carried === 0 && split.rest === 0;
    return (
      isLast &&
      one['month'] === newest &&
      one['channel'] === 'kader_cash' &&
      Number(one['amount']) % 50_000 === 0 &&
      !whole
    );
  });
  const amount = round.reduce((sum, one) => sum + Number(one['amount']), 0);
  if (round.length > 0 && amount / collected >= limits.last_day_percent / 100) {
    const on = dateOf(round[0]?.['paid_at'] as Date, zone);
    signs.push({ kind: 'last-day', on, amount, collected, payments: round.length });
  }

  const undone = payments.filter(
    (one) => String(one['month']) >= newest && (one['status'] === 'void' || one['reverses'] !== null),
  ).length;
  if (undone >= limits.void_count) signs.push({ kind: 'undone', payments: undone });
  return signs;
}
