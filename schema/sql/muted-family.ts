import type { SqlDefinition } from '../types.ts';

/** The status that a family gets where somebody wants one: "muted" follows an approved mute, and nothing else makes it. */
export const mutedFamilySql: SqlDefinition[] = [
  {
    name: 'kader_status_of_family',
    kind: 'function',
    sql: `
create or replace function kader_status_of_family(family integer, of_branch integer, former text, wanted text)
returns text language plpgsql stable as $$
declare
  until date;
begin
  if wanted not in ('active', 'muted') then
    return wanted;
  end if;
  if former is not null then
    select kader_mute_until(family, (now() at time zone h.timezone)::date, h.timezone) into until
      from branch h where h.id = of_branch;
  end if;
  if wanted = 'muted' and until is null then
    raise exception using errcode = 'P0001', message = 'KADER_MUTE_NEEDED', detail = '{}';
  end if;
  if former = 'muted' and until is not null and wanted = 'active' then
    raise exception using errcode = 'P0001', message = 'KADER_MUTE_IN_FORCE', detail = '{}';
  end if;
  -- a family that comes back onto the list while it is muted stays muted
  return case when until is not null then 'muted' else wanted end;
end $$;`,
  },
];
