/**
 * Where each kind of installed item lives, what finds it, and which of its columns say what it is.
 * The columns are listed, so that a column added by a later Directus does not look like somebody's change.
 */
export interface KindOfItem {
  /** the table or view that is read */
  from: string;
  /** the table that is written, where it is not the one that is read */
  table?: string;
  /** SQL expression that equals the id of the item */
  id: string;
  columns: readonly string[];
  /** what to do where somebody deleted the item: the data model is restored, configuration stays as they left it */
  whenDeleted: 'restore' | 'leave';
  /** what to do where somebody made the same before us: nothing is installed (none said), or theirs is kept */
  whenFound?: 'keep';
}

const column = `(select table_name || '.' || column_name as id, data_type, is_nullable, column_default, character_maximum_length
  from information_schema.columns where table_schema = current_schema()) as columns`;

/** A function and the trigger that calls it often share their name: one item. */
const routine = `(select id, string_agg(definition, ';' order by definition) as definition from (
    select proname::text as id, pg_get_functiondef(oid) as definition
    from pg_proc where pronamespace = current_schema()::regnamespace and prokind = 'f' and starts_with(proname, 'kader_')
    union all
    select tgname::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and starts_with(tgname, 'kader_')
  ) as parts group by id) as routines`;

/** What comes after a step is part of it; a step that nothing follows reads as it did before several steps were installed. */
const operation = `(select id, name, key, type, flow, case when resolve is null and reject is null then options::jsonb
    else coalesce(options::jsonb, '{}') || jsonb_build_object('$resolve', resolve, '$reject', reject) end as options
  from directus_operations) as operations`;

export const kinds = {
  collection: {
    from: 'directus_collections',
    id: 'collection',
    columns:
      'icon note display_template hidden singleton translations archive_field archive_app_filter archive_value unarchive_value sort_field accountability color sort group collapse'.split(
        ' ',
      ),
    whenDeleted: 'restore',
  },
  column: {
    from: column,
    id: 'id',
    columns: ['data_type', 'is_nullable', 'column_default', 'character_maximum_length'],
    whenDeleted: 'restore',
  },
  field: {
    from: 'directus_fields',
    id: `collection || '.' || field`,
    columns:
      'special interface options display display_options readonly hidden sort width translations note conditions required group validation validation_message'.split(
        ' ',
      ),
    whenDeleted: 'restore',
  },
  relation: {
    from: 'directus_relations',
    id: `many_collection || '.' || many_field`,
    columns: ['one_collection', 'one_field', 'sort_field', 'one_deselect_action', 'junction_field'],
    whenDeleted: 'restore',
  },
  role: { from: 'directus_roles', id: 'id::text', columns: ['name', 'icon', 'description'], whenDeleted: 'leave' },
  policy: {
    from: 'directus_policies',
    id: 'id::text',
    columns: ['name', 'icon', 'description', 'admin_access', 'app_access'],
    whenDeleted: 'leave',
  },
  access: {
    from: 'directus_access',
    id: 'id::text',
    columns: ['role', 'policy'],
    whenDeleted: 'leave',
  },
  permission: {
    from: 'directus_permissions',
    id: `policy::text || '/' || collection || '/' || action`,
    columns: ['permissions', 'validation', 'presets', 'fields'],
    whenDeleted: 'leave',
  },
  flow: {
    from: 'directus_flows',
    id: 'id::text',
    columns: ['name', 'icon', 'color', 'description', 'status', 'trigger', 'accountability', 'options', 'operation'],
    whenDeleted: 'leave',
  },
  operation: {
    from: operation,
    table: 'directus_operations',
    id: 'id::text',
    columns: ['name', 'key', 'type', 'options', 'flow'],
    whenDeleted: 'leave',
  },
  dashboard: {
    from: 'directus_dashboards',
    id: 'id::text',
    columns: ['name', 'icon', 'note', 'color'],
    whenDeleted: 'leave',
  },
  panel: {
    from: 'directus_panels',
    id: 'id::text',
    columns: 'dashboard name icon color show_header note type position_x position_y width height options'.split(' '),
    whenDeleted: 'leave',
  },
  module: {
    from: `(select entry ->> 'id' as id, entry -> 'enabled' as enabled
      from directus_settings, json_array_elements(coalesce(module_bar, '[]')) as entry) as modules`,
    id: 'id',
    columns: ['enabled'],
    whenDeleted: 'leave',
    whenFound: 'keep',
  },
  preset: {
    from: 'directus_presets',
    id: 'id::text',
    columns: 'bookmark role collection search layout layout_query layout_options filter icon color'.split(' '),
    whenDeleted: 'leave',
  },
  translation: {
    from: 'directus_translations',
    id: 'id::text',
    columns: ['language', 'key', 'value'],
    whenDeleted: 'restore',
  },
  complaint_category: {
    from: 'complaint_category',
    id: 'id::text',
    columns: ['code', 'name', 'kind', 'answer_days', 'note'],
    whenDeleted: 'leave',
  },
  training_topic: {
    from: 'training_topic',
    id: 'id::text',
    columns: ['code', 'name', 'description', 'sort', 'required'],
    whenDeleted: 'leave',
  },
  award_rule: {
    from: 'award_rule',
    id: 'id::text',
    columns:
      'name branch active months attainment_above_bp partnership_months education_contacts again_after_months certificate_words note'.split(
        ' ',
      ),
    whenDeleted: 'leave',
  },
  message_template: {
    from: 'message_template',
    id: 'id::text',
    columns: 'key name branch about channel language subject html text attachment status note'.split(' '),
    whenDeleted: 'leave',
  },
  dues_rate: {
    from: 'dues_rate',
    id: 'id::text',
    columns: ['class', 'effective_from', 'dues', 'participant_pays', 'note'],
    whenDeleted: 'leave',
  },
  program_policy: {
    from: 'program_policy',
    id: 'id::text',
    columns: [
      ...'name branch effective_from kader_window_min kader_window_max tele_window_min tele_window_max priority_min'.split(
        ' ',
      ),
      ...'outside_list_allowed several_districts_allowed families_per_kader contacts_per_day contact_cap_week'.split(
        ' ',
      ),
      ...'contact_hour_from contact_hour_to zero_month_limit zero_month_warning grace_months review_answer_days'.split(
        ' ',
      ),
      ...'verification_required max_billed_months instalment_min_months instalment_max_months instalment_count_max'.split(
        ' ',
      ),
      ...'cover_restored_after training_required renewal_notice_days note'.split(' '),
    ],
    whenDeleted: 'leave',
  },
  commission_scheme: {
    from: 'commission_scheme',
    id: 'id::text',
    columns: ['name', 'branch', 'effective_from', 'status', 'base', 'note'],
    whenDeleted: 'leave',
  },
  constraint: {
    from: `(select conname::text as id, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = current_schema()::regnamespace) as constraints`,
    id: 'id',
    columns: ['definition'],
    whenDeleted: 'restore',
  },
  function: { from: routine, id: 'id', columns: ['definition'], whenDeleted: 'restore' },
  trigger: { from: routine, id: 'id', columns: ['definition'], whenDeleted: 'restore' },
  index: {
    from: `(select indexname::text as id, indexdef as definition from pg_indexes where schemaname = current_schema()) as indexes`,
    id: 'id',
    columns: ['definition'],
    whenDeleted: 'restore',
  },
} as const satisfies Record<string, KindOfItem>;

export type Kind = keyof typeof kinds;
