import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { Finding } from './finding.ts';

/** Ways around the row rules: policies through which somebody could give themself another role, branch or kader. */
export async function checkAccess(knex: Knex): Promise<Finding[]> {
  const { rows } = await knex.raw<{ rows: { policy: string; collection: string; action: string }[] }>(
    `select policy.name as policy, permission.collection, permission.action
     from directus_permissions as permission
     join directus_policies as policy on policy.id = permission.policy
     where permission.action in ('create', 'update') and not policy.admin_access
       and (permission.collection in ('directus_access', 'directus_policies', 'directus_permissions', 'directus_roles')
         or permission.collection = 'directus_users'
           and string_to_array(permission.fields, ',') && array['*', 'role', 'policies', 'branch', 'kader'])
     order by 1, 2, 3`,
  );
  return [
    ...rows.map(
      ({ policy, collection, action }): Finding => ({
        level: 'warning',
        text: `Policy "${policy}" may ${action} ${collection}: with it users can give themselves another role, branch or kader.`,
      }),
    ),
    ...(await usersWithoutScope(knex)),
  ];
}

/** Users of our roles who see nothing, because the branch or kader that row rules compare with is empty. */
async function usersWithoutScope(knex: Knex): Promise<Finding[]> {
  const ofBranch = [roleIds.head, roleIds.staff, roleIds.telekolekting, roleIds.kader];
  const { rows } = await knex.raw<{ rows: { missing: string; count: number }[] }>(
    `select 'branch' as missing, count(*)::integer as count
     from directus_users where status = 'active' and branch is null and role = any(?)
     union all
     select 'kader', count(*)::integer from directus_users where status = 'active' and kader is null and role = ?`,
    [ofBranch, roleIds.kader],
  );
  return rows
    .filter(({ count }) => count > 0)
    .map(({ missing, count }) => ({
      level: 'warning',
      text: `${count} user(s) have a role of Kader JKN but no ${missing}: they see no records until an administrator sets it.`,
    }));
}
