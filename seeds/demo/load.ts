/** Puts a programme of the demo in, through the services and use cases that real data goes through. */
import type { Knex } from 'knex';
import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { Activity, Assignment, Binaan, Commission } from '../../extensions/kader-jkn/src/contract/records.ts';
import { addMonths, firstDay, type Period, periodOf } from '../../extensions/kader-jkn/src/core/period.ts';
import { closePeriod } from '../../extensions/kader-jkn/src/server/close-period.ts';
import { type Desk, itemsFor } from '../../extensions/kader-jkn/src/server/desk/desk.ts';
import { answerDispute } from '../../extensions/kader-jkn/src/server/disputes/answer.ts';
import type { InstallContext, ItemsServiceLike } from '../../extensions/kader-jkn/src/server/install/context.ts';
import { approvePeriod } from '../../extensions/kader-jkn/src/server/period-steps/approve-period.ts';
import { payPeriod } from '../../extensions/kader-jkn/src/server/period-steps/pay-period.ts';
import { type PaymentToRecord, recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import type { AreaDirectory } from './areas.ts';
import { month } from './families.ts';
import { demoKk, demoNik, demoVa } from './identity-numbers.ts';
import { phoneNumber } from './people.ts';
import type { DemoPayment, DemoProgramme } from './programme.ts';

const rowsAtOnce = 1000;
const identitiesOfAProgramme = 20_000;

/** Who stands behind what the demo records, verifies and contacts: users of the branch of today, or nobody. */
export interface DemoPeople {
  staff: string | null;
  head: string | null;
  /** a second head, who approves what the first closed */
  approver: string | null;
  kader: string | null;
  integration: string | null;
  telekolekting: string | null;
}

export const nobody: DemoPeople = {
  staff: null,
  head: null,
  approver: null,
  kader: null,
  integration: null,
  telekolekting: null,
};

export interface Loaded {
  branch: number;
  kader: number[];
}

export class DemoLoader {
  private readonly context: InstallContext;
  private readonly areas: AreaDirectory;
  private readonly now: Date;
  private readonly schema: Awaited<ReturnType<InstallContext['getSchema']>>;

  constructor(
    context: InstallContext,
    areas: AreaDirectory,
    now: Date,
    schema: Awaited<ReturnType<InstallContext['getSchema']>>,
  ) {
    this.context = context;
    this.areas = areas;
    this.now = now;
    this.schema = schema;
  }

  private items(collectionName: string): ItemsServiceLike {
    return new this.context.services.ItemsService(collectionName, { knex: this.context.knex, schema: this.schema });
  }

  /** Branch, rules, targets and kader: what stands before the first family. */
  async loadFrame(programme: DemoProgramme): Promise<Loaded> {
    const branch = Number(await this.items('branch').createOne(programme.branch));
    await this.context.knex('area').whereIn('code', programme.regencies).update({ branch });
    const area = (code: string | undefined) => (code === undefined ? null : this.areas.idOf(code));

    await this.items('program_policy').createMany(programme.policies.map((policy) => ({ ...policy, branch })));
    for (const scheme of programme.schemes) {
      await this.items('commission_scheme').createOne({ ...scheme, branch });
    }
    await this.items('target').createMany(
      programme.targets.map((target) => ({ ...target, branch, area: area(target.area) })),
    );
    await this.items('arrears_snapshot').createMany(
      programme.snapshots.map((snapshot) => ({ ...snapshot, branch, area: area(snapshot.area) })),
    );

    const kader = await this.loadKader(programme, branch);
    return { branch, kader };
  }

  private async loadKader(programme: DemoProgramme, branch: number): Promise<number[]> {
    const rows = programme.kader.map(({ district, villages: _, from: __, events: ___, ...kader }, index) => ({
      ...kader,
      branch,
      district: this.areas.idOf(district),
      code: `${programme.branch.code.slice(3)}-${String(index + 1).padStart(3, '0')}`,
      nik: demoNik(district, firstIndex(programme) + index, kader.gender ?? 'female'),
      phone: phoneNumber(programme.number % 100, 900_000 + index),
      bank_name: 'Bank Contoh',
      bank_account: `99${String(programme.number).padStart(4, '0')}${String(index).padStart(4, '0')}`,
      bank_holder: kader.name,
      contract_number: `${String(index + 1).padStart(3, '0')}/KADER/${programme.branch.code.slice(3)}/${programme.branch.first_month.slice(0, 4)}`,
    }));
    const ids = (await this.items('kader').createMany(rows)).map(Number);
    const each = <T>(make: (demo: DemoProgramme['kader'][number], id: number) => T[]) =>
      programme.kader.flatMap((demo, index) => make(demo, ids[index] ?? 0));

    await this.items('kader_area').createMany(
      each(({ villages, from }, kader) =>
        villages.map((code) => ({ kader, area: this.areas.idOf(code), from_date: from, mode: 'visit' })),
      ),
    );
    await this.items('kader_event').createMany(
      each(({ events }, kader) => events.map((event) => ({ ...event, kader, origin: 'person' }))),
    );
    return ids;
  }

  /** Families with who holds them; contacts; then month by month the payments, their verification and the close. */
  async loadBooks(programme: DemoProgramme, { branch, kader }: Loaded, people: DemoPeople): Promise<void> {
    const families = await this.loadFamilies(programme, branch, kader);
    await this.loadActivities(programme, branch, kader, families, people);

    const months = Map.groupBy(programme.payments, ({ paid_at }) => periodOf(paid_at, programme.branch.timezone));
    for (const text of programme.closes) {
      const closing = month(text);
      const then = this.closingDay(closing);
      await this.record(months.get(closing) ?? [], branch, families, people, then);
      const period = await this.context.knex('period').where({ branch, month: closing }).first('id');
      await closePeriod(this.context.knex, { period: period.id, by: people.head, now: then });
      months.delete(closing);
    }
    for (const open of [...months.values()]) await this.record(open, branch, families, people, this.now);
  }

  /** Months are closed on the third day of the next, at nine in Jakarta; none later than the seeding. */
  private closingDay(closing: Period): Date {
    const then = new Date(`${firstDay(addMonths(closing, 1)).slice(0, 8)}03T09:00:00+07:00`);
    return then < this.now ? then : this.now;
  }

  private async loadFamilies(programme: DemoProgramme, branch: number, kader: number[]): Promise<number[]> {
    const rows: Partial<Binaan>[] = programme.families.map(
      ({ village, kader: _, held_from: __, ...family }, index) => ({
        ...family,
        branch,
        area: this.areas.idOf(village),
        kk_number: demoKk(village, firstIndex(programme) + index),
        va_number: demoVa(programme.number, index + 1),
        phone: phoneNumber(programme.number % 100, index + 1),
        status: 'active',
        source: family.source ?? 'list',
      }),
    );
    const ids = await insertInOrder(this.context.knex, 'binaan', rows);
    const holdings: Partial<Assignment>[] = programme.families.flatMap(
      ({ kader: holder, held_from, listed_as_of, source }, index) => {
        const [binaan, held] = [ids[index], holder === null ? undefined : kader[holder]];
        if (binaan === undefined || held === undefined) return [];
        const reason = source === 'outside_list' ? 'outside_list' : 'list';
        return [{ binaan, kader: held, branch, from_date: held_from ?? listed_as_of, reason }];
      },
    );
    await insertInOrder(this.context.knex, 'assignment', holdings);
    return ids;
  }

  private async loadActivities(
    programme: DemoProgramme,
    branch: number,
    kader: number[],
    families: number[],
    people: DemoPeople,
  ): Promise<void> {
    const rows: Partial<Activity>[] = programme.activities.map(({ family, by, ...activity }) => {
      const holder = programme.families[family]?.kader ?? null;
      const byKader = by === 'kader' || people.telekolekting === null;
      return {
        promise_on: null,
        promise_amount: null,
        ...activity,
        branch,
        binaan: families[family] ?? null,
        kader: byKader && holder !== null ? (kader[holder] ?? null) : null,
        officer: byKader ? null : people.telekolekting,
      };
    });
    await insertInOrder(this.context.knex, 'activity', rows);
  }

  /** Closed months in every state: the newest waits for its approval, the one before for the bank, all others are paid. */
  async loadSteps({ branch: { code }, closes }: DemoProgramme, branch: number, people: DemoPeople): Promise<void> {
    const { knex } = this.context;
    const onDay = (closed: Period, day: string) => new Date(`${firstDay(addMonths(closed, 1)).slice(0, 8)}${day}`);
    for (const text of closes.slice(0, -1)) {
      const closed = month(text);
      const { id: period } = await knex('period').where({ branch, month: closed }).first('id');
      await approvePeriod(knex, { period, by: people.approver, now: onDay(closed, '05T10:00:00+07:00') });
      if (text === closes.at(-2)) continue;
      const paidAt = onDay(closed, '10T14:00:00+07:00');
      const payment = { reference: `TRX-${code}-${text.replace('-', '')}`, paidOn: paidAt.toISOString().slice(0, 10) };
      await payPeriod(knex, { period, by: people.head, now: paidAt, ...payment });
    }
  }

  /** Asked by the kader and answered by the head, each with their own rights. */
  async loadDisputes({ disputes = [] }: DemoProgramme, kader: number, people: DemoPeople): Promise<void> {
    const { knex } = this.context;
    for (const { month: asked, line_kind, question, accepted } of disputes) {
      const statement: Pick<Commission, 'id' | 'lines'> | undefined = await knex('commission')
        .where({ kader, month: asked })
        .first('id', 'lines');
      const line = statement?.lines.find(({ kind }) => kind === line_kind);
      if (statement === undefined || line === undefined) continue;
      const told = { statement: statement.id, line_kind, line_label: line.label, question };
      const id = Number(await itemsFor(this.deskOf('kader', people), 'dispute').createOne(told));
      if (accepted === undefined) continue;
      const { answer, amount } = accepted;
      const correction = { kind: 'adjustment', amount } as const;
      await answerDispute(this.deskOf('head', people), id, { decision: 'accept', answer, correction });
    }
  }

  private deskOf(role: 'kader' | 'head', people: DemoPeople): Desk {
    const roles = [roleIds[role]];
    return {
      knex: this.context.knex,
      schema: this.schema,
      // the installer knows the services of Directus by the few calls that it makes itself
      services: this.context.services as unknown as Desk['services'],
      accountability: { user: people[role], role: roleIds[role], roles, admin: false, app: true, ip: null },
      now: () => this.now,
    };
  }

  private async record(
    due: DemoPayment[],
    branch: number,
    families: number[],
    people: DemoPeople,
    now: Date,
  ): Promise<void> {
    for (const by of ['staff', 'kader', 'integration'] as const) {
      const own = due.filter((payment) => payment.by === by);
      const told = own.map(
        ({ family, amount, paid_at, kind, channel }): PaymentToRecord => ({
          binaan: families[family] ?? null,
          amount,
          paid_at,
          kind: kind ?? 'arrears',
          channel,
        }),
      );
      const ids = await recordCollections(this.context.knex, told, { branch, by, user: people[by], now });
      const toVerify = ids.filter((_, index) => !own[index]?.unverified);
      await this.verify(toVerify, by === 'staff' ? people.head : people.staff);
    }
  }

  /** Verified by somebody else than who recorded, as a person would do it; where there is nobody, the policy asks for none. */
  private async verify(ids: number[], user: string | null): Promise<void> {
    if (user === null || ids.length === 0) return;
    const items = new this.context.services.ItemsService('collection', {
      knex: this.context.knex,
      schema: this.schema,
      accountability: { user, role: null, roles: [], admin: true, app: true, ip: null },
    });
    for (let start = 0; start < ids.length; start += rowsAtOnce) {
      await items.updateMany(ids.slice(start, start + rowsAtOnce), { status: 'verified' });
    }
  }

  /** Name, language and the panels' blue, for a project that still is as Directus made it. */
  async nameProject(): Promise<void> {
    const settings = await this.context.knex('directus_settings').first('project_name');
    if (settings && settings.project_name !== 'Directus') return;
    await this.items('directus_settings').upsertSingleton({
      project_name: 'Kader JKN',
      project_descriptor: 'Demo',
      project_color: '#2A6FBB',
      default_language: 'id-ID',
    });
  }

  /** The demo accounts; an administrator who is there already stays as it is. */
  async loadPeople(branch: number, kader: number): Promise<DemoPeople> {
    const users = new this.context.services.UsersService({ knex: this.context.knex, schema: this.schema });
    const people: DemoPeople = { ...nobody };
    for (const account of demoAccounts) {
      if (account.role === 'administrator') continue;
      const id = String(await users.createOne(userRow(account, branch, kader)));
      const seat = account.role === 'head' && people.head !== null ? 'approver' : account.role;
      if (seat in people) people[seat as keyof DemoPeople] = id;
    }
    return people;
  }
}

function userRow({ role, email, password, firstName, lastName }: DemoAccount, branch: number, kader: number) {
  if (role === 'administrator') throw new Error('the administrator is not made here');
  return {
    email,
    password,
    first_name: firstName,
    last_name: lastName,
    role: roleIds[role],
    status: 'active',
    language: 'id-ID',
    // nobody reads the mail of an example
    email_notifications: false,
    branch: role === 'auditor' ? null : branch,
    kader: role === 'kader' ? kader : null,
  };
}

async function insertInOrder(knex: Knex, table: string, rows: object[]): Promise<number[]> {
  const ids: number[] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const inserted = await knex(table)
      .insert(rows.slice(start, start + rowsAtOnce))
      .returning('id');
    ids.push(...inserted.map(({ id }: { id: number }) => id));
  }
  return ids;
}

/** Where the identity numbers of a programme begin, so that no two programmes share one. */
function firstIndex({ number }: DemoProgramme): number {
  return (number % 100) * identitiesOfAProgramme;
}
