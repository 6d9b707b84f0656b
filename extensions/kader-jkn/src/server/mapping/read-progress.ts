import { roleIds } from '../../contract/access.ts';
import type { MappedCount, MappingProgress } from '../../contract/contacts.ts';
import type { Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

interface Row extends MappedCount {
  /** of a desa, of a kader, or of all */
  of: 'desa' | 'kader' | 'all';
}

// A family that moved or is off the list is nobody's to go to.
const question = `
  with family as (
    select f.id, f.area, f.kader, f.checked_on is not null as checked,
      exists (select from family_check c where c.binaan = f.id and c.status = 'waiting') as waiting
    from binaan f
    where f.branch = :branch and f.kader is not null and f.status in ('active', 'muted')
      and (cast(:kader as integer) is null or f.kader = :kader)
  ), counted as (
    select case when grouping(area) = 0 then 'desa' when grouping(kader) = 0 then 'kader' else 'all' end as of,
      case when grouping(area) = 0 then area when grouping(kader) = 0 then kader end as id,
      count(*)::integer as families, (count(*) filter (where checked))::integer as checked,
      (count(*) filter (where waiting))::integer as waiting
    from family
    group by grouping sets ((area), (kader), ())
  )
  select c.of, c.id, coalesce(k.name, a.name, '–') as name, coalesce(k.code, p.name) as detail,
    c.families, c.checked, c.waiting
  from counted c
  left join area a on c.of = 'desa' and a.id = c.id
  left join area p on p.id = a.parent
  left join kader k on c.of = 'kader' and k.id = c.id
  order by c.checked::float8 / greatest(c.families, 1), name, c.id`;

/**
 * How far the families of the caller's branch were gone through, by desa and by kader, those furthest behind first; a kader
 * sees their own. Elevated, because it counts: no family is named. Refused as KADER_NOT_ALLOWED.
 */
export async function readProgress(desk: Desk, asked: Id | null): Promise<MappingProgress> {
  const { branch, kader } = await scopeOf(desk, asked);
  const { rows } = await desk.knex.raw<{ rows: Row[] }>(question, { branch, kader });
  const of = (what: Row['of']): MappedCount[] => rows.filter((row) => row.of === what).map(({ of: _, ...row }) => row);
  const [all] = of('all');
  const { families = 0, checked = 0, waiting = 0 } = all ?? {};
  return { families, checked, waiting, desa: of('desa'), kader: of('kader') };
}

/** The branch that an administrator asks for, else the caller's own. */
async function scopeOf({ knex, accountability }: Desk, asked: Id | null): Promise<{ branch: Id; kader: Id | null }> {
  const { user, roles } = accountability;
  const works = [roleIds.head, roleIds.staff, roleIds.kader].some((role) => roles.includes(role));
  if (!works && !accountability.admin) throw refusal('KADER_NOT_ALLOWED');
  if (accountability.admin && asked !== null) return { branch: asked, kader: null };
  const person = await knex('directus_users').where({ id: user }).first('branch', 'kader');
  const isKader = roles.includes(roleIds.kader);
  if (person?.branch == null || (isKader && person.kader == null)) throw refusal('KADER_NOT_ALLOWED');
  return { branch: person.branch, kader: isKader ? person.kader : null };
}
