import type { Knex } from 'knex';
import type { ClientBase } from 'pg';
import type { ImportCounts } from '../../contract/imports.ts';
import type { Id } from '../../contract/records.ts';
import type { FamilyRow, FamilyRowReading } from '../../core/family-row.ts';
import { readFamilyRow } from '../../core/family-row.ts';
import { listChange } from '../../core/list-change.ts';
import { dateOf } from '../../core/period.ts';
import type { RowIssue, RowReason } from '../../core/row-issue.ts';
import { refusal } from '../errors.ts';
import { type RowContext, readRowContext } from '../families/read-row-context.ts';
import { applyChanges, changeLine, keepChanges, openChanges } from './changed-families.ts';
import type { ImportJob } from './import-job.ts';
import { type IncomingFamilies, openIncoming } from './incoming-families.ts';
import { IssueLog } from './issue-log.ts';
import { type ListRow, type ListSource, type OpenList, openList } from './list-rows.ts';
import { lookUpFamilies } from './look-up-families.ts';
import { type NewFamily, newFamilyLine } from './new-families.ts';
import { markOffList } from './off-list.ts';
import { type FamilyReckoner, familyReckoner } from './reckon-family.ts';
import { FamilyIds, KkFilter } from './seen-families.ts';

/** What the taking in of a list needs beside the list. */
export interface Taking {
  /** connection of the list's own transaction */
  main: ClientBase;
  /** connection beside it: what it writes stays when the list does not go in */
  beside: ClientBase;
  transaction: Knex.Transaction;
  /** told from time to time how far it is; `total` is an estimate, null where there is none */
  progress: (counts: ImportCounts, total: number | null) => Promise<void>;
  now: Date;
}

export interface TakenIn extends ImportCounts {
  /** SHA-256 of the file */
  hash: string;
}

/** A chunk of rows, sorted by what becomes of them. */
interface SortedChunk {
  fresh: NewFamily[];
  /** new ones that the list may have named before */
  doubtful: NewFamily[];
  changes: string[];
}

const kkPattern = /^\d{16}$/;
const nothingCounted: ImportCounts = {
  rows_read: 0,
  rows_bad: 0,
  rows_warned: 0,
  rows_new: 0,
  rows_updated: 0,
  rows_unchanged: 0,
  rows_older: 0,
  rows_off_list: 0,
  rows_assigned: 0,
};

/**
 * Takes a list of families in, in one transaction: rows are read and checked while PostgreSQL copies the rows before them, new
 * families go in by COPY, known ones change as core says at the end. Memory stays flat whatever the size. Refused as openList
 * refuses, and as KADER_IMPORT_BAD_ROWS where all or none was asked for.
 */
export async function takeInList(job: ImportJob, source: ListSource, taking: Taking): Promise<TakenIn> {
  const list = await openList(source, job);
  const intake = await openIntake(job, list, taking);
  for await (const chunk of list.chunks) {
    await intake.take(chunk);
    await taking.progress(intake.counts, estimate(intake.counts.rows_read, list.bytesRead(), source.bytes));
  }
  await intake.finish();
  return { ...intake.counts, hash: list.hash() };
}

/** How many rows a file may have, by the part of it that was read. */
function estimate(rows: number, read: number, bytes: number | null): number | null {
  return bytes === null || read === 0 || read >= bytes ? null : Math.round((rows * bytes) / read);
}

async function openIntake(job: ImportJob, list: OpenList, taking: Taking): Promise<Intake> {
  const { main, transaction, now } = taking;
  await openChanges(main);
  const { rows } = await main.query<{ any: boolean }>(
    'select exists (select from binaan b where b.branch = $1) as any',
    [job.branch],
  );
  const facts = {
    context: await readRowContext(transaction, {
      branch: job.branch,
      asOf: job.asOf,
      decimal: job.options.decimal ?? null,
    }),
    reckoner: await familyReckoner(transaction, job, now),
    incoming: await openIncoming(main, job),
    isFirst: rows[0]?.any === false,
  };
  return new Intake(job, list, taking, facts);
}

interface IntakeFacts {
  context: RowContext;
  reckoner: FamilyReckoner;
  incoming: IncomingFamilies;
  /** the branch has no family yet: none needs to be looked up */
  isFirst: boolean;
}

/** A list on its way in: what it has come to so far, and the rows that are being written. */
class Intake {
  readonly counts: ImportCounts = { ...nothingCounted };
  readonly #job: ImportJob;
  readonly #taking: Taking;
  readonly #facts: IntakeFacts;
  readonly #issues: IssueLog;
  /** known families that the list names, and those of which a row was taken; new ones by their KK number */
  readonly #named = new FamilyIds();
  readonly #taken = new FamilyIds();
  readonly #fresh = new KkFilter();
  /** desa that the list names */
  readonly #areas = new Set<Id>();
  readonly #line: (row: FamilyRow) => string;
  #writing: Promise<void> = Promise.resolve();

  constructor(job: ImportJob, list: OpenList, taking: Taking, facts: IntakeFacts) {
    this.#job = job;
    this.#taking = taking;
    this.#facts = facts;
    this.#issues = new IssueLog(job.batch, list.headings, taking.now);
    this.#line = newFamilyLine(job, facts.reckoner, taking.now);
  }

  /** Reads a chunk while the one before it is written, then has it written. */
  async take(rows: readonly ListRow[]): Promise<void> {
    const sorted = await this.#sort(rows);
    await this.#writing;
    this.#writing = this.#write(sorted, rows);
    // a failure is met where it is awaited
    this.#writing.catch(() => undefined);
    await this.#issues.flush(this.#taking.beside);
  }

  /** Everything that can only be done when the whole list is known. */
  async finish(): Promise<void> {
    const { counts } = this;
    const { main, transaction, now } = this.#taking;
    await this.#writing;
    await this.#issues.flush(this.#taking.beside);
    if (counts.rows_read === 0) throw refusal('KADER_IMPORT_NOTHING');
    if (this.#isRefused()) throw refusal('KADER_IMPORT_BAD_ROWS', { count: counts.rows_bad });
    await this.#facts.incoming.settle();
    const progress = () => this.#taking.progress(counts, counts.rows_read);
    const applied = await applyChanges(main, this.#job, this.#facts.reckoner, progress);
    counts.rows_updated = applied.changed;
    counts.rows_unchanged += applied.unchanged;
    counts.rows_older += applied.older;
    if (this.#job.fullList) counts.rows_off_list = await markOffList(main, this.#job, this.#named, this.#areas);
    const { assign, timezone } = this.#job;
    if (assign) counts.rows_assigned += await this.#facts.incoming.assign(transaction, dateOf(now, timezone));
  }

  /** Whether nothing is to go in any more: the rest is read to list what is wrong in it. */
  #isRefused(): boolean {
    return this.#job.mode === 'all_or_none' && this.counts.rows_bad > 0;
  }

  async #sort(rows: readonly ListRow[]): Promise<SortedChunk> {
    const { context, isFirst } = this.#facts;
    await context.learn(rows.map(({ text }) => text));
    const read = rows.map((row) => ({ row, reading: readFamilyRow(row.text, context) }));
    const kkNumbers = isFirst ? [] : read.map(kkNumberOf).filter((kk) => kkPattern.test(kk));
    const known = isFirst ? new Map() : await lookUpFamilies(this.#taking.beside, this.#job, kkNumbers);
    const sorted: SortedChunk = { fresh: [], doubtful: [], changes: [] };
    const named = new Set<string>();
    for (const one of read) {
      const { row, reading } = one;
      this.counts.rows_read += 1;
      const found = known.get(kkNumberOf(one));
      // a family whose row is refused is named all the same
      if (found !== undefined) this.#named.add(found.id);
      if (!reading.ok) {
        this.#refuse(row, reading.issues);
        continue;
      }
      const { row: told, warnings } = reading;
      if (named.has(told.kk_number) || (found !== undefined && this.#taken.add(found.id))) {
        this.#refuse(row, [about(row, 'kk-repeated')]);
        continue;
      }
      named.add(told.kk_number);
      const area = told.area ?? found?.area ?? null;
      if (area !== null) this.#areas.add(area);
      if (found === undefined) {
        const family = {
          kk_number: told.kk_number,
          number: row.number,
          kader: told.kader,
          line: this.#line(told),
        };
        const isDoubtful = this.#fresh.add(told.kk_number);
        sorted[isDoubtful ? 'doubtful' : 'fresh'].push(family);
        this.counts.rows_new += 1;
        if (told.kader !== null) this.counts.rows_assigned += 1;
      } else {
        const change = listChange(found, told, this.#job.asOf);
        if (change.kind === 'merged') {
          this.#refuse(row, [about(row, 'family-merged')]);
          continue;
        }
        if (change.kind === 'changed') {
          sorted.changes.push(changeLine(found, told, change.set, this.#facts.reckoner));
          this.counts.rows_updated += 1;
          if (change.set.kader) this.counts.rows_assigned += 1;
        } else this.counts[change.kind === 'unchanged' ? 'rows_unchanged' : 'rows_older'] += 1;
      }
      if (warnings.length > 0) {
        this.counts.rows_warned += 1;
        this.#issues.add(row, warnings);
      }
    }
    return sorted;
  }

  async #write({ fresh, doubtful, changes }: SortedChunk, rows: readonly ListRow[]): Promise<void> {
    if (this.#isRefused()) return;
    const repeated = await this.#facts.incoming.write(fresh, doubtful);
    await keepChanges(this.#taking.main, changes);
    for (const { number, kader } of repeated) {
      this.counts.rows_new -= 1;
      if (kader !== null) this.counts.rows_assigned -= 1;
      const row = rows.find((one) => one.number === number);
      if (row !== undefined) this.#refuse(row, [about(row, 'kk-repeated')]);
    }
  }

  #refuse(row: ListRow, issues: readonly RowIssue[]): void {
    this.counts.rows_bad += 1;
    this.#issues.add(row, issues);
  }
}

/** The KK number of a row; of a refused one as it stands. */
function kkNumberOf({ row, reading }: { row: ListRow; reading: FamilyRowReading }): string {
  return reading.ok ? reading.row.kk_number : row.text.kk_number.trim();
}

function about({ text }: ListRow, reason: RowReason): RowIssue {
  return { field: 'kk_number', value: text.kk_number, reason, severity: 'refused' };
}
