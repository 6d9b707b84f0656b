import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Message, MessageBatch } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import type { Id, Kader, ProgramPolicy } from '../../extensions/kader-jkn/src/contract/records.ts';
import { asSuperuser } from '../harness/template.ts';
import { expectToRead, patience, readable } from './browser.ts';
import { branchCode, read, readOne } from './demo-books.ts';
import { demoInstance } from './demo-instance.ts';
import { visitDemo } from './visits.ts';

const enter = visitDemo();
const page = '/admin/kader-work/pesan';
/** months owed of the few families that are written to here */
const [monthsFrom, monthsTo] = [22, 24];

let policy: ProgramPolicy;
let kader: Pick<Kader, 'id' | 'name'>;

/** At any hour of the day, and with an approval that a handful needs already. */
beforeAll(async () => {
  policy = await readOne(`/items/program_policy?filter[branch][code][_eq]=${branchCode}&sort=-effective_from&limit=1`);
  const user = await readOne<{ kader: Id }>('/users?filter[email][_eq]=kader@kader.example.com&fields=kader');
  kader = await readOne(`/items/kader?filter[id][_eq]=${user.kader}&fields=id,name`);
  const open = { contact_hour_from: null, contact_hour_to: null, message_hour_from: null, message_hour_to: null };
  await change({ ...open, message_approval_above: 2 });
});

afterAll(async () => {
  const { contact_hour_from, contact_hour_to, message_hour_from, message_hour_to, message_approval_above } = policy;
  await change({ contact_hour_from, contact_hour_to, message_hour_from, message_hour_to, message_approval_above });
});

async function change(fields: Partial<ProgramPolicy>): Promise<void> {
  const { admin } = await demoInstance();
  const { status, body } = await admin.patch(`/items/program_policy/${policy.id}`, fields);
  expect(status, JSON.stringify(body)).toBe(200);
}

const messagesOf = (batch: Id, status: string) =>
  read<Message[]>(`/items/message?filter[batch][_eq]=${batch}&filter[status][_eq]=${status}&sort=id&limit=-1`);

/** What WhatsApp would have been asked for; nothing leaves this machine. */
async function catchWhatsapp(shown: Page): Promise<void> {
  await shown.context().route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }));
}

async function widthOf(shown: Page): Promise<number> {
  return await shown.evaluate(() => document.documentElement.scrollWidth);
}

let batch: MessageBatch;

it('shows staff how many go, how many are held and how they read, and sends only what was seen', async () => {
  const { page: desk, problems, leave } = await enter('staff');
  await desk.goto(page);
  const fields = desk.locator('.fields');
  await fields.locator('input').nth(0).fill(String(monthsFrom));
  await fields.locator('input').nth(1).fill(String(monthsTo));
  await fields.locator('.v-select, .select').first().click();
  await desk.locator('.v-menu-popper, #menu-outlet').getByText(kader.name).first().click();
  await desk.getByRole('button', { name: 'Lihat dulu' }).click();

  const preview = desk.locator('.preview');
  await expectToRead(preview.locator('h2'), 'pesan akan dikirim');
  const many = Number(/^(\d+)/.exec(readable(await preview.locator('h2').innerText()))?.[1]);
  expect(many).toBeGreaterThan(2);
  await expectToRead(preview, 'WhatsApp, dikirim kader atau petugas satu per satu');
  await expectToRead(preview.locator('.words'), 'Belum dibayar');
  const first = readable(await preview.locator('figcaption strong').innerText());
  await preview.getByRole('button', { name: 'Berikutnya' }).press('Enter');
  await expect.poll(async () => readable(await preview.locator('figcaption strong').innerText())).not.toBe(first);
  // no number is shown whole before it is needed
  expect(first).not.toMatch(/\d{6}/);

  // another choice is looked at anew
  await fields
    .locator('input')
    .nth(0)
    .fill(String(monthsFrom - 1));
  await fields.locator('input').nth(0).blur();
  await preview.waitFor({ state: 'detached' });
  await fields.locator('input').nth(0).fill(String(monthsFrom));
  await fields.locator('input').nth(0).press('Enter');
  await desk.getByRole('button', { name: `Minta persetujuan untuk ${many} pesan` }).click();
  await expectToRead(desk.locator('.result'), `${many} pesan menunggu persetujuan`);
  expect(problems).toEqual([]);
  await leave();

  batch = await readOne('/items/message_batch?sort=-id&limit=1');
  expect(batch).toMatchObject({ status: 'waiting', size: many, template_key: 'arrears_reminder' });
});

it('lets a head approve with the words before their eyes', async () => {
  const { page: desk, problems, leave } = await enter('head', { dark: true });
  await desk.goto(`${page}?tab=persetujuan`);
  const waiting = desk.locator('article', { has: desk.locator(`a[href$="/message_batch/${batch.id}"]`) });
  await waiting.waitFor();
  await expect.poll(() => messagesOf(batch.id, 'new'), { timeout: 4 * patience }).toEqual([]);
  await desk.reload();
  await expectToRead(waiting.locator('.words'), 'Belum dibayar');
  await waiting.getByRole('button', { name: 'Setujui dan kirim' }).click();
  await waiting.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await leave();
  expect(await messagesOf(batch.id, 'waiting')).toEqual([]);
});

it('gives a kader one message after another on a phone: open WhatsApp, come back, it is sent', async () => {
  const { page: phone, problems, leave } = await enter('kader', { width: 390, height: 844, closed: 'both' });
  await catchWhatsapp(phone);
  const all = await messagesOf(batch.id, 'by_hand');
  expect(all.length).toBeGreaterThan(2);
  await phone.goto(page);
  const card = phone.locator('article.now');
  const whatsapp = card.getByRole('link', { name: 'Buka WhatsApp' });
  const done = card.getByRole('button', { name: 'Sudah dikirim' });
  await whatsapp.waitFor();

  const link = new URL(String(await whatsapp.getAttribute('href')));
  const name = readable(await card.locator('h2').innerText());
  const own = await read<Message[]>(
    `/items/message?filter[status][_eq]=by_hand&filter[kader][_eq]=${kader.id}&limit=-1`,
  );
  const message = own.find(({ text }) => text === link.searchParams.get('text'));
  expect(message?.to_name).toBe(name);
  expect(link.origin + link.pathname).toBe(`https://wa.me/${message?.to_address}`);
  expect(link.pathname).toMatch(/^\/62\d{8,13}$/);

  const [popup] = await Promise.all([phone.waitForEvent('popup'), whatsapp.click()]);
  await popup.close();
  await expect.poll(() => done.evaluate((button) => button === document.activeElement)).toBe(true);
  const target = await done.boundingBox();
  expect(target?.height).toBeGreaterThanOrEqual(48);
  await phone.keyboard.press('Enter');
  await expect.poll(async () => readable(await card.locator('h2').innerText()), { timeout: patience }).not.toBe(name);
  await whatsapp.waitFor();
  expect(await readOne(`/items/message?filter[id][_eq]=${message?.id}`)).toMatchObject({ status: 'sent' });
  expect(await widthOf(phone)).toBeLessThanOrEqual(390);

  const second = readable(await card.locator('h2').innerText());
  await card.getByRole('button', { name: 'Lewati dulu' }).click();
  await expect.poll(async () => readable(await card.locator('h2').innerText())).not.toBe(second);
  expect(problems).toEqual([]);
  await leave();
});

/** What only a mail server brings about: one message that it refused, and one of which nobody knows. */
const refusedAndUnsure = `
  do $$
  declare
    made integer[];
  begin
    perform set_config('kader.messaging', 'on', true);
    with new_ones as (
      insert into message (branch, channel, status, template_key, about, language, recipient_kind, to_name, to_address,
        subject, text, cause, message_id, date_created)
      select b.id, 'email', 'new', 'notice', 'notice', 'id-ID', 'address', person, 'uji@example.com', 'Uji', 'Uji', 'test',
        '<' || gen_random_uuid() || '@example.com>', now()
      from branch b, unnest(array['Surel Ditolak', 'Surel Terputus']) as person
      where b.code = '${branchCode}'
      returning id
    )
    select array_agg(id order by id) into made from new_ones;
    update message set status = 'queued' where id = any (made);
    update message set status = 'claimed', claimed_by = 'test', claimed_at = now() where id = any (made);
    update message set status = 'failed', last_error = '550 5.1.1 User unknown' where id = made[1];
    update message set status = 'sending', sending_at = now() where id = made[2];
    update message set status = 'unsure' where id = made[2];
  end $$`;

it('says why a message did not get through, and asks twice before an unsure one goes again', async () => {
  const { port } = inject('testDatabase');
  await asSuperuser(port, (client) => client.query(refusedAndUnsure), `test_${process.pid}_demo`);
  const { page: desk, problems, leave } = await enter('staff', { width: 390, height: 844, closed: 'both' });
  await desk.goto(`${page}?tab=perhatian`);
  const refused = desk.locator('li', { hasText: 'Surel Ditolak' });
  await expectToRead(refused, 'Kata server: 550 5.1.1 User unknown');
  await refused.getByRole('button', { name: 'Batalkan pesan' }).click();
  const dialog = desk.locator('.v-card');
  await dialog.locator('input[type=text], input:not([type])').first().fill('Alamatnya tidak ada lagi');
  await dialog.getByRole('button', { name: 'Batalkan pesan' }).click();
  await refused.waitFor({ state: 'detached' });

  await desk.getByRole('button', { name: 'Belum pasti' }).click();
  const unsure = desk.locator('li', { hasText: 'Surel Terputus' });
  await unsure.getByRole('button', { name: 'Kirim lagi' }).click();
  const again = dialog.getByRole('button', { name: 'Kirim lagi' });
  expect(await again.isDisabled()).toBe(true);
  await dialog.getByText('Saya sudah memeriksa').click();
  expect(await again.isDisabled()).toBe(true);
  await dialog.locator('input[type=text], input:not([type])').first().fill('Tidak ada di catatan server');
  expect(await again.isDisabled()).toBe(false);
  await dialog.getByRole('button', { name: 'Kembali' }).click();
  await unsure.getByRole('button', { name: 'Sudah sampai' }).click();
  await dialog.getByRole('button', { name: 'Sudah sampai' }).click();
  await unsure.waitFor({ state: 'detached' });
  expect(await widthOf(desk)).toBeLessThanOrEqual(390);
  expect(problems).toEqual([]);
  await leave();

  const [cancelled, arrived] = await read<Message[]>('/items/message?filter[to_address][_eq]=uji@example.com&sort=id');
  expect([cancelled, arrived]).toMatchObject([
    { status: 'cancelled', step_note: 'Alamatnya tidak ada lagi' },
    { status: 'sent', sent_by: expect.any(String) },
  ]);
});
