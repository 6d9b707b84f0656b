import type { Knex } from 'knex';
import type { ClientBase } from 'pg';
import type { DateText } from '../../core/period.ts';
import { assignFamilies, proposeFamilies, writeProposed } from '../assign/assign-families.ts';
import type { ImportJob } from './import-job.ts';
import {
  beginWay,
  checkNewFamilies,
  chooseWayIn,
  copyNewFamilies,
  endWay,
  holdNewFamilies,
  type NewestBefore,
  type NewFamily,
  type WayIn,
} from './new-families.ts';
import { bringInWaiting, openWaiting, waitingAmong, waitingFamilies } from './waiting-families.ts';

/** Prepares the transaction of a list for its new families. */
export async function openIncoming(client: ClientBase, job: ImportJob): Promise<IncomingFamilies> {
  const { rows } = await client.query<NewestBefore>(
    `select coalesce((select max(b.id) from binaan b), 0) as family,
      coalesce((select max(a.id) from assignment a), 0) as holding`,
  );
  const way = await chooseWayIn((question) => client.query(question));
  const waits = way === 'past' && job.assign;
  if (waits) await openWaiting(client);
  await beginWay(client, way);
  return new IncomingFamilies(client, job, { way, waits, after: rows[0] ?? { family: 0, holding: 0 } });
}

interface IncomingFacts {
  way: WayIn;
  /** those that the list gives to nobody are written when it is known who gets them */
  waits: boolean;
  after: NewestBefore;
}

/** The new families of a list: where they go while it is read, and what is done with all of them at its end. */
export class IncomingFamilies {
  readonly #client: ClientBase;
  readonly #job: ImportJob;
  readonly #facts: IncomingFacts;

  constructor(client: ClientBase, job: ImportJob, facts: IncomingFacts) {
    this.#client = client;
    this.#job = job;
    this.#facts = facts;
  }

  /** Writes families but for those of the doubtful ones that the list has named before; returns these. */
  async write(fresh: readonly NewFamily[], doubtful: readonly NewFamily[]): Promise<Set<NewFamily>> {
    const repeated = await this.#namedBefore(doubtful);
    const families = fresh.concat(doubtful.filter((family) => !repeated.has(family)));
    if (!this.#facts.waits) await copyNewFamilies(this.#client, 'binaan', families);
    else {
      const isHeld = ({ kader }: NewFamily) => kader !== null;
      await copyNewFamilies(this.#client, 'binaan', families.filter(isHeld));
      await copyNewFamilies(
        this.#client,
        'waiting_family',
        families.filter((family) => !isHeld(family)),
      );
    }
    return repeated;
  }

  /** From here on those that do not wait are there as if by the triggers, and every trigger is asked again. */
  async settle(): Promise<void> {
    const { way, waits, after } = this.#facts;
    await holdNewFamilies(this.#client, way, { batch: this.#job.batch, after });
    await endWay(this.#client, way);
    if (!waits) await this.#check();
  }

  /** Gives families of the branch that nobody holds, those that wait too, to the kader of their desa; returns how many. */
  async assign(trx: Knex, from_date: DateText): Promise<number> {
    const { branch, by } = this.#job;
    const asked = { branch, families: 'unassigned', from_date, by, reason: 'list' } as const;
    if (!this.#facts.waits) return (await assignFamilies(trx, asked)).assigned;
    await proposeFamilies(trx, { ...asked, arriving: waitingFamilies(trx) });
    await beginWay(this.#client, this.#facts.way);
    const held = await bringInWaiting(this.#client, from_date);
    await endWay(this.#client, this.#facts.way);
    await this.#check();
    return held + (await writeProposed(trx, asked));
  }

  async #check(): Promise<void> {
    const { way, after } = this.#facts;
    await checkNewFamilies(this.#client, way, { batch: this.#job.batch, after });
  }

  async #namedBefore(doubtful: readonly NewFamily[]): Promise<Set<NewFamily>> {
    if (doubtful.length === 0) return new Set();
    const kkNumbers = doubtful.map(({ kk_number }) => kk_number);
    const { rows } = await this.#client.query<{ kk_number: string }>(
      'select kk_number from binaan where branch = $1 and list_batch = $2 and kk_number = any ($3)',
      [this.#job.branch, this.#job.batch, kkNumbers],
    );
    const stored = new Set(rows.map(({ kk_number }) => kk_number));
    if (this.#facts.waits) for (const kk of await waitingAmong(this.#client, kkNumbers)) stored.add(kk);
    return new Set(doubtful.filter(({ kk_number }) => stored.has(kk_number)));
  }
}
