import type { Knex } from 'knex';
import type { Named } from '../../contract/monev.ts';
import type { ReportNames } from '../../contract/monev-report.ts';
import type { DateText, Id, MonthText } from '../../contract/records.ts';
import type { ReportMeeting } from '../../documents/index.ts';
import { decisionsOf } from '../monev/session/decisions-of.ts';

interface SessionRow {
  id: Id;
  held_on: DateText;
  place: string | null;
  present: number;
  excused: number;
  absent: number;
}

const sessionQuestion = `
  select s.id, s.held_on::text as held_on, s.place,
    count(*) filter (where a.status = 'present')::integer as present,
    count(*) filter (where a.status = 'excused')::integer as excused,
    count(*) filter (where a.status = 'absent')::integer as absent
  from monev_session s
  left join monev_attendance a on a.session = s.id
  where s.branch = :branch and s.month = :month and s.status <> 'planned'
  group by s.id`;

const awardsQuestion = `
  select a.title, k.id, k.name
  from award a
  join kader k on k.id = a.kader
  where a.branch = :branch and a.month = :month
  order by a.title, k.name, a.id`;

/**
 * The monev meeting of the month and the awards given for it, as they stand when the report is made; kader by the names that the
 * rest of the report calls them.
 */
export async function readMeeting(
  knex: Knex,
  { branch, month, today, names }: { branch: Id; month: MonthText; today: DateText; names: ReportNames },
): Promise<ReportMeeting> {
  const [{ rows: sessions }, { rows: given }] = await Promise.all([
    knex.raw<{ rows: SessionRow[] }>(sessionQuestion, { branch, month }),
    knex.raw<{ rows: (Named & { title: string })[] }>(awardsQuestion, { branch, month }),
  ]);
  const nameOf = ({ id, name }: Named) => names.kader[id]?.name ?? name;
  const awards = given.map((award) => ({ title: award.title, kader: nameOf(award) }));
  const [held] = sessions;
  if (held === undefined) return { held: null, decisions: [], awards };
  const { id, ...told } = held;
  const { own } = await decisionsOf(knex, { id, branch: { id: branch, name: '' }, month, today });
  return {
    held: told,
    decisions: own.map(({ text, kader, owner, due_on, status }) => ({
      text,
      kader: kader && nameOf(kader),
      owner: owner?.name || null,
      due_on,
      status,
    })),
    awards,
  };
}
