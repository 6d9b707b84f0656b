import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rootFolder } from '../extensions/kader-jkn/bin/folders.ts';

interface Service {
  image: string;
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const text = readFileSync(join(rootFolder, 'docker-compose.yml'), 'utf8');
const compose: { services: Record<string, Service> } = parse(text, { merge: true });
const services = Object.entries(compose.services);
const directus = () => compose.services['directus']?.environment ?? {};

describe('docker-compose.yml', () => {
  it('has PostgreSQL, Redis, a mail catcher, the installer and Directus', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'cache', 'mail', 'install', 'directus']);
  });

  it('pins every image', () => {
    for (const [, { image }] of services) expect(image).toMatch(/:v?\d+\.\d+/);
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
    const version = { ...dependencies, ...devDependencies }['directus'];
    expect(compose.services['directus']?.image).toBe(`directus/directus:${version}`);
  });

  it('has no secret of its own: each must be given, and none has a default', () => {
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /SECRET|PASSWORD|ADMIN_EMAIL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const [name, value] of secrets) expect(`${name}=${value}`).toMatch(/=\$\{[A-Z_]+:\?.+\}$/);
    expect(text).not.toMatch(/(SECRET|PASSWORD)[A-Z_]*:-/);
  });

  it('checks the health of everything that keeps running', () => {
    for (const [name, { healthcheck }] of services) {
      if (name !== 'install') expect(healthcheck?.test.length, name).toBeGreaterThan(1);
    }
  });

  it('starts Directus after its database is healthy and installed', () => {
    expect(compose.services['install']?.depends_on?.['database']?.condition).toBe('service_healthy');
    expect(compose.services['directus']?.depends_on?.['install']?.condition).toBe('service_completed_successfully');
  });

  it('gives Directus the bundle, the frozen schema, Redis and the mail catcher', () => {
    expect(compose.services['directus']?.volumes).toContain('./extensions:/directus/extensions:ro');
    expect(directus()).toMatchObject({
      CACHE_SCHEMA_FREEZE_ENABLED: 'true',
      EXTENSIONS_MUST_LOAD: 'true',
      EXTENSIONS_ROLLDOWN: 'true',
      REDIS: 'redis://cache:6379',
      EMAIL_TRANSPORT: 'smtp',
      EMAIL_SMTP_HOST: 'mail',
      DB_CLIENT: 'pg',
    });
  });

  it('opens ports on the loopback interface only', () => {
    for (const port of services.flatMap(([, { ports = [] }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
