import { beforeAll, describe, expect, it } from 'vitest';
import { type RoleKey, roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { CollectionName } from '../../extensions/kader-jkn/src/contract/records.ts';
import { fieldsOf } from '../../extensions/kader-jkn/src/server/install/access.ts';
import { bookmarkText } from '../../extensions/kader-jkn/src/server/install/presets.ts';
import { schemaDefinition } from '../../schema/index.ts';
import { matrix } from '../../seeds/reference/access.ts';
import type { Action, Grant } from '../../seeds/reference/access-grants.ts';
import { presets } from '../../seeds/reference/presets.ts';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeSamples, type Samples } from './access-samples.ts';
import { makeKader, monthFromNow, testKk } from './books-fixture.ts';

const roles = Object.keys(roleIds) as RoleKey[];
const collections = schemaDefinition.collections.map(({ collection }) => collection as CollectionName);

/** A change that every role allowed to update the collection may make. */
const change: Partial<Record<CollectionName, Record<string, unknown>>> = {
  branch: { city: 'Kota Uji' },
  kader: { phone: '0812 0000 0000' },
  partnership_review: { answer: 'Saya sakit sejak Maret.' },
  monev_session: { place: 'Aula uji' },
  monev_decision: { text: 'Diubah dalam uji' },
};
const changeOf = (name: CollectionName, role?: RoleKey) =>
  name === 'dispute' && role === 'kader' ? { status: 'withdrawn' } : (change[name] ?? { note: 'Diubah dalam uji' });

let app: TestDirectus;
let own: Samples;
let other: Samples;
const clients = {} as Record<RoleKey, Client>;
const unplaced = {} as Record<RoleKey, Client>;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  own = await makeSamples(app);
  other = await makeSamples(app);
  for (const role of roles) {
    const { branch, kader } = own;
    clients[role] = await app.login(role, role === 'kader' ? { branch, kader } : { branch });
    unplaced[role] = await app.login(role);
  }
});

const grantOf = (role: RoleKey, name: CollectionName, action: Action): Grant | undefined =>
  matrix[name][role]?.[action];

/** Columns that a grant does not reach. */
function withheld(name: CollectionName, grant: Grant): string[] {
  const granted = fieldsOf(schemaDefinition, name, grant.fields);
  const columns = schemaDefinition.collections.find(({ collection }) => collection === name)?.fields ?? [];
  return granted.includes('*')
    ? []
    : columns
        .filter(({ schema }) => schema)
        .map(({ field }) => field)
        .filter((field) => !granted.includes(field));
}

const seen = async (client: Client, name: CollectionName): Promise<number[]> => {
  const { status, body } = await client.get(
    `/items/${name}?fields=id&limit=-1&filter[id][_in]=${own.ids[name]},${other.ids[name]}`,
  );
  expect(status).toBe(200);
  return body.data.map(({ id }: { id: number }) => id);
};

const count = async (name: CollectionName): Promise<number> =>
  Number((await app.knex(name).count('* as n').first())?.['n']);

describe.each(roles)('%s', (role) => {
  describe.each(collections)('%s', (name) => {
    const read = grantOf(role, name, 'read');
    const create = grantOf(role, name, 'create');
    const update = grantOf(role, name, 'update');
    const remove = grantOf(role, name, 'delete');

    it(read ? 'reads what is theirs and nothing else' : 'may not read', async () => {
      const client = clients[role];
      if (!read) {
        expect((await client.get(`/items/${name}`)).status).toBe(403);
        return;
      }
      const ids = await seen(client, name);
      if (role === 'integration') expect(ids).toEqual([]);
      else expect(ids).toEqual(expect.arrayContaining([own.ids[name]]));
      if (read.rows) expect(ids).not.toContain(other.ids[name]);
      else expect(ids).toContain(other.ids[name]);
      for (const field of withheld(name, read)) {
        expect((await client.get(`/items/${name}?fields=${field}`)).status, field).toBe(403);
      }
    });

    it(create ? 'creates for their own branch only' : 'may not create', async () => {
      const client = clients[role];
      const before = await count(name);
      if (!create) {
        const { status } = await client.post(`/items/${name}`, own.toCreate[name] ?? { note: 'Uji' });
        // 404: what it refers to is not theirs to see either
        expect([403, 404]).toContain(status);
        expect(await count(name)).toBe(before);
        return;
      }
      const refused = await client.post(`/items/${name}`, other.toCreate[name]);
      expect(refused.status, JSON.stringify(refused.body)).toBeGreaterThanOrEqual(400);
      expect(await count(name)).toBe(before);
      const allowed = await client.post(`/items/${name}`, await newRecord(role, name));
      expect(allowed.status, JSON.stringify(allowed.body)).toBe(200);
    });

    it(update ? 'changes what is theirs, in the granted fields' : 'may not change', async () => {
      const client = clients[role];
      const path = (samples: Samples) => `/items/${name}/${samples.ids[name]}`;
      if (!update) {
        expect((await client.patch(path(own), changeOf(name, role))).status).toBe(403);
        return;
      }
      const mine = await ownRecord(role, name);
      const allowed = await client.patch(`/items/${name}/${mine}`, changeOf(name, role));
      expect(allowed.status, JSON.stringify(allowed.body)).toBe(200);
      expect((await client.patch(path(other), changeOf(name, role))).status).toBe(403);
      const stored = await app.knex(name).where({ id: mine }).first();
      for (const field of withheld(name, update)) {
        // refused, or left out by the server, which alone decides it
        await client.patch(`/items/${name}/${mine}`, { [field]: null });
        const { date_updated: _, ...after } = await app.knex(name).where({ id: mine }).first();
        expect(stored, field).toMatchObject(after);
      }
    });

    it(remove ? 'deletes what is theirs' : 'may not delete', async () => {
      const client = clients[role];
      const kept = remove ? [other] : [own, other];
      for (const samples of kept) {
        const { status } = await client.delete(`/items/${name}/${samples.ids[name]}`);
        // 409: what may be deleted is kept while others rest on it
        expect(remove ? [403, 409] : [403]).toContain(status);
        expect(await app.knex(name).where({ id: samples.ids[name] }).first('id')).toBeDefined();
      }
      if (!remove) return;
      const { body } = await client.post(`/items/${name}`, await newRecord(role, name));
      expect((await client.delete(`/items/${name}/${body.data.id}`)).status).toBe(204);
    });

    it.runIf(read?.rows)('is closed for users who have no branch and no kader', async () => {
      const client = unplaced[role];
      expect(await seen(client, name)).toEqual([]);
      if (update) {
        expect((await client.patch(`/items/${name}/${own.ids[name]}`, changeOf(name, role))).status).toBe(403);
      }
    });
  });
});

let made = 0;

/** What the role would record, not yet recorded by anybody. */
async function newRecord(role: RoleKey, name: CollectionName): Promise<Record<string, unknown>> {
  made += 1;
  const fields = { ...own.toCreate[name] };
  switch (name) {
    case 'activity':
      // a telekolekting officer makes contacts in their own name
      if (role === 'telekolekting') delete fields['kader'];
      return fields;
    case 'kader':
      return { ...fields, code: `K-UJI-${role}` };
    case 'kader_area':
      return { ...fields, from_date: `2021-01-${String(1 + (made % 28)).padStart(2, '0')}` };
    case 'binaan':
      return { ...fields, kk_number: testKk(100_000 + made) };
    case 'assignment': {
      const family = { ...own.toCreate.binaan, kk_number: testKk(200_000 + made) };
      const { body } = await app.admin.post('/items/binaan', family);
      return { binaan: body.data.id, kader: own.kader, branch: own.branch, from_date: '2022-01-01' };
    }
    case 'message_stop':
    case 'mute': {
      const family = { ...own.toCreate.binaan, kader: own.kader, kk_number: testKk(300_000 + made) };
      const { body } = await app.admin.post('/items/binaan', family);
      return { ...fields, binaan: body.data.id };
    }
    case 'collection': {
      const source = role === 'integration' ? { source: 'bank-uji' } : {};
      return { ...fields, ...source, external_ref: `uji-${made}`, confirm_duplicate: true };
    }
    case 'monev_session': {
      // one a month: the branch has two months
      const month = monthFromNow(0);
      await app.knex('monev_session').where({ branch: own.branch, month }).delete();
      return { ...fields, month };
    }
    case 'monev_attendance':
      return { ...fields, kader: await makeKader(app, { branch: own.branch }) };
    case 'monev_decision':
      return { ...fields, owner: clients[role].id };
    case 'training_attendance': {
      const { body } = await app.admin.post('/items/training', own.toCreate.training);
      return { ...fields, training: body.data.id };
    }
    default:
      return fields;
  }
}

/** The record that the role may change: a contact that they made themselves, otherwise the branch's. */
async function ownRecord(role: RoleKey, name: CollectionName): Promise<number> {
  if (name !== 'activity' || !['kader', 'telekolekting'].includes(role)) return own.ids[name];
  const { body } = await clients[role].post('/items/activity', await newRecord(role, name));
  return body.data.id;
}

describe('the integration', () => {
  it('reads back its own collections only', async () => {
    const sent = await clients.integration.post('/items/collection', {
      ...own.toCreate.collection,
      source: 'bank-uji',
      external_ref: 'uji-baca',
      confirm_duplicate: true,
    });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const { body } = await clients.integration.get('/items/collection?fields=id,external_ref&limit=-1');
    expect(body.data).toContainEqual({ id: sent.body.data.id, external_ref: 'uji-baca' });
    expect(body.data.map(({ id }: { id: number }) => id)).not.toContain(own.ids.collection);
  });

  it('does not sign in to the app', async () => {
    expect((await clients.integration.get('/collections')).body.data ?? []).toEqual([]);
  });
});

describe('GraphQL', () => {
  it('follows the same rows and fields', async () => {
    const names = await clients.staff.graphql('{ binaan(limit: -1) { id kk_number } }');
    const ids = names.body.data.binaan.map(({ id }: { id: string }) => Number(id));
    expect(ids).toContain(own.ids.binaan);
    expect(ids).not.toContain(other.ids.binaan);

    const withheldField = await clients.telekolekting.graphql('{ binaan { id kk_number } }');
    expect(withheldField.body.errors).toBeDefined();
    const pay = await clients.telekolekting.graphql('{ commission { net } }');
    expect(pay.body.errors).toBeDefined();
    expect((await unplaced.kader.graphql('{ binaan { id } }')).body.data.binaan).toEqual([]);
  });
});

describe('users', () => {
  it.each(roles)('%s cannot change their own branch, kader or role', async (role) => {
    for (const fields of [{ branch: other.branch }, { kader: other.kader }, { role: roleIds.head }]) {
      expect((await clients[role].patch('/users/me', fields)).status).toBe(403);
    }
  });

  it('do not hand records to a kader of another branch', async () => {
    for (const [role, path, fields] of [
      ['head', '/items/kader_event', { kader: other.kader, kind: 'trained', on_date: '2022-01-01' }],
      ['staff', `/items/binaan/${own.ids.binaan}`, { kader: other.kader }],
    ] as const) {
      const client = clients[role];
      const answer = path.endsWith('event') ? await client.post(path, fields) : await client.patch(path, fields);
      expect(answer.status).toBe(404);
      expect(answer.body.errors[0].extensions).toMatchObject({ code: 'KADER_REFERENCE_UNKNOWN', field: 'kader' });
    }
  });

  it('only see telekolekting families while these are in its window', async () => {
    const policy = own.ids.program_policy;
    await app.admin.patch(`/items/program_policy/${policy}`, { tele_window_min: 1, tele_window_max: 2 });
    expect(await seen(clients.telekolekting, 'binaan')).toEqual([]);
    await app.admin.patch(`/items/program_policy/${policy}`, { tele_window_min: null, tele_window_max: null });
    expect(await seen(clients.telekolekting, 'binaan')).toEqual([own.ids.binaan]);
  });
});

describe('flows and dashboards', () => {
  it('show the head the buttons of a month, staff the one that reports it, and nobody else any', async () => {
    const named = async (role: RoleKey) => {
      const { body } = await clients[role].get('/flows?fields=name&sort=name');
      return body.data.map(({ name }: { name: string }) => name);
    };
    expect(await named('head')).toEqual(['Buat Laporan Monev', 'Tutup bulan']);
    expect(await named('staff')).toEqual(['Buat Laporan Monev']);
    for (const role of ['telekolekting', 'kader', 'auditor'] as const) {
      expect((await clients[role].get('/flows')).status).toBe(403);
    }
  });
});

describe('bookmarks', () => {
  it('answer for the role that has them', async () => {
    const { body } = await clients.staff.get(
      '/presets?filter[bookmark][_nnull]=true&fields=bookmark,collection,filter',
    );
    const theirs = presets.filter(({ bookmark, roles }) => bookmark !== null && roles?.includes('staff'));
    expect(body.data.map(({ bookmark }: { bookmark: string }) => bookmark).sort()).toEqual(
      theirs.map(({ bookmark }) => bookmark && bookmarkText(bookmark)).sort(),
    );
    for (const { collection, filter } of body.data) {
      const answer = await clients.staff.get(
        `/items/${collection}?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      );
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    }
  });

  it('find the collections of this month and not of the last', async () => {
    const { body } = await clients.staff.get(`/presets?filter[bookmark][_eq]=${bookmarkText('Penerimaan bulan ini')}`);
    const filter = encodeURIComponent(JSON.stringify(body.data[0].filter));
    const paid = await clients.staff.post('/items/collection', {
      ...own.toCreate.collection,
      paid_at: new Date(Date.now() - 60_000).toISOString(),
      external_ref: 'uji-bulan-ini',
      confirm_duplicate: true,
    });
    expect(paid.status, JSON.stringify(paid.body)).toBe(200);
    const found = await clients.staff.get(`/items/collection?filter=${filter}&fields=id,month,paid_month&limit=-1`);
    const months = new Set(found.body.data.map(({ month }: { month: string }) => month));
    expect([...months]).toEqual([monthFromNow(0)]);
  });
});
