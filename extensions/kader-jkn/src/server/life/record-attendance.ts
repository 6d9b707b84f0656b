import type { AttendanceRecorded, Attending } from '../../contract/life.ts';
import type { TrainingAttendance } from '../../contract/life-records.ts';
import type { DateText, Id } from '../../contract/records.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

type Entered = Attending & { certificate_on: DateText | null };
type Standing = Pick<TrainingAttendance, 'id' | 'kader' | 'present'> & { certificate_on: DateText | null };

/**
 * Writes the attendance of a training for many kader at once, with the caller's rights: all of it or nothing. Those not
 * named stay as they were; `present: null` takes a kader off the list. Refused as KADER_TRAINING_UNKNOWN, or as the records are.
 */
export async function recordAttendance(
  desk: Desk,
  training: Id,
  entered: readonly Entered[],
): Promise<AttendanceRecorded> {
  if ((await visibleRecord(desk, 'training', training, ['id'])) === null) throw refusal('KADER_TRAINING_UNKNOWN');
  return await desk.knex.transaction(async (knex) => {
    await knex('training').where({ id: training }).forUpdate().first('id');
    const items = itemsFor({ ...desk, knex }, 'training_attendance');
    const standing: Standing[] = await knex('training_attendance')
      .where({ training })
      .select('id', 'kader', 'present', knex.raw('certificate_on::text as certificate_on'));
    const standingOf = new Map(standing.map((row) => [row.kader, row]));

    // the last word about a kader counts
    const asked = [...new Map(entered.map((one) => [one.kader, one])).values()];
    const fresh = asked.filter(({ kader, present }) => present !== null && !standingOf.has(kader));
    if (fresh.length > 0) {
      await items.createMany(
        fresh.map(({ kader, present, certificate_on }) => ({ training, kader, present, certificate_on })),
      );
    }
    let removed = 0;
    for (const { kader, present, certificate_on } of asked) {
      const row = standingOf.get(kader);
      if (row === undefined) continue;
      if (present === null) {
        await items.deleteOne(row.id);
        removed += 1;
      } else if (row.present !== present || row.certificate_on !== certificate_on) {
        await items.updateOne(row.id, { present, certificate_on });
      }
    }
    const count = (wanted: boolean) => asked.filter(({ present }) => present === wanted).length;
    return { training, present: count(true), absent: count(false), removed };
  });
}
