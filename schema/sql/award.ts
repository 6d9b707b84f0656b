import type { SqlDefinition } from '../types.ts';

/** Awards and reports are made by their use cases alone, and what they say stays: only a remark can be added. */
function fixedRecord(table: string, { making, kept }: { making: string; kept: readonly string[] }): SqlDefinition[] {
  const free = ['note', 'user_created', 'date_updated', 'user_updated', ...kept].map((name) => `'${name}'`).join(', ');
  return [
    {
      name: `kader_${table}_guard`,
      kind: 'function',
      sql: `
create or replace function kader_${table}_guard() returns trigger language plpgsql as $$
declare
  free constant text[] := array[${free}];
  changed text;
begin
  if coalesce(current_setting('${making}', true), '') <> '' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    raise exception using errcode = 'P0001', message = 'KADER_MADE_BY_BUTTON',
      detail = json_build_object('month', new.month)::text;
  end if;
  select o.key into changed
    from jsonb_each(to_jsonb(old) - free) o join jsonb_each(to_jsonb(new) - free) n using (key)
    where o.value is distinct from n.value
    limit 1;
  if changed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', changed)::text;
  end if;
  return new;
end $$;`,
    },
    ...(['insert', 'update'] as const).map(
      (event): SqlDefinition => ({
        name: `kader_${table}_${event}_guard`,
        kind: 'trigger',
        sql: `
create or replace trigger kader_${table}_${event}_guard before ${event} on ${table}
  for each row execute function kader_${table}_guard();`,
      }),
    ),
  ];
}

/** The foreign keys may let go of a file, an event or an account that was deleted. */
export const awardSql: SqlDefinition[] = [
  ...fixedRecord('award', { making: 'kader.awarding', kept: ['event', 'certificate'] }),
  ...fixedRecord('monev_report', { making: 'kader.reporting', kept: ['pdf', 'xlsx', 'made_by'] }),
];
