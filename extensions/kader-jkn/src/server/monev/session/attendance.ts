import { z } from 'zod';
import type { AttendanceMarks, SessionHead, SessionKader } from '../../../contract/monev-session.ts';
import type { Id } from '../../../contract/records.ts';
import type { MonevAttendance } from '../../../contract/session-records.ts';
import { type Desk, itemsFor } from '../../desk/desk.ts';
import { parsed } from '../../desk/parse-request.ts';
import { requireOffice } from './session-of.ts';

const marks = z.object({
  attending: z
    .array(
      z.object({
        kader: z.number().int().positive().max(2_147_483_647),
        status: z.enum(['present', 'excused', 'absent']).nullable(),
      }),
    )
    .max(5000),
});

const question = `
  select json_build_object('id', k.id, 'name', k.name, 'code', k.code) as kader,
    case when area.id is not null then json_build_object('id', area.id, 'name', area.name) end as district, a.status
  from kader k
  left join monev_attendance a on a.kader = k.id and a.session = :session
  left join area on area.id = k.district
  where k.branch = :branch and (a.id is not null
    or (k.joined_on <= cast(:held_on as date) and (k.ended_on is null or k.ended_on >= cast(:held_on as date))))
  order by k.name, k.id`;

/** Who is expected: the partners on the day of the meeting, and whoever is marked already. */
export async function expectedAt(
  desk: Pick<Desk, 'knex'>,
  { id, branch, held_on }: SessionHead,
): Promise<SessionKader[]> {
  const asked = { session: id, branch: branch.id, held_on };
  const { rows } = await desk.knex.raw<{ rows: SessionKader[] }>(question, asked);
  return rows;
}

/**
 * Writes the attendance of many kader at once, with the caller's rights: all of it or nothing. Those not named stay as they
 * were. Refused as KADER_NOT_ALLOWED, KADER_QUERY_INVALID, KADER_SESSION_DONE, or as the records are.
 */
export async function markAttendance(desk: Desk, session: SessionHead, body: unknown): Promise<SessionKader[]> {
  requireOffice(desk);
  const { attending }: AttendanceMarks = parsed(marks, body);
  await desk.knex.transaction(async (knex) => {
    await knex('monev_session').where({ id: session.id }).forUpdate().first('id');
    await writeMarks({ ...desk, knex }, session.id, attending);
  });
  return await expectedAt(desk, session);
}

async function writeMarks(desk: Desk, session: Id, attending: AttendanceMarks['attending']): Promise<void> {
  const items = itemsFor(desk, 'monev_attendance');
  const standing: Pick<MonevAttendance, 'id' | 'kader' | 'status'>[] = await desk
    .knex('monev_attendance')
    .where({ session })
    .select('id', 'kader', 'status');
  const standingOf = new Map(standing.map((row) => [row.kader, row]));
  // the last word about a kader counts
  const asked = [...new Map(attending.map((one) => [one.kader, one])).values()];

  const fresh = asked.filter(({ kader, status }) => status !== null && !standingOf.has(kader));
  if (fresh.length > 0) await items.createMany(fresh.map(({ kader, status }) => ({ session, kader, status })));
  const changed = asked.flatMap(({ kader, status }) => {
    const row = standingOf.get(kader);
    return row === undefined || row.status === status ? [] : [{ id: row.id, status }];
  });
  for (const [status, rows] of Map.groupBy(changed, (one) => one.status)) {
    const ids = rows.map(({ id }) => id);
    if (status === null) await items.deleteMany(ids);
    else await items.updateMany(ids, { status });
  }
}
