import type { SqlDefinition } from '../types.ts';

/** How the changes of one table are told. Expressions are SQL over `o` (the row before) and `n` (the row after). */
interface Told {
  table: string;
  recordType: string;
  /** the column of state_change that names the record */
  link: string;
  /** whose record it is; none: nobody's own */
  kader?: string;
  /** who, where the record itself keeps it; else whoever made this very change of the row */
  by?: string;
  /** when, where the record itself keeps it; else now */
  at?: string;
  /** why, where the record itself keeps it; else what the transaction says in `kader.reason` */
  reason?: string;
  /** why, where nobody says it */
  follows?: string;
}

/** A row that was changed without saying when was changed by a process: who changed it before is not who changes it now. */
const whoChanged =
  'case when (n.date_updated, n.user_updated) is distinct from (o.date_updated, o.user_updated) then n.user_updated end';

const told: readonly Told[] = [
  {
    table: 'collection',
    recordType: 'collection',
    link: 'collection',
    kader: 'n.kader',
    by: "case n.status when 'verified' then n.verified_by when 'void' then n.voided_by end",
    at: "case n.status when 'verified' then n.verified_at when 'void' then n.voided_at end",
    reason: "case when n.status = 'void' then n.void_reason end",
    follows: "case when n.reverses is not null then 'Mengikuti verifikasi penerimaan nomor ' || n.reverses end",
  },
  {
    table: 'commission',
    recordType: 'statement',
    link: 'statement',
    kader: 'n.kader',
    // made anew by whoever closes once more
    by: `case when n.status = 'closed' then n.user_created else ${whoChanged} end`,
    at: `(select case n.status when 'approved' then p.approved_at when 'paid' then p.paid_at when 'draft' then p.reopened_at end
      from period p where p.id = n.period)`,
    // moved by the trigger of its month, or by the close itself
    follows: `case when pg_trigger_depth() > 1 or coalesce(current_setting('kader.closing', true), '') <> ''
        then 'Mengikuti bulan buku ' || n.month end`,
  },
  {
    table: 'period',
    recordType: 'period',
    link: 'period',
    by: `case n.status when 'closed' then n.closed_by when 'approved' then n.approved_by when 'paid' then n.paid_by
        else n.reopened_by end`,
    at: `case n.status when 'closed' then n.closed_at when 'approved' then n.approved_at when 'paid' then n.paid_at
        else n.reopened_at end`,
    reason: `case n.status when 'paid' then n.payment_reference || ' · ' || to_char(n.paid_on, 'YYYY-MM-DD')
        when 'open' then n.reopened_reason end`,
  },
  {
    table: 'dispute',
    recordType: 'dispute',
    link: 'dispute',
    kader: 'n.kader',
    by: `case when n.status in ('accepted', 'declined') then n.decided_by else ${whoChanged} end`,
    at: 'n.decided_at',
    reason: 'n.answer',
  },
  {
    table: 'commission_adjustment',
    recordType: 'adjustment',
    link: 'adjustment',
    kader: 'n.kader',
    by: 'n.voided_by',
    at: 'n.voided_at',
    reason: 'n.void_reason',
  },
  { table: 'commission_scheme', recordType: 'scheme', link: 'scheme' },
];

/** One statement a change, whatever the number of rows: nothing is written when records are made (design 6). */
function history({ table, recordType, link, kader, by, at, reason, follows }: Told): SqlDefinition {
  const name = `kader_${table}_history`;
  const why = [reason, "nullif(current_setting('kader.reason', true), '')", follows].filter((one) => one !== undefined);
  return {
    name,
    kind: 'trigger',
    sql: `
create or replace function ${name}() returns trigger language plpgsql as $$
begin
  insert into state_change (record_type, ${link}, branch, kader, from_status, to_status, changed_by, by_process,
      changed_at, reason, date_created, user_created)
    select '${recordType}', n.id, n.branch, ${kader ?? 'null'}, o.status, n.status, w.changed_by, w.changed_by is null,
      coalesce(${at ?? 'null'}, now()), coalesce(${why.join(', ')}), now(), w.changed_by
    from after_rows n
    join before_rows o using (id)
    cross join lateral (select ${by ?? whoChanged} as changed_by) w
    where n.status <> o.status
    order by n.id;
  return null;
end $$;
create or replace trigger ${name} after update on ${table}
  referencing old table as before_rows new table as after_rows
  for each statement execute function ${name}();`,
  };
}

/** Every change of state in a record of its own: who, when and why. Only these triggers write it, and nobody changes it. */
export const stateChangeSql: SqlDefinition[] = [
  {
    name: 'kader_state_change_guard',
    kind: 'trigger',
    // An account that is gone is let go of; what it did stays told.
    sql: `
create or replace function kader_state_change_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if pg_trigger_depth() > 1 then
      return null;
    end if;
  elsif tg_op = 'UPDATE' then
    if not exists (
      select from after_rows n join before_rows o using (id)
      where (to_jsonb(n) - '{changed_by,user_created,user_updated}'::text[])
          is distinct from (to_jsonb(o) - '{changed_by,user_created,user_updated}'::text[])
        or (n.changed_by is distinct from o.changed_by and (
          n.changed_by is not null or exists (select from directus_users u where u.id = o.changed_by)))
    ) then
      return null;
    end if;
  end if;
  raise exception using errcode = 'P0001', message = 'KADER_HISTORY_KEPT', detail = '{}';
end $$;
create or replace trigger kader_state_change_guard after insert on state_change
  for each statement execute function kader_state_change_guard();`,
  },
  {
    name: 'kader_state_change_update_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_state_change_update_guard after update on state_change
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_state_change_guard();`,
  },
  ...(['delete', 'truncate'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_state_change_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_state_change_${event}_guard before ${event} on state_change
  for each statement execute function kader_state_change_guard();`,
    }),
  ),
  ...told.map(history),
];
