import type { Accountability, Query } from '@directus/types';
import type { Knex } from 'knex';
import type { MonevSubject, Named } from '../../contract/monev.ts';
import type { CollectionName, Id, TimeZone } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { type RosterKader, rosterOf } from './roster.ts';

/** Reads a collection as the caller: rows and fields that the caller may not read are not there. */
export type ReadAsCaller = (collectionName: CollectionName, query: Query) => Promise<Record<string, unknown>[]>;

export interface ScopeBranch extends Named {
  timezone: TimeZone;
}

export interface Asked {
  branch: Id | null;
  area: Id | null;
  kader: Id | null;
}

/** Whose figures a caller may see, of what was asked. */
export interface MonevScope {
  branches: ScopeBranch[];
  /** the kader of the figures, by name */
  roster: RosterKader[];
  subject: MonevSubject;
  /** figures are the whole branch's: money and visits that belong to no kader count too */
  whole: boolean;
  /** the kader that the caller is */
  self: Id | null;
}

interface Caller {
  read: ReadAsCaller;
  knex: Knex;
  accountability: Accountability | null;
}

/**
 * Narrows what was asked to what the caller may read: branches, area and kader go through their own permissions.
 * Refused with KADER_NOT_ALLOWED where nothing is left, or the very branch or kader asked for is not theirs.
 */
export async function resolveScope({ read, knex, accountability }: Caller, asked: Asked): Promise<MonevScope> {
  const branches = (await read('branch', {
    fields: ['id', 'name', 'timezone'],
    filter: asked.branch === null ? {} : { id: { _eq: asked.branch } },
    sort: ['name'],
    limit: -1,
  })) as unknown as ScopeBranch[];
  if (branches.length === 0) throw refusal('KADER_NOT_ALLOWED');

  const branchIds = branches.map(({ id }) => id);
  const readable = await read('kader', { fields: ['id'], filter: { branch: { _in: branchIds } }, limit: -1 });
  const allowed = new Set(readable.map((row) => row['id'] as Id));
  if (asked.kader !== null && !allowed.has(asked.kader)) throw refusal('KADER_NOT_ALLOWED');

  const everyone = await rosterOf(knex, { branches: branchIds, area: asked.area });
  const visible = everyone.filter(({ id }) => allowed.has(id));
  const self = await kaderOf(knex, accountability);
  // the only kader of a branch is not the whole of it
  const partial = visible.length < everyone.length || (visible.length === 1 && visible[0]?.id === self);
  const only = partial && visible.length === 1 ? visible[0] : undefined;
  const kader = asked.kader === null ? only : visible.find(({ id }) => id === asked.kader);
  if (asked.kader !== null && kader === undefined) throw refusal('KADER_NOT_ALLOWED');

  return {
    branches,
    roster: kader ? [kader] : visible,
    subject: {
      branch: branches.length === 1 && branches[0] ? { id: branches[0].id, name: branches[0].name } : null,
      area: asked.area === null ? null : await areaOf(read, asked.area),
      kader: kader ? { id: kader.id, name: kader.name } : null,
      partial,
    },
    whole: !partial && asked.area === null && kader === undefined,
    self,
  };
}

/** Refuses with KADER_NOT_ALLOWED a caller who may not read one of the fields that the figures are made of. */
export async function requireReadable(
  read: ReadAsCaller,
  collectionName: CollectionName,
  fields: readonly string[],
): Promise<void> {
  await read(collectionName, { fields: [...fields], limit: 1 });
}

/** The ids of the kader whose figures these are; null: of everybody in the branches. */
export function kaderOfScope({ roster, whole }: MonevScope): Id[] | null {
  return whole ? null : roster.map(({ id }) => id);
}

async function areaOf(read: ReadAsCaller, area: Id): Promise<Named> {
  const [row] = await read('area', { fields: ['id', 'name'], filter: { id: { _eq: area } }, limit: 1 });
  if (row === undefined) throw refusal('KADER_NOT_ALLOWED');
  return { id: row['id'] as Id, name: row['name'] as string };
}

/** The caller's own kader. Read without permissions: it is a link on the caller's own user, and nothing else of it. */
async function kaderOf(knex: Knex, accountability: Accountability | null): Promise<Id | null> {
  if (!accountability?.user) return null;
  const row = await knex('directus_users').where({ id: accountability.user }).first<{ kader: Id | null }>('kader');
  return row?.kader ?? null;
}
