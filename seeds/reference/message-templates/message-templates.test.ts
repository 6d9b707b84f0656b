import { describe, expect, it } from 'vitest';
import { exampleContext } from '../../../extensions/kader-jkn/src/contract/message-contexts.ts';
import { checkMessage, renderMessage } from '../../../extensions/kader-jkn/src/documents/message/render-message.ts';
import { renderLetter } from '../../../extensions/kader-jkn/src/documents/render-letter.ts';
import { messageTemplates } from './index.ts';

const settings = (locale: 'id-ID' | 'en-US') => ({ locale, timeZone: 'Asia/Jakarta' });
const named = messageTemplates.map((template) => ({
  name: `${template.key}, ${template.channel}, ${template.language}`,
  template,
}));

/** Every text of a rendered message, as it is read. */
function textOf(template: (typeof messageTemplates)[number], context: Record<string, unknown>): string {
  const { subject, html, text } = renderMessage(template, context, settings(template.language));
  return [subject, html, text].filter(Boolean).join('\n');
}

describe.each(named)('$name', ({ template }) => {
  it('is sound against its documented context, with its examples and with nothing known', () => {
    expect(checkMessage(template, settings(template.language)).map(({ message }) => message)).toEqual([]);
  });

  it('reads well with the examples: nothing of the template is left, nothing is missing', () => {
    const read = textOf(template, exampleContext(template.about));
    expect(read).not.toMatch(/\{\{|\}\}|undefined|\bnull\b|NaN|–\s*<|…<\//);
    expect(read).not.toMatch(/ ,| \.(?!\.)|\(\)|,,/);
  });

  it('threatens nobody', () => {
    expect(textOf(template, exampleContext(template.about))).not.toMatch(
      /sanksi|denda|dicabut|diblokir|dituntut|hukum|wajib segera|penalt|sue|legal action|fine of/i,
    );
  });
});

it('is there in both languages, once for each channel', () => {
  const keysOf = (language: string) =>
    messageTemplates
      .filter((template) => template.language === language)
      .map(({ key, channel, about }) => `${key}/${channel}/${about}`)
      .sort();
  expect(keysOf('en-US')).toEqual(keysOf('id-ID'));
  expect(new Set(keysOf('id-ID')).size).toBe(messageTemplates.length / 2);
});

it('shows no amount where a lock screen or a neighbour reads it: subjects, and plain messages to kader', () => {
  const toFamily = ['family', 'promise', 'payment'];
  for (const template of messageTemplates) {
    expect(template.subject ?? '').not.toContain('{{rupiah');
    if (!toFamily.includes(template.about)) expect(template.text ?? '', template.key).not.toContain('{{rupiah');
    if (template.about === 'week_list') expect(template.html ?? '').not.toMatch(/rupiah|owed/);
  }
});

it.each(named.filter(({ template }) => template.channel === 'letter'))(
  '$name is a letter on A4',
  async ({ template }) => {
    const { subject, html } = renderMessage(template, exampleContext(template.about), settings(template.language));
    const pdf = await renderLetter(html ?? '', {
      ...{ locale: template.language, title: subject ?? '', author: 'KC Surakarta', footer: 'Kader JKN' },
      madeAt: new Date('2022-01-31T00:00:00Z'),
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  },
);
