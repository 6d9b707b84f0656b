import type { ClientBase } from 'pg';
import type { Id } from '../../contract/records.ts';
import type { FamilyRow } from '../../core/family-row.ts';
import { copyRows, copyText } from './copy-rows.ts';
import type { ImportJob } from './import-job.ts';
import type { FamilyReckoner } from './reckon-family.ts';

/** A new family as it is copied, and what tells it apart. */
export interface NewFamily {
  kk_number: string;
  /** the row of the list */
  number: number;
  /** whom the list names; null: nobody */
  kader: Id | null;
  /** its columns but for the id */
  line: string;
}

/** The columns of binaan that are written of a new family. */
export const newFamilyColumns = [
  ...[
    'kk_number',
    'va_number',
    'head_name',
    'head_nik',
    'members',
    'class',
    'members_1',
    'members_2',
    'members_3',
    'area',
  ],
  ...['address', 'phone', 'note', 'kader', 'listed_months', 'reported_months', 'listed_amount', 'accrued_months'],
  ...['accrued_amount', 'accrued_through', 'owed_months', 'owed_amount', 'tele_eligible'],
  ...['branch', 'listed_as_of', 'list_batch', 'status', 'source', 'date_created', 'user_created'],
];

/** Makes the lines of new families: what the list tells, what is reckoned of it, and what all of them share. */
export function newFamilyLine(job: ImportJob, reckoner: FamilyReckoner, now: Date): (row: FamilyRow) => string {
  const shared = [job.branch, job.asOf, job.batch, 'active', 'list', now.toISOString(), job.by]
    .map(copyText)
    .join('\t');
  return (row) => {
    const reckoned = reckoner.columns(row);
    return `${row.kk_number}\t${copyText(row.va_number)}\t${copyText(row.head_name)}\t${copyText(row.head_nik)}\t${row.members}\t${row.class}\t${copyText(row.members_1)}\t${copyText(row.members_2)}\t${copyText(row.members_3)}\t${copyText(row.area)}\t${copyText(row.address)}\t${copyText(row.phone)}\t${copyText(row.note)}\t${copyText(row.kader)}\t${row.listed_months}\t${copyText(row.reported_months)}\t${row.listed_amount}\t${reckoned.accrued_months}\t${reckoned.accrued_amount}\t${copyText(reckoned.accrued_through)}\t${reckoned.owed_months}\t${reckoned.owed_amount}\t${reckoned.tele_eligible}\t${shared}\n`;
  };
}

/**
 * How new families go in. `past` is PostgreSQL's setting of bulk loaders: row triggers and foreign keys are left out, and
 * everything they would have asked is asked of all at once at the end (kader_check_new_families). Where the database does
 * not let us, they go in by the triggers: the same outcome, some times slower.
 */
export type WayIn = 'past' | 'triggers';

const mayPass = `
  select current_setting('is_superuser') = 'on' or (current_setting('server_version_num')::integer >= 150000
    and exists (select from pg_parameter_acl p, aclexplode(p.paracl) g
      where p.parname = 'session_replication_role' and g.privilege_type = 'SET'
        and (g.grantee = 0 or pg_has_role(g.grantee, 'usage')))) as past`;

const mayPassBefore15 = `select current_setting('is_superuser') = 'on' as past`;

type Ask = (question: string) => Promise<{ rows: Record<string, unknown>[] }>;

/** Which way a connection may take. */
export async function chooseWayIn(ask: Ask): Promise<WayIn> {
  const version = await ask(`select current_setting('server_version_num')::integer >= 150000 as grants`);
  const answer = await ask(version.rows[0]?.['grants'] ? mayPass : mayPassBefore15);
  return answer.rows[0]?.['past'] ? 'past' : 'triggers';
}

/** From here on the transaction copies new families only. */
export async function beginWay(client: ClientBase, way: WayIn): Promise<void> {
  if (way === 'past') await client.query('set local session_replication_role = replica');
}

/** From here on every trigger and foreign key is asked again. */
export async function endWay(client: ClientBase, way: WayIn): Promise<void> {
  if (way === 'past') await client.query('set local session_replication_role = origin');
}

/** Copies new families. By the triggers, those that came with a kader are held at once. */
export async function copyNewFamilies(
  client: ClientBase,
  table: 'binaan' | 'waiting_family',
  families: readonly NewFamily[],
): Promise<void> {
  await copyRows(
    client,
    table,
    newFamilyColumns,
    families.map(({ line }) => line),
  );
}

const holdNew = `
  insert into assignment (binaan, kader, branch, from_date, reason, date_created, user_created)
  select f.id, f.kader, f.branch, f.listed_as_of, 'import', f.date_created, f.user_created
  from binaan f
  where f.id > $2 and f.list_batch = $1 and f.kader is not null
  order by f.id`;

/** The newest family and holding before a list. */
export interface NewestBefore {
  family: Id;
  holding: Id;
}

/** New families that came with a kader are held by that kader from the date of the list, as the triggers have it. */
export async function holdNewFamilies(
  client: ClientBase,
  way: WayIn,
  { batch, after }: { batch: Id; after: NewestBefore },
): Promise<void> {
  if (way === 'past') await client.query(holdNew, [batch, after.family]);
}

/** Asks of the new families what the triggers would have asked. */
export async function checkNewFamilies(
  client: ClientBase,
  way: WayIn,
  { batch, after }: { batch: Id; after: NewestBefore },
): Promise<void> {
  if (way !== 'past') return;
  await client.query('select kader_check_new_families($1, $2, $3)', [batch, after.family, after.holding]);
}
