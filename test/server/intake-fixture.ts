import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Answer, Client, TestDirectus } from '../harness/index.ts';
import { asSuperuser } from '../harness/template.ts';

/** The columns of the lists of these tests, as a branch heads them. */
export const headings = [
  ...['No KK', 'No VA', 'Nama Kepala Keluarga', 'Jumlah Peserta', 'Kelas', 'Alamat', 'No HP', 'Bulan Tunggakan'],
  ...['Jumlah Tunggakan', 'Kode Kader'],
];

/** What a row of a list says; the rest is filled in. */
export interface ListedFamily {
  kk: string;
  va?: string;
  name?: string;
  members?: string;
  class?: string;
  address?: string;
  phone?: string;
  months?: string;
  amount?: string;
  kader?: string;
}

/** A KK number that can be one, by a serial from 1. */
export function kkOf(serial: number): string {
  const day = String(1 + (serial % 28)).padStart(2, '0');
  return `337201${day}0518${String(1 + (serial % 9998)).padStart(4, '0')}`;
}

/** A list as CSV with semicolons. */
export function listOf(families: readonly ListedFamily[]): string {
  const rows = families.map((family) => [
    family.kk,
    family.va ?? '',
    family.name ?? `Keluarga ${family.kk.slice(-4)}`,
    family.members ?? '2',
    family.class ?? 'III',
    family.address ?? '',
    family.phone ?? '',
    family.months ?? '10',
    family.amount ?? 'Rp 700.000,00',
    family.kader ?? '',
  ]);
  return [headings, ...rows].map((row) => `${row.join(';')}\n`).join('');
}

/** Uploads a file as somebody; answers its id. */
export async function upload(app: TestDirectus, client: Client, content: string, name = 'daftar.csv'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content], { type: 'text/csv' }), name);
  const response = await fetch(new URL('/files', app.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
  const { data } = (await response.json()) as { data: { id: string } };
  return data.id;
}

/** Makes an import with its file; answers its id. */
export async function makeImport(
  app: TestDirectus,
  client: Client,
  content: string,
  fields: Record<string, unknown>,
): Promise<number> {
  const file = await upload(app, client, content);
  const { status, body } = await client.post('/items/import_batch', { file, ...fields });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

/** Waits until an import has ended; answers its progress. */
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects
export async function ended(client: Client, batch: number): Promise<any> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { status, body } = await client.get(`/kader-jkn/imports/${batch}/progress`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    if (body.data.status !== 'running') return body.data;
    await wait(20);
  }
  throw new Error(`Import ${batch} does not end`);
}

/** Uploads a list, takes it in and waits for its end. */
export async function takeIn(app: TestDirectus, client: Client, content: string, fields: Record<string, unknown>) {
  const batch = await makeImport(app, client, content, fields);
  const started = await client.post(`/kader-jkn/imports/${batch}/start`);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  return { batch, ...(await ended(client, batch)) };
}

/** Sends a list as a machine does. */
export async function send(
  app: TestDirectus,
  client: Client,
  query: string,
  body: string,
  type = 'text/csv',
): Promise<Answer> {
  const response = await fetch(new URL(`/kader-jkn/families/import?${query}`, app.url), {
    method: 'POST',
    headers: { 'content-type': type, ...(client.token ? { authorization: `Bearer ${client.token}` } : {}) },
    body,
  });
  return { status: response.status, body: await response.json() };
}

/** Takes away the database's leave to pass its triggers while something is done. */
export async function withoutGrant<T>(app: TestDirectus, work: () => Promise<T>): Promise<T> {
  const { rows } = await app.knex.raw('select current_user as role');
  const superuser = (statement: string) =>
    asSuperuser(inject('testDatabase').port, (client) => client.query(statement));
  await superuser(`revoke set on parameter session_replication_role from ${rows[0].role}`);
  try {
    return await work();
  } finally {
    await superuser(`grant set on parameter session_replication_role to ${rows[0].role}`);
  }
}
