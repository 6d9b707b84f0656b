import { beforeAll, describe, expect, it } from 'vitest';
import { getDirectus, type TestDirectus } from '../harness/index.ts';

let app: TestDirectus;
beforeAll(async () => {
  app = await getDirectus();
});

describe('the test harness', () => {
  it('answers its administrator and nobody else', async () => {
    expect((await app.admin.get('/users/me?fields=email')).body.data.email).toBe('admin@kader.example.com');
    expect((await app.public.get('/users/me')).status).toBe(401);
  });

  it('forgets everything at a reset', async () => {
    await app.admin.post('/folders', { name: 'Sementara' });
    expect((await app.admin.get('/folders')).body.data).toHaveLength(1);
    await app.reset();
    expect((await app.admin.get('/folders')).body.data).toHaveLength(0);
  });

  it('has the bundle with every entry enabled', async () => {
    const { status, body } = await app.admin.get('/extensions');
    expect(status).toBe(200);
    expect(body.data.length).toBeGreaterThan(10);
    expect(body.data.every((extension: { meta: { enabled: boolean } }) => extension.meta.enabled)).toBe(true);
  });

  it('runs the application without the rights of a superuser', async () => {
    const { rows } = await app.knex.raw('select rolsuper from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false }]);
  });
});
