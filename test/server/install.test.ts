import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ExtensionsServices } from '@directus/types';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nodeModules, rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { flowIds, policyIds, roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import { doctor } from '../../extensions/kader-jkn/src/server/install/doctor.ts';
import { install } from '../../extensions/kader-jkn/src/server/install/install.ts';
import { writeLedger } from '../../extensions/kader-jkn/src/server/install/ledger.ts';
import { type Action, readPresent, type Step } from '../../extensions/kader-jkn/src/server/install/plan.ts';
import { bookmarkText } from '../../extensions/kader-jkn/src/server/install/presets.ts';
import { refreshBookmarks } from '../../extensions/kader-jkn/src/server/install/refresh-bookmarks.ts';
import { schemaDefinition } from '../../schema/index.ts';
import { type BareDirectus, getBareDirectus } from '../harness/bare.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';

let app: TestDirectus;
let bare: BareDirectus;

beforeAll(async () => {
  app = await getDirectus();
});
afterEach(async () => {
  await bare.stop();
});

/** An instance as it is before (`bare`) or right after our installation. */
async function given(state: 'bare' | 'installed'): Promise<void> {
  bare = await getBareDirectus(app, state);
}

const keys = (steps: Step[], ...actions: Action[]) =>
  steps.filter(({ action }) => actions.includes(action)).map(({ wanted }) => wanted.key);

/** The rows of every table (of areas: the first), as text, by table. */
async function everything(): Promise<Map<string, string[]>> {
  const tables = await bare.knex('pg_tables').where({ schemaname: 'public' }).orderBy('tablename').pluck('tablename');
  const rows = new Map<string, string[]>();
  for (const table of tables) {
    const { rows: found } = await bare.knex.raw(
      'select to_jsonb(kept)::text as text from ?? as kept order by 1 limit 5000',
      [table],
    );
    rows.set(
      table,
      found.map(({ text }: { text: string }) => text),
    );
  }
  return rows;
}

/** What somebody else keeps in the same Directus. */
async function furnish(): Promise<void> {
  const { services, getSchema } = bare.context;
  const options = async () => ({
    knex: bare.knex,
    schema: await getSchema({ database: bare.knex, bypassCache: true }),
    accountability: null,
  });
  await new services.CollectionsService(await options()).createOne({
    collection: 'article',
    schema: {},
    meta: { note: 'News' },
    fields: [{ field: 'title', type: 'string', schema: {}, meta: { interface: 'input' } }],
  });
  await new services.FieldsService(await options()).createField('directus_users', {
    field: 'nickname',
    type: 'string',
    schema: {},
    meta: {},
  });
  const items = async (collectionName: string) => new services.ItemsService(collectionName, await options());
  await (await items('article')).createMany([{ title: 'One' }, { title: 'Two' }]);
  const role = await (await items('directus_roles')).createOne({ name: 'Editor' });
  const policy = await (await items('directus_policies')).createOne({ name: 'Editor', app_access: true });
  await (await items('directus_access')).createOne({ role, policy });
  await (await items('directus_permissions')).createOne({
    policy,
    collection: 'article',
    action: 'read',
    fields: ['*'],
    permissions: {},
  });
  await (await items('directus_users')).createOne({ first_name: 'Ed', role, nickname: 'ed' });
  await (await items('directus_flows')).createOne({ name: 'Nightly', trigger: 'manual', status: 'inactive' });
  await (await items('directus_presets')).createOne({ collection: 'article', bookmark: 'Mine', role });
}

describe('install', () => {
  it('leaves everything else in the instance as it was', async () => {
    await given('bare');
    await furnish();
    const before = await everything();
    await install(bare.context);
    const after = await everything();
    for (const [table, rows] of before) {
      // users gain our empty fields, the module bar our module, and nothing else
      const ours = (row: string) => {
        const { branch, kader, module_bar: _, ...rest } = JSON.parse(row);
        if (table === 'directus_settings') return JSON.stringify(rest);
        return table === 'directus_users' ? JSON.stringify({ ...rest, gained: [branch ?? null, kader ?? null] }) : row;
      };
      expect(after.get(table)?.map(ours), table).toEqual(expect.arrayContaining(rows.map(ours)));
    }
  });

  it('changes nothing when it is repeated', async () => {
    await given('installed');
    const before = await everything();
    const again = await install(bare.context);
    expect(again.written).toBe(false);
    expect(keys(again.steps, 'create', 'upgrade', 'restore', 'changed', 'deleted', 'collision')).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('waits for an installation that is under way, and finds its work done', async () => {
    await given('bare');
    const both = await Promise.all([install(bare.context), install(bare.context)]);
    expect(both.map(({ written }) => written).sort()).toEqual([false, true]);
    const [found] = both.filter(({ written }) => !written);
    expect(keys(found?.steps ?? [], 'create', 'upgrade', 'collision')).toEqual([]);
    expect((await doctor(bare.context)).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('plans without writing', async () => {
    await given('bare');
    const before = await everything();
    const { written, steps } = await install(bare.context, { dryRun: true });
    expect(written).toBe(false);
    expect(keys(steps, 'create')).toContain('collection:binaan');
    expect(await everything()).toEqual(before);
  });

  it('keeps and reports what an administrator changed or removed', async () => {
    await given('installed');
    await bare.knex('directus_fields').where({ collection: 'binaan', field: 'note' }).update({ note: 'Our own words' });
    const readKader = { policy: policyIds.staff, collection: 'kader', action: 'read' };
    await bare.knex('directus_permissions').where(readKader).update({ fields: 'id,name' });
    await bare
      .knex('directus_presets')
      .where({ bookmark: bookmarkText('Kader aktif'), role: roleIds.staff })
      .delete();

    const { steps } = await install(bare.context);
    expect(keys(steps, 'changed').sort()).toEqual(['field:binaan.note', 'permission:staff/kader/read']);
    expect(keys(steps, 'deleted')).toEqual(['preset:kader/Kader aktif/staff']);
    expect((await bare.knex('directus_permissions').where(readKader).first()).fields).toBe('id,name');
    const told = (await doctor(bare.context)).map(({ text }) => text).join('\n');
    expect(told).toContain('Lists of families go in by COPY.');
    expect(told).toContain(
      'Changed by an administrator, left as it is: field:binaan.note, permission:staff/kader/read',
    );
  });

  describe('the module bar', () => {
    type Entry = { id: string; type: string; enabled: boolean };
    const bar = async (): Promise<Entry[]> => (await bare.knex('directus_settings').first('module_bar')).module_bar;
    const arrange = async (entries: Entry[]) => {
      const { services, getSchema } = bare.context;
      const items = new services.ItemsService('directus_settings', { knex: bare.knex, schema: await getSchema() });
      await items.upsertSingleton({ module_bar: entries });
    };
    const module = (id: string, enabled = true): Entry => ({ type: 'module', id, enabled });

    it('shows our pages right behind the content, and all that the app shows by itself', async () => {
      await given('installed');
      expect((await bar()).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['content', 'kader-work', 'users', 'files', 'insights', 'docs', 'settings']),
      );
      expect((await bar()).slice(0, 2)).toEqual([module('content'), module('kader-work')]);
    });

    it('keeps the order of whoever arranged it', async () => {
      await given('bare');
      await arrange([module('users'), module('content'), module('settings')]);
      await install(bare.context);
      expect((await bar()).map(({ id }) => id)).toEqual(['users', 'content', 'kader-work', 'settings']);
    });

    it('stays without our pages where an administrator hid or removed them', async () => {
      for (const entries of [[module('content'), module('kader-work', false)], [module('content')]]) {
        await given('installed');
        await arrange(entries);
        const { steps } = await install(bare.context);
        expect(keys(steps, 'changed', 'deleted')).toEqual(['module:kader-work']);
        expect(await bar()).toEqual(entries);
      }
    });

    it('stays as it is where somebody showed our pages before they were installed', async () => {
      await given('bare');
      await arrange([module('kader-work'), module('content')]);
      const { steps } = await install(bare.context);
      expect(keys(steps, 'collision')).toEqual([]);
      expect((await bar()).map(({ id }) => id)).toEqual(['kader-work', 'content']);
    });
  });

  describe('the flows', () => {
    const flow = async (id: string) => await bare.knex('directus_flows').where({ id }).first();
    /** the steps of a flow in the order in which they run */
    async function stepsOf(id: string): Promise<{ id: string; key: string; options: Record<string, unknown> }[]> {
      const all = await bare.knex('directus_operations').where({ flow: id });
      const steps = [];
      let next = (await flow(id)).operation;
      while (next !== null) {
        const step = all.find((one) => one.id === next);
        steps.push(step);
        next = step.resolve;
      }
      return steps;
    }
    const written = (steps: Step[]) => keys(steps, 'create', 'upgrade', 'restore', 'remove');

    it('stand as they are seeded: on or off, their steps one after the other', async () => {
      await given('installed');
      const rows = await bare.knex('directus_flows').orderBy('name').select('name', 'status', 'trigger');
      expect(rows.map(({ name, status, trigger }) => `${name}: ${trigger}, ${status}`)).toEqual([
        'Audit malam: schedule, active',
        'Buat Laporan Monev: manual, active',
        'Daftar mingguan kader: schedule, inactive',
        'Pemberitahuan lewat surel: schedule, active',
        'Pengingat janji bayar: schedule, inactive',
        'Pengingat tutup bulan: schedule, active',
        'Rincian imbal jasa bulanan: schedule, active',
        'Selamat datang kader baru: event, inactive',
        'Surat peringatan: schedule, active',
        'Tanda terima pembayaran: schedule, inactive',
        'Tutup bulan: manual, active',
        'Ulang tahun kontrak: schedule, inactive',
        'Undangan peninjauan kemitraan: schedule, active',
      ]);
      expect((await stepsOf(flowIds.nightlyAudit)).map(({ key }) => key)).toEqual([
        'audit',
        'differs',
        'tell_administrators',
      ]);
      expect((await stepsOf(flowIds.monthlyStatements)).map(({ key }) => key)).toEqual(['statements', 'summary']);
    });

    it('stay as an administrator changed them: switched off or on, at another hour, with other options or steps', async () => {
      await given('installed');
      await bare.knex('directus_flows').where({ id: flowIds.warningLetters }).update({ status: 'inactive' });
      await bare.knex('directus_flows').where({ id: flowIds.weekList }).update({ status: 'active' });
      await bare
        .knex('directus_flows')
        .where({ id: flowIds.closeReminder })
        .update({ options: { cron: '0 9 * * 1' } });
      const [statements, summary] = await stepsOf(flowIds.monthlyStatements);
      const own = { id: randomUUID(), key: 'own', type: 'log', flow: flowIds.monthlyStatements, resolve: summary?.id };
      await bare.knex('directus_operations').where({ id: statements?.id }).update({ resolve: null });
      await bare.knex('directus_operations').insert({ ...own, position_x: 1, position_y: 20 });
      await bare.knex('directus_operations').where({ id: statements?.id }).update({ resolve: own.id });
      const [greeting] = await stepsOf(flowIds.contractAnniversary);
      await bare
        .knex('directus_operations')
        .where({ id: greeting?.id })
        .update({ options: { ...greeting?.options, channel: 'letter' } });
      // a later version wants every flow and step otherwise
      await bare.knex('kader_ledger').whereIn('kind', ['flow', 'operation']).update({ definition: 'former' });

      const { steps } = await install(bare.context);
      expect(keys(steps, 'changed').sort()).toEqual([
        `flow:${flowIds.closeReminder}`,
        `flow:${flowIds.weekList}`,
        `flow:${flowIds.warningLetters}`,
        `operation:${flowIds.monthlyStatements}/statements`,
        `operation:${flowIds.contractAnniversary}/anniversaries`,
      ]);
      expect(written(steps)).toContain(`flow:${flowIds.reviewInvitation}`);
      const states = [flowIds.warningLetters, flowIds.weekList, flowIds.closeReminder].map(flow);
      expect(await Promise.all(states)).toMatchObject([
        { status: 'inactive' },
        { status: 'active' },
        { status: 'active', options: { cron: '0 9 * * 1' } },
      ]);
      expect((await stepsOf(flowIds.monthlyStatements)).map(({ key }) => key)).toEqual([
        'statements',
        'own',
        'summary',
      ]);
      expect((await stepsOf(flowIds.contractAnniversary))[0]?.options).toMatchObject({ channel: 'letter' });
    });

    it('stay away where an administrator deleted them, with steps that are new in this version', async () => {
      await given('installed');
      const { services, getSchema } = bare.context;
      const whole = { knex: bare.knex, schema: await getSchema(), accountability: null };
      await new (services as unknown as ExtensionsServices).FlowsService(whole).deleteOne(flowIds.monthlyStatements);
      await bare
        .knex('kader_ledger')
        .where({ key: `operation:${flowIds.monthlyStatements}/summary` })
        .delete();
      const { steps } = await install(bare.context);
      expect(keys(steps, 'deleted').sort()).toEqual([
        `flow:${flowIds.monthlyStatements}`,
        `operation:${flowIds.monthlyStatements}/statements`,
        `operation:${flowIds.monthlyStatements}/summary`,
      ]);
      expect(written(steps)).toEqual([]);
    });

    it('gain a step that an earlier version did not have, behind the one that was the last', async () => {
      await given('installed');
      const [statements, summary] = await stepsOf(flowIds.monthlyStatements);
      const former = `operation:${flowIds.monthlyStatements}/statements`;
      await bare.knex('directus_operations').where({ id: statements?.id }).update({ resolve: null });
      await bare.knex('directus_operations').where({ id: summary?.id }).delete();
      await bare
        .knex('kader_ledger')
        .where({ key: `operation:${flowIds.monthlyStatements}/summary` })
        .delete();
      const hash = (await readPresent(bare.knex, [{ kind: 'operation', id: `${statements?.id}` }])).get(
        `operation:${statements?.id}`,
      );
      await bare.knex('kader_ledger').where({ key: former }).update({ hash, definition: 'former' });

      const { steps } = await install(bare.context);
      expect(keys(steps, 'create')).toEqual([`operation:${flowIds.monthlyStatements}/summary`]);
      expect(keys(steps, 'upgrade')).toEqual([former]);
      expect((await stepsOf(flowIds.monthlyStatements)).map(({ key }) => key)).toEqual(['statements', 'summary']);
      expect(keys((await install(bare.context)).steps, 'create', 'upgrade', 'changed')).toEqual([]);
    });
  });

  it('restores a part of the data model that was removed', async () => {
    await given('installed');
    const { constraints } = schemaDefinition.collections.find(({ collection }) => collection === 'binaan') ?? {};
    const name = constraints?.[0]?.name ?? '';
    await bare.knex.raw('alter table binaan drop constraint ??', [name]);
    expect((await doctor(bare.context)).filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', text: expect.stringContaining(`constraint:${name}`) },
    ]);
    const { steps } = await install(bare.context);
    expect(keys(steps, 'restore')).toEqual([`constraint:${name}`]);
    expect(keys((await install(bare.context)).steps, 'restore')).toEqual([]);
  });

  it('takes away what this version no longer wants, unless somebody changed it', async () => {
    await given('installed');
    await bare.knex.raw('create index kader_old on branch (city)');
    await bare.knex.raw('create index kader_old_changed on branch (city)');
    for (const name of ['kader_old', 'kader_old_changed']) {
      const present = await readPresent(bare.knex, [{ kind: 'index', id: name }]);
      const hash = present.get(`index:${name}`) ?? '';
      const entry = {
        key: `index:${name}`,
        kind: 'index',
        directus_id: name,
        hash,
        definition: 'old',
        version: '0.0.1',
      };
      await writeLedger(bare.knex, [entry]);
    }
    await bare.knex.raw('drop index kader_old_changed; create index kader_old_changed on branch (name)');

    const { steps } = await install(bare.context);
    expect(keys(steps, 'remove')).toEqual(['index:kader_old']);
    expect(keys(steps, 'changed')).toEqual(['index:kader_old_changed']);
    const left = await bare.knex('pg_indexes').whereLike('indexname', 'kader_old%').pluck('indexname');
    expect(left).toEqual(['kader_old_changed']);
  });

  it('clears what an earlier version said of a field, a collection or a panel and this one no longer says', async () => {
    await given('installed');
    const field = { collection: 'kader', field: 'name' };
    const panel = await bare.knex('directus_panels').whereNotNull('type').first('id');
    const former = [
      { kind: 'field', id: 'kader.name', where: field, said: { note: 'Dulu', width: 'fill' } },
      { kind: 'collection', id: 'jkn_iuran', where: { collection: 'jkn_iuran' }, said: { sort_field: 'id' } },
      { kind: 'panel', id: panel.id, where: { id: panel.id }, said: { color: '#ff0000' } },
    ] as const;
    for (const { kind, id, where, said } of former) {
      await bare.knex(`directus_${kind}s`).where(where).update(said);
      const hash = (await readPresent(bare.knex, [{ kind, id }])).get(`${kind}:${id}`);
      await bare.knex('kader_ledger').where({ kind, directus_id: id }).update({ hash, definition: 'former' });
    }

    const { steps } = await install(bare.context);
    expect(steps.filter(({ action }) => action === 'upgrade').map(({ id }) => id)).toHaveLength(3);
    const now = former.map(({ kind, where }) => bare.knex(`directus_${kind}s`).where(where).first());
    expect(await Promise.all(now)).toMatchObject([
      { note: null, width: 'half' },
      { sort_field: null },
      { color: null },
    ]);
    expect(keys((await install(bare.context)).steps, 'upgrade', 'changed')).toEqual([]);
  });

  it('brings references that were unique in the whole instance to receipt numbers by branch', async () => {
    await given('installed');
    const [former, ...present] = ['reference', 'machine_reference', 'receipt'].map(
      (name) => `kader_collection__${name}__key`,
    );
    for (const name of present) await bare.knex.raw('drop index ??', [name]);
    await bare.knex('kader_ledger').whereIn('directus_id', present).delete();
    await bare.knex.raw('create unique index ?? on collection (source, external_ref) where external_ref is not null', [
      former,
    ]);
    const hash = (await readPresent(bare.knex, [{ kind: 'index', id: `${former}` }])).get(`index:${former}`) ?? '';
    const entry = { key: `index:${former}`, kind: 'index', directus_id: `${former}`, hash };
    await writeLedger(bare.knex, [{ ...entry, definition: 'former', version: '0.0.1' }]);

    const { steps } = await install(bare.context);
    expect(keys(steps, 'remove')).toEqual([`index:${former}`]);
    expect(keys(steps, 'create')).toEqual(present.map((name) => `index:${name}`));
    const unique = await bare.knex('pg_indexes').whereLike('indexname', 'kader_collection_%_key').pluck('indexname');
    expect(unique.sort()).toEqual(['kader_collection__client__key', ...present]);
    const told = (await doctor(bare.context)).map(({ text }) => text).join('\n');
    expect(told).not.toMatch(/Missing|older version|Changed by|No longer used/);
  });

  it('lets bookmarks of this month follow the calendar, unless somebody changed them', async () => {
    await given('installed');
    const bookmarks = async () => {
      const rows = await bare
        .knex('directus_presets')
        .where({ bookmark: bookmarkText('Penerimaan bulan ini') })
        .orderBy('role');
      return rows.map(({ filter }) => filter._and[0].month._eq);
    };
    await bare
      .knex('directus_presets')
      .where({ bookmark: bookmarkText('Penerimaan bulan ini'), role: roleIds.auditor })
      .update({ filter: '{"_and":[{"month":{"_eq":"2022-01"}}]}' });
    const now = new Date('2099-01-31T18:00:00Z');
    expect(await refreshBookmarks(bare.knex, now)).toBe(3);
    expect(await bookmarks()).toEqual(['2099-02', '2099-02', '2099-02', '2022-01']);
    expect(await refreshBookmarks(bare.knex, now)).toBe(0);
    expect(keys((await install(bare.context, { now })).steps, 'changed', 'upgrade')).toEqual([
      'preset:collection/Penerimaan bulan ini/auditor',
    ]);
  });

  it('refuses, before anything is written, where a collection of that name is not ours', async () => {
    await given('bare');
    await bare.knex.schema.createTable('branch', (table) => {
      table.increments('id');
      table.string('twig');
    });
    const before = await everything();
    const { refusals, written } = await install(bare.context);
    expect(written).toBe(false);
    expect(refusals).toEqual([expect.stringContaining('"branch" that Kader JKN did not create')]);
    expect(await everything()).toEqual(before);
  });

  it('refuses a field of users that is not ours', async () => {
    await given('bare');
    await bare.knex.schema.alterTable('directus_users', (table) => {
      table.string('kader');
    });
    const { refusals } = await install(bare.context);
    expect(refusals).toEqual([expect.stringContaining('"directus_users.kader"')]);
  });

  it('leaves nothing behind when it fails midway', async () => {
    await given('bare');
    const before = await everything();
    const broken = { ...bare.context, report: stopAt('Roles') };
    await expect(install(broken)).rejects.toThrow('stopped at Roles');
    expect(await everything()).toEqual(before);
    expect((await install(bare.context)).written).toBe(true);
  });

  it('refuses a Directus that is too old, and one that does not enforce row rules', async () => {
    await given('bare');
    const { ServerService, ItemsService } = bare.context.services;
    class Old extends ServerService {
      override async serverInfo() {
        return { version: '10.13.0' };
      }
    }
    const old = await install({ ...bare.context, services: { ...bare.context.services, ServerService: Old } });
    expect(old.refusals).toEqual([expect.stringContaining('Directus 10.13.0 is too old')]);

    class Unruly extends ItemsService {
      override readByQuery(query: object) {
        const { knex, schema } = this as unknown as ConstructorParameters<typeof ItemsService>[1];
        return new ItemsService('directus_policies', { knex, schema, accountability: null }).readByQuery(query);
      }
    }
    const services = { ...bare.context.services, ItemsService: Unruly };
    const unruly = await install({ ...bare.context, services });
    expect(unruly.refusals).toEqual([expect.stringContaining('does not enforce the row rules')]);
  });

  it('loads the official areas with their parents', async () => {
    await given('installed');
    const village = await bare
      .knex('area as village')
      .join('area as district', 'district.id', 'village.parent')
      .join('area as regency', 'regency.id', 'district.parent')
      .join('area as province', 'province.id', 'regency.parent')
      .where({ 'village.code': '33.72.01.1001' })
      .first('village.level', 'district.name as district', 'regency.name as regency', 'province.name as province');
    expect(village).toEqual({
      level: 'village',
      district: 'Laweyan',
      regency: 'Kota Surakarta',
      province: 'Jawa Tengah',
    });
  });
});

describe('the commands', () => {
  const run = (...list: string[]) =>
    promisify(execFile)(process.execPath, [join(nodeModules, '@directus/api/dist/cli/run.js'), 'kader-jkn', ...list], {
      cwd: rootFolder,
      env: { ...process.env, ...bare.environment, SERVE_APP: 'false' },
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }) => ({ code, stdout }),
    );

  it('install, check, and say what they did with the right exit code', async () => {
    await given('bare');
    expect(await run('doctor')).toEqual({ code: 1, stdout: expect.stringContaining('is not installed') });

    const plan = await run('install', '--dry-run', '--json');
    expect(plan.code).toBe(0);
    expect(JSON.parse(plan.stdout)).toMatchObject({ written: false, refusals: [], areas: 'load' });

    const done = await run('install');
    expect(done).toEqual({ code: 0, stdout: expect.stringContaining('Kader JKN is installed.') });
    expect((await run('doctor')).code).toBe(0);
  }, 120_000);
});

function stopAt(title: string): (line: string) => void {
  return (line) => {
    if (line.startsWith(title)) throw new Error(`stopped at ${title}`);
  };
}
