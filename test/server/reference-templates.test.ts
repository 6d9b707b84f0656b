import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageTemplate } from '../../extensions/kader-jkn/src/contract/message-records.ts';
import type { TemplatePreview, TemplateRecord } from '../../extensions/kader-jkn/src/contract/message-templates.ts';
import type { DirectusServices, InstallContext } from '../../extensions/kader-jkn/src/server/install/context.ts';
import { seedDemo } from '../../seeds/demo/index.ts';
import { messageTemplates } from '../../seeds/reference/message-templates/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';

let app: TestDirectus;
let templates: MessageTemplate[];

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  const context: InstallContext = {
    knex: app.knex,
    services: app.services() as unknown as DirectusServices,
    getSchema: () => app.schema(),
    env: {},
    report: () => undefined,
  };
  await seedDemo(context);
  const { body } = await app.admin.get('/items/message_template?limit=-1');
  templates = body.data;
}, 120_000);

async function recordsOf(about: string): Promise<TemplateRecord[]> {
  const { status, body } = await app.admin.get(`/kader-jkn/templates/records?about=${about}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

async function preview(template: MessageTemplate, item: number | null): Promise<TemplatePreview> {
  const { status, body } = await app.admin.post('/kader-jkn/templates/preview', { template, item });
  expect(status, `${template.key} ${template.channel}: ${JSON.stringify(body)}`).toBe(200);
  return body.data;
}

async function letterText(template: MessageTemplate, item: number | null): Promise<string> {
  const response = await fetch(new URL('/kader-jkn/templates/preview?as=pdf', app.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${await app.adminToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ template, item }),
  });
  expect(response.status).toBe(200);
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  return (await extractText(pdf, { mergePages: true })).text;
}

const leftovers = /\{\{|\}\}|undefined|\bnull\b|NaN|\[object/;

describe('the reference templates', () => {
  it('are installed, every one of them, as national and in use', () => {
    const marks = (one: Pick<MessageTemplate, 'key' | 'channel' | 'language'>) =>
      `${one.key}/${one.channel}/${one.language}`;
    expect(templates.map(marks).sort()).toEqual(messageTemplates.map(marks).sort());
    expect(templates.every(({ branch, status }) => branch === null && status === 'active')).toBe(true);
  });

  it('read well with real records of the demo, in both languages', async () => {
    const abouts = [...new Set(templates.map(({ about }) => about))].filter((about) => about !== 'notice');
    for (const about of abouts) {
      const records = (await recordsOf(about)).slice(0, 2);
      for (const template of templates.filter((one) => one.about === about)) {
        for (const { id, label } of records) {
          const { subject, html, text, record, problems } = await preview(template, id);
          const name = `${template.key}, ${template.channel}, ${template.language}, ${label}`;
          expect(problems, name).toEqual([]);
          expect(record, name).toBe(label);
          expect([subject, html, text].join('\n'), name).not.toMatch(leftovers);
        }
      }
    }
  }, 120_000);

  it('become letters on A4 that tell whom they are for', async () => {
    for (const template of templates.filter(({ channel }) => channel === 'letter')) {
      const [record] = await recordsOf(template.about);
      const text = await letterText(template, record?.id ?? null);
      expect(text, template.key).toMatch(/Yth\.|Dear/);
      expect(text, template.key).not.toMatch(leftovers);
    }
  }, 60_000);
});
