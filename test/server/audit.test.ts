import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { CollectionName } from '../../extensions/kader-jkn/src/contract/records.ts';
import { dateOf, daysAfter } from '../../extensions/kader-jkn/src/core/period.ts';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { schemaDefinition } from '../../schema/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { asSuperuser } from '../harness/template.ts';
import { type AuditBooks, makeAuditBooks } from './audit-books.ts';

/** How a column is changed past every guard, and what the audit then names. */
interface Tampering {
  /** the value put there, or made from the one that stands there */
  to: unknown;
  /** which record; else the one of the table's `of` */
  of?: (books: AuditBooks) => number;
  /** the column or figure that gives it away; else the column itself */
  seen?: string | ((books: AuditBooks) => string);
}

interface Table {
  name: CollectionName;
  of: (books: AuditBooks) => number;
  tampered: Record<string, Tampering>;
  /** columns that hold no figure of the books, and why nothing can or need be said of them */
  free: Record<string, string>;
}

const told = 'told by the recorder and reckoned with nowhere';
const words = 'a remark';
const key = 'the key of the record';
/** A day so many from now in WIB. */
const daysFromNow = (count: number) => daysAfter(dateOf(new Date(), 'Asia/Jakarta'), count);
const ofFamily = (books: AuditBooks) => `binaan ${books.busy.families[0]} paid_amount`;

/** The same reason for several columns. */
const because = (reason: string, ...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.flatMap((some) => some.split(' ')).map((column) => [column, reason]));

const tables: Table[] = [
  {
    name: 'collection',
    of: ({ verified }) => verified,
    tampered: {
      binaan: { to: ({ busy }: AuditBooks) => busy.families[1], seen: ofFamily },
      amount: { to: 140_001, seen: 'base' },
      paid_at: { to: '2019-05-05T03:00:00Z', seen: 'paid_month' },
      kind: { to: 'current', seen: 'base' },
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      kader: { to: ({ idle }: AuditBooks) => idle.kader },
      month: { to: ({ programme }: AuditBooks) => programme.months[0], of: ({ recorded }) => recorded, seen: 'late' },
      paid_month: { to: '2019-05' },
      late: { to: true },
      months_owed: { to: 11, seen: 'explanation' },
      months_covered: { to: 9, seen: ({ busy }) => `binaan ${busy.families[0]} paid_months` },
      split: { to: '{"carried":0,"withoutMonth":0,"rest":1,"parts":[]}' },
      scheme: { to: null },
      rule: { to: null },
      rate_bp: { to: 9_000 },
      base: { to: 1 },
      commission: { to: 1 },
      explanation: { to: 'Imbal jasa 90%' },
      explanation_en: { to: 'Commission of 90%' },
      reverses: { to: ({ recorded }: AuditBooks) => recorded, of: ({ reversal }) => reversal, seen: 'binaan' },
      status: { to: 'recorded' },
      pay_month: { to: ({ programme }: AuditBooks) => programme.months[4] },
      verified_at: { to: '2019-05-05T03:00:00Z' },
      verified_by: { to: null },
      voided_at: { to: '2019-05-05T03:00:00Z', of: ({ voided }) => voided },
      voided_by: { to: null, of: ({ voided }) => voided },
      void_reason: { to: 'Lain', of: ({ voided }) => voided },
    },
    free: {
      id: key,
      client_id: 'the number a device gave it, unique',
      channel: told,
      source: told,
      external_ref: 'the reference of whoever sent it, unique with the source',
      confirm_duplicate: told,
      payer_ref: told,
      note: words,
    },
  },
  {
    name: 'binaan',
    of: ({ busy }) => busy.families[0] ?? 0,
    tampered: {
      accrued_months: { to: 99 },
      accrued_amount: { to: 1 },
      accrued_through: { to: null, seen: 'accrued_months' },
      paid_months: { to: 9 },
      paid_amount: { to: 5 },
      owed_months: { to: 9 },
      owed_amount: { to: 5 },
      listed_months: { to: 20, seen: 'owed_months' },
      listed_amount: { to: 1, seen: 'owed_amount' },
      listed_as_of: { to: '2030-01-01', seen: 'paid_amount' },
      muted_until: { to: '2030-01-01' },
      list_batch: { to: ({ list }: AuditBooks) => list + 1, of: ({ listed }) => listed },
    },
    free: Object.fromEntries(
      [
        ...['id', 'branch', 'kader', 'kk_number', 'va_number', 'head_name', 'members', 'class', 'area', 'address'],
        ...['members_1', 'members_2', 'members_3', 'head_nik', 'reported_months', 'merged_into', 'left_list_on'],
        ...['phone', 'status', 'source', 'tele_eligible', 'checked_on', 'checked_how', 'note'],
      ].map((field) => [field, 'who the family is, not a balance']),
    ),
  },
  {
    name: 'commission',
    of: ({ statement }) => statement,
    tampered: {
      kader: { to: 999, seen: ({ paidPeriod }) => `period ${paidPeriod} statements` },
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      period: { to: 999_999, seen: ({ paidPeriod }) => `period ${paidPeriod} statements` },
      month: { to: '2019-05' },
      status: { to: 'closed' },
      collections_count: { to: 9 },
      families_count: { to: 9 },
      families_held: { to: 99 },
      collected: { to: 1 },
      base: { to: 1 },
      commission: { to: 1 },
      bonus: { to: 1 },
      adjustment: { to: 1 },
      corrections: { to: 1 },
      gross: { to: 1 },
      withholding: { to: 1 },
      carried_in: { to: 1 },
      carried_out: { to: 1 },
      net: { to: 1 },
      target: { to: 1, seen: 'attainment_bp' },
      attainment_bp: { to: 1 },
      streak_state: { to: 'leave' },
      zero_streak: { to: 9 },
      scheme: { to: null },
      tax_number_known: { to: false, seen: 'withholding' },
      lines: { to: '[{}]' },
    },
    free: { id: key, note: words },
  },
  {
    name: 'period',
    of: ({ paidPeriod }) => paidPeriod,
    tampered: {
      branch: { to: 999, seen: 'month' },
      month: { to: '2019-05' },
      status: { to: 'approved' },
      closed_at: { to: '2019-05-05T03:00:00Z' },
      closed_by: { to: null },
      approved_at: { to: '2019-05-05T03:00:00Z' },
      approved_by: { to: null },
      paid_at: { to: '2019-05-05T03:00:00Z' },
      paid_by: { to: null },
      payment_reference: { to: 'TRF-999' },
      paid_on: { to: '2019-05-05' },
      reopened_at: { to: '2019-05-05T03:00:00Z' },
      reopened_by: { to: ({ programme }: AuditBooks) => programme.staff.id },
      reopened_reason: { to: 'Lain', of: ({ paidPeriod }) => paidPeriod + 1 },
      collections_count: { to: 99 },
      families_count: { to: 99 },
      collected: { to: 1 },
      commission_total: { to: 1 },
      kader_count: { to: 99 },
      zero_count: { to: 99 },
      reviews_opened: { to: 99 },
      warnings_given: { to: 99 },
    },
    free: {
      id: key,
      note: words,
      rolled_up_at: 'when monev kept its figures: without it they are kept anew',
      payout_file: 'what it pays stands in the statements',
    },
  },
  {
    name: 'kader',
    of: ({ busy }) => busy.kader,
    tampered: { zero_streak: { to: 9 }, streak_month: { to: '2019-05' } },
    free: Object.fromEntries(
      [
        ...['id', 'code', 'name', 'branch', 'district', 'status', 'functions', 'nik', 'gender', 'phone', 'email'],
        ...['address', 'photo', 'bank_name', 'bank_account', 'bank_holder', 'tax_number', 'joined_on', 'ended_on'],
        ...['end_reason', 'end_note', 'contract_number', 'contract_from', 'contract_to', 'contract_file', 'note'],
        'renewal_noticed_to',
      ].map((field) => [field, 'who the kader is, not the streak']),
    ),
  },
  {
    name: 'commission_adjustment',
    of: ({ adjustment }) => adjustment,
    tampered: {
      kader: { to: ({ idle }: AuditBooks) => idle.kader, seen: 'pay_month' },
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      pay_month: { to: '2019-05' },
      amount: { to: 1 },
      reason: { to: 'Lain' },
      dispute: { to: null },
      status: { to: 'void' },
      void_reason: { to: 'Lain', of: ({ voidedAdjustment }) => voidedAdjustment },
      voided_at: { to: '2019-05-05T03:00:00Z', of: ({ voidedAdjustment }) => voidedAdjustment },
      voided_by: { to: null, of: ({ voidedAdjustment }) => voidedAdjustment },
    },
    free: { id: key, note: words },
  },
  {
    name: 'dispute',
    of: ({ dispute }) => dispute,
    tampered: {
      statement: { to: ({ statement }: AuditBooks) => statement + 1, seen: 'kader' },
      kader: { to: ({ idle }: AuditBooks) => idle.kader },
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      line_kind: { to: 'carry', seen: 'line_label' },
      line_label: { to: 'Lain' },
      line_label_en: { to: 'Other' },
      line_amount: { to: 1 },
      status: { to: 'withdrawn', of: ({ asked }) => asked },
      answer: { to: 'Lain' },
      decided_at: { to: '2019-05-05T03:00:00Z' },
      decided_by: { to: null },
      adjustment: { to: ({ voidedAdjustment }: AuditBooks) => voidedAdjustment },
      collection: { to: ({ recorded }: AuditBooks) => recorded, of: ({ taken }) => taken },
    },
    free: { id: key, question: "the kader's own words", note: words },
  },
  {
    name: 'state_change',
    of: ({ changes }) => changes.collection,
    tampered: {
      collection: {
        to: ({ recorded }: AuditBooks) => recorded,
        seen: ({ verified }) => `collection ${verified} status`,
      },
      statement: {
        to: ({ statement }: AuditBooks) => statement + 1,
        of: ({ changes }) => changes.statement,
        seen: ({ statement }) => `commission ${statement} status`,
      },
      period: {
        to: ({ paidPeriod }: AuditBooks) => paidPeriod + 1,
        of: ({ changes }) => changes.period,
        seen: ({ paidPeriod }) => `period ${paidPeriod} status`,
      },
      dispute: {
        to: 999_999,
        of: ({ changes }) => changes.dispute,
        seen: ({ dispute }) => `dispute ${dispute} status`,
      },
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      kader: { to: ({ idle }: AuditBooks) => idle.kader },
      from_status: { to: 'void' },
      to_status: { to: 'void' },
      changed_by: { to: ({ programme }: AuditBooks) => programme.staff.id },
      by_process: { to: true },
      changed_at: { to: '2019-05-05T03:00:00Z' },
      reason: { to: 'Lain', of: ({ changes }) => changes.dispute },
      date_created: { to: '2019-05-05T03:00:00Z', of: ({ changes }) => changes.closing, seen: 'changed_at' },
    },
    free: {
      id: key,
      record_type: 'a check of the table holds it to the link that is set',
      adjustment: 'told as the statement and the dispute above',
      scheme: 'told as the statement and the dispute above',
    },
  },
  {
    name: 'payment_plan',
    of: ({ plan }) => plan,
    tampered: {
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      binaan: { to: ({ busy }: AuditBooks) => busy.families[5], seen: 'paid_amount' },
      starts_on: { to: ({ programme }: AuditBooks) => `${programme.months[4]}-01`, seen: 'paid_amount' },
      instalment_count: { to: 3 },
      cover_restored_after: { to: 'first', seen: 'cover_restored_on' },
      paid_amount: { to: 1 },
      missed_count: { to: 9 },
      missed_since: { to: '2019-05-05' },
      cover_restored_on: { to: '2019-05-05' },
      matched_on: { to: '2019-05-05', seen: 'missed_count' },
      matched_through: { to: 0, seen: 'paid_amount' },
    },
    free: {
      id: key,
      arrears_months: 'what the family owed when it was made: a newer list may have replaced it',
      ...Object.fromEntries(
        ['arrears_amount', 'current_amount', 'amount'].map((field) => [field, 'a check holds the three sums together']),
      ),
      ...Object.fromEntries(
        ['status', 'completed_on', 'ended_on', 'end_reason'].map((field) => [
          field,
          'a check holds state and day together',
        ]),
      ),
      ended_by: 'who ended it, forgotten with the account',
      note: words,
    },
  },
  {
    name: 'payment_plan_instalment',
    of: ({ instalment }) => instalment,
    tampered: {
      plan: { to: 999_999, seen: ({ plan }) => `payment_plan ${plan} instalment_count` },
      number: { to: 99 },
      month: { to: '2019-05', seen: 'due_on' },
      due_on: { to: '2019-05-10' },
      paid_amount: { to: 1 },
      paid_on: { to: '2019-05-05' },
      status: { to: 'waiting' },
      missed_on: { to: null },
    },
    free: {
      id: key,
      ...Object.fromEntries(
        ['arrears_amount', 'current_amount', 'amount'].map((field) => [field, 'a check holds the three sums together']),
      ),
    },
  },
  {
    name: 'enrolment',
    of: ({ enrolment }) => enrolment,
    tampered: {
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      kader: { to: ({ idle }: AuditBooks) => idle.kader, seen: 'bonus' },
      members: { to: 9, seen: 'bonus' },
      registered_on: { to: '2019-05-05', seen: 'lines' },
      month: { to: ({ programme }: AuditBooks) => programme.months[4], seen: 'bonus' },
    },
    free: {
      id: key,
      status: 'a check holds it to the month that counts it',
      registered_by: 'who registered it, forgotten with the account',
      ...Object.fromEntries(
        [
          ...['name', 'nik', 'phone', 'address', 'area', 'class', 'kk_number', 'va_number'],
          ...['assigned_on', 'contacted_on', 'note'],
        ].map((field) => [field, 'who the prospect is, not a figure']),
      ),
    },
  },
  {
    name: 'import_batch',
    of: ({ list }) => list,
    tampered: {
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere, seen: ({ listed }) => `binaan ${listed} list_batch` },
      as_of: {
        to: ({ programme }: AuditBooks) => `${programme.months[4]}-28`,
        seen: ({ listed }) => `binaan ${listed} listed_as_of`,
      },
      rows_total: { to: 9 },
      rows_read: { to: 9 },
      rows_bad: { to: 9 },
      rows_new: { to: 9, seen: 'rows_read' },
      rows_updated: { to: 9 },
      rows_unchanged: { to: 9, seen: 'rows_read' },
      rows_older: { to: 9, seen: 'rows_read' },
      rows_off_list: { to: 9 },
    },
    free: {
      id: key,
      ...Object.fromEntries(
        ['source', 'file', 'mode', 'full_list', 'list_scope', 'assign', 'note', 'file_hash'].map((field) => [
          field,
          'what it was told, no figure',
        ]),
      ),
      ...Object.fromEntries(
        ['status', 'undone_at', 'undone_by', 'message', 'message_en'].map((field) => [
          field,
          'a check holds them together',
        ]),
      ),
      ...Object.fromEntries(
        ['started_at', 'finished_at', 'started_by'].map((field) => [field, 'when and by whom, no figure']),
      ),
      rows_warned: 'told once, and nothing rests on it',
      rows_assigned: 'told once: holdings have their own history',
    },
  },
  {
    name: 'activity',
    of: ({ promise }) => promise,
    tampered: {
      binaan: { to: ({ busy }: AuditBooks) => busy.families[1], seen: 'promise_state' },
      at: { to: ({ programme }: AuditBooks) => `${programme.months[4]}-01T01:00:00Z`, seen: 'promise_state' },
      promise_on: { to: ({ programme }: AuditBooks) => `${programme.months[1]}-01`, seen: 'promise_state' },
      promise_amount: { to: 900_000, seen: 'promise_state' },
      promise_state: { to: 'broken' },
    },
    free: {
      id: key,
      client_id: 'the number a device gave it, unique',
      outcome: 'a check holds it together with the promise',
      promise_judged_on: 'a check holds it together with the promise',
      note: words,
      ...Object.fromEntries(
        ['branch', 'kader', 'officer', 'channel', 'place', 'photo', 'photo_consent', 'cap_reason', 'follow_up_on'].map(
          (field) => [field, told],
        ),
      ),
    },
  },
  {
    name: 'mute',
    of: ({ mute }) => mute,
    tampered: {
      binaan: { to: ({ busy }: AuditBooks) => busy.families[1], seen: ({ muted }) => `binaan ${muted} status` },
      status: { to: 'declined', seen: ({ muted }) => `binaan ${muted} status` },
      from_date: { to: daysFromNow(5), seen: ({ muted }) => `binaan ${muted} status` },
      until_date: { to: daysFromNow(29), seen: ({ muted }) => `binaan ${muted} muted_until` },
    },
    free: {
      id: key,
      branch: 'the branch of its family, by a trigger',
      reason: told,
      note: words,
      decision_note: words,
      ...Object.fromEntries(
        ['asked_by', 'decided_by', 'decided_at', 'ended_by', 'ended_at'].map((field) => [
          field,
          'who and when, no figure',
        ]),
      ),
    },
  },
  {
    name: 'arrears_snapshot',
    of: ({ monthEnd }) => monthEnd,
    tampered: {
      amount: { to: 1 },
      families: { to: 99 },
      ...Object.fromEntries(
        Object.entries({
          branch: ({ elsewhere }: AuditBooks) => elsewhere,
          area: 1,
          as_of: '2019-05-31',
          kind: 'published',
          band_from: 7,
          band_to: 3,
        }).map(([field, to]) => [
          field,
          { to, seen: ({ paidPeriod }: AuditBooks) => `period ${paidPeriod} month_ends` },
        ]),
      ),
    },
    free: { id: key, source: words, note: words },
  },
  {
    name: 'monev_report',
    of: ({ report }) => report,
    tampered: {
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      month: { to: '2019-05' },
      period: { to: ({ paidPeriod }: AuditBooks) => paidPeriod },
      figures: {
        to: '{"form":1,"branch":1,"month":"2019-05","now":{"collected":1}}',
        seen: 'figures_hash',
      },
      figures_hash: { to: '0' },
      closed_at: { to: '2030-05-05T03:00:00Z' },
      made_at: { to: '2019-05-05T03:00:00Z' },
    },
    free: {
      id: key,
      made_by: 'who had it made',
      version: 'of the program that made it',
      names: 'what things were called, no figures',
      pdf: 'the document made of it',
      xlsx: 'the document made of it',
      note: words,
    },
  },
  {
    name: 'award',
    of: ({ award }) => award,
    tampered: {
      branch: { to: ({ elsewhere }: AuditBooks) => elsewhere },
      kader: { to: ({ idle }: AuditBooks) => idle.kader },
      month: { to: '2019-05' },
      awarded_on: { to: '2019-05-05' },
      facts: { to: '{"from":"2019-05","to":"2019-05","collected":1}' },
    },
    free: {
      id: key,
      rule: 'by which it was nominated; a rule changes afterwards',
      title: words,
      words,
      reason: words,
      event: 'let go of where the line of history is deleted',
      certificate: 'the document made of it',
      note: words,
    },
  },
  {
    name: 'message_batch',
    of: ({ batch }) => batch,
    tampered: {
      size: { to: 99 },
      status: { to: 'declined', seen: ({ message }) => `message ${message} status` },
    },
    free: {
      id: key,
      ...because('to whom and by what it was sent, no figure', 'name branch template_key channel audience'),
      ...because('who and when, no figure', 'asked_by decided_by decided_at decision_note'),
    },
  },
  {
    name: 'message',
    of: ({ message }) => message,
    tampered: {
      status: { to: 'waiting' },
      batch: { to: null, seen: ({ batch }) => `message_batch ${batch} size` },
    },
    free: {
      id: key,
      ...because(
        'what was queued and as it was worded: fixed by a trigger, no figure of the books',
        'branch channel template template_key language about item data recipient_kind kader binaan recipient_user',
        'to_name to_address subject html text attachments file cause dedupe_key message_id',
      ),
      ...because(
        'how the sending went: what the mail server knows, nobody can recompute',
        'held_reason not_before not_after attempts next_at claimed_by claimed_at sending_at last_error server_answer',
        'sent_at sent_by bounced_at bounce_reason stepped_by stepped_at step_note',
      ),
    },
  },
];

const tracked = ['date_created', 'user_created', 'date_updated', 'user_updated'];

let app: TestDirectus;
let books: AuditBooks;

async function differencesNow(): Promise<string[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found.map(({ collection, id, field }) => `${collection} ${id} ${field}`);
}

/** Runs statements past every trigger and foreign key, as somebody with the keys of the database could. */
async function pastEveryGuard(statement: string, values: unknown[]): Promise<void> {
  const { database } = await app.knex.raw('select current_database() as database').then(({ rows }) => rows[0]);
  const work = async (client: { query: (text: string, values?: unknown[]) => Promise<unknown> }) => {
    await client.query('set session_replication_role = replica');
    await client.query(statement, values);
  };
  await asSuperuser(inject('testDatabase').port, work, database);
}

/** What the audit says while a field holds another value. */
async function auditWith(table: string, id: number, field: string, value: unknown): Promise<string[]> {
  const put = (stored: unknown) => pastEveryGuard(`update ${table} set ${field} = $1 where id = $2`, [stored, id]);
  const before = await app
    .knex(table)
    .where({ id })
    .first(app.knex.raw('??::text as value', [field]));
  await put(value);
  try {
    return await differencesNow();
  } finally {
    await put(before.value);
  }
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  books = await makeAuditBooks(app);
});

describe('the audit', () => {
  it('finds nothing after an ordinary half year, told with hindsight as it may be', async () => {
    expect(await differencesNow()).toEqual([]);
  });

  it.each(tables)('looks at every column of $name, or says why not', ({ name, tampered, free }) => {
    const columns = schemaDefinition.collections
      .find(({ collection }) => collection === name)
      ?.fields.filter(({ schema }) => schema !== null)
      .map(({ field }) => field);
    const expected = [...Object.keys(tampered), ...Object.keys(free)];
    expect(columns?.filter((field) => !tracked.includes(field) || field in tampered).sort()).toEqual(expected.sort());
    expect(Object.values(free).every((reason) => reason.length > 0)).toBe(true);
  });

  describe.each(tables)('of $name', ({ name, of, tampered }) => {
    it.each(Object.entries(tampered))('names a tampered %s', async (field, { to, of: other, seen = field }) => {
      const id = (other ?? of)(books);
      const value = typeof to === 'function' ? to(books) : to;
      const found = await auditWith(name, id, field, value);
      const expected = typeof seen === 'function' ? seen(books) : seen;
      expect(found).toContainEqual(
        expected.includes(' ') ? expected : expect.stringMatching(new RegExp(`^\\w+ \\d+ ${expected}$`)),
      );
      if (seen === field) expect(found).toContain(`${name} ${id} ${field}`);
    });
  });

  it('finds nothing once the account of whoever closed, verified and voided is deleted', async () => {
    expect((await app.admin.delete(`/users/${books.programme.head.id}`)).status).toBe(204);
    expect(await differencesNow()).toEqual([]);
  });

  it('names a statement that is gone, and a change of state that is gone', async () => {
    const { rows } = await app.knex.raw('select to_jsonb(s) as row from commission s where id = ?', [books.statement]);
    await pastEveryGuard('delete from commission where id = $1', [books.statement]);
    expect(await differencesNow()).toContain(`period ${books.paidPeriod} statements`);
    await pastEveryGuard('insert into commission select * from jsonb_populate_record(null::commission, $1)', [
      rows[0].row,
    ]);
    await pastEveryGuard('delete from state_change where id = $1', [books.changes.statement]);
    expect(await differencesNow()).toContain(`commission ${books.statement} status`);
  });
});
