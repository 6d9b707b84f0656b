import type { FieldDefinition, SchemaDefinition } from '../../../../../schema/types.ts';
import { matrix } from '../../../../../seeds/reference/access.ts';
import type { Action, Grant } from '../../../../../seeds/reference/access-grants.ts';
import { roles } from '../../../../../seeds/reference/roles.ts';
import { policyIds, type RoleKey, roleIds } from '../../contract/access.ts';
import { uuidOf } from './fingerprint.ts';
import type { Wanted } from './plan.ts';

/** Roles, their policies, and the permissions of the matrix. */
export function wantAccess(schema: SchemaDefinition): Wanted[] {
  const keys = Object.keys(roles) as RoleKey[];
  return [
    ...keys.map(wantRole),
    ...keys.map(wantPolicy),
    ...keys.map(wantLink),
    ...Object.entries(matrix).flatMap(([collectionName, byRole]) =>
      Object.entries(byRole).flatMap(([role, grants]) =>
        Object.entries(grants).map(([action, grant]) =>
          wantPermission(schema, role as RoleKey, collectionName, action as Action, grant),
        ),
      ),
    ),
  ];
}

function wantRole(role: RoleKey): Wanted {
  const { name, icon, description } = roles[role];
  const id = roleIds[role];
  return { key: `role:${role}`, kind: 'role', id, definition: { id, name, icon, description } };
}

function wantPolicy(role: RoleKey): Wanted {
  const { name, icon, description, app } = roles[role];
  const id = policyIds[role];
  return {
    key: `policy:${role}`,
    kind: 'policy',
    id,
    definition: { id, name, icon, description, app_access: app, admin_access: false },
  };
}

function wantLink(role: RoleKey): Wanted {
  const id = uuidOf(`access:${role}`);
  return {
    key: `access:${role}`,
    kind: 'access',
    id,
    definition: { id, role: roleIds[role], policy: policyIds[role], sort: 1 },
  };
}

function wantPermission(
  schema: SchemaDefinition,
  role: RoleKey,
  collection: string,
  action: Action,
  grant: Grant,
): Wanted {
  const policy = policyIds[role];
  return {
    key: `permission:${role}/${collection}/${action}`,
    kind: 'permission',
    id: `${policy}/${collection}/${action}`,
    definition: {
      policy,
      collection,
      action,
      permissions: grant.rows ?? {},
      validation: grant.validation ?? null,
      presets: grant.presets ?? null,
      fields: fieldsOf(schema, collection, grant.fields),
    },
  };
}

/**
 * The names of the granted fields. Groups of a form are always among them: a field whose group is withheld would not
 * be drawn.
 */
export function fieldsOf(schema: SchemaDefinition, collection: string, fields: Grant['fields']): string[] {
  if (fields === 'all') return ['*'];
  const known = schema.collections.find((one) => one.collection === collection)?.fields ?? [];
  if ('except' in fields) {
    return known.map(({ field }) => field).filter((field) => !fields.except.includes(field));
  }
  const groups = known.filter(isGroup).map(({ field }) => field);
  return [...fields.only, ...groups.filter((field) => !fields.only.includes(field))];
}

function isGroup({ meta }: FieldDefinition): boolean {
  const special = meta['special'];
  return Array.isArray(special) && special.includes('group');
}
