import type { ClientBase } from 'pg';
import type { Id, TimeZone } from '../../contract/records.ts';
import type { KnownFamily } from '../../core/list-change.ts';

/** A family as it stands now, with the version of its row. */
export interface FoundFamily extends KnownFamily {
  id: Id;
  /** xmin: another one means that somebody changed it meanwhile */
  seen: string;
}

/** Columns of a FoundFamily; `$zone` stands for the branch's time zone. What a person touched last is theirs from that day. */
export const foundColumns = (zone: string): string => `
  b.id, b.xmin::text as seen, b.kk_number, b.va_number, b.head_name, b.head_nik, b.members, b.class, b.members_1, b.members_2,
  b.members_3, b.area, b.address, b.phone, b.note, b.kader, b.status, b.source, b.listed_months, b.reported_months,
  b.listed_amount, b.listed_as_of::text as listed_as_of, b.left_list_on::text as left_list_on,
  greatest(b.checked_on,
    case when b.user_updated is not null then (b.date_updated at time zone ${zone})::date
      when b.list_batch is null and b.user_created is not null then (b.date_created at time zone ${zone})::date end
  )::text as person_on`;

/** The families of a branch with these KK numbers, by KK number. */
export async function lookUpFamilies(
  client: ClientBase,
  { branch, timezone }: { branch: Id; timezone: TimeZone },
  kkNumbers: readonly string[],
): Promise<Map<string, FoundFamily>> {
  const { rows } = await client.query<FoundFamily>({
    name: 'kader look up families',
    text: `select ${foundColumns('$3')} from binaan b where b.branch = $1 and b.kk_number = any ($2)`,
    values: [branch, kkNumbers, timezone],
  });
  return new Map(rows.map((row) => [row.kk_number, row]));
}
