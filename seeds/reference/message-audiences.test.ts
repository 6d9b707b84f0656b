import { describe, expect, it } from 'vitest';
import { type MessageAudience, messageAudiences } from '../../extensions/kader-jkn/src/contract/message-audiences.ts';
import { flows } from './flows.ts';
import { messageTemplates } from './message-templates/index.ts';

const audiences = Object.entries<MessageAudience>(messageAudiences);

describe('audiences', () => {
  it.each(audiences)(
    '%s have a template in both languages, about what they can be told of, for their best channel',
    (_, audience) => {
      const known = messageTemplates.filter(({ key }) => key === audience.template);
      expect(new Set(known.map(({ about }) => about))).toEqual(new Set([audience.about[0]]));
      expect(new Set(known.map(({ language }) => language))).toEqual(new Set(['id-ID', 'en-US']));
      const channels = new Set(known.map(({ channel }) => channel));
      const needed = { kader: ['email', 'whatsapp'], family: ['whatsapp'], user: ['email'] } as const;
      for (const channel of needed[audience.to]) expect(channels).toContain(channel);
    },
  );

  it('whose warning is the second within a year have words of its own', () => {
    expect(messageTemplates.filter(({ key }) => key === 'warning_2').length).toBeGreaterThan(0);
  });
});

describe('flows', () => {
  it('name audiences, templates and steps that there are', () => {
    const steps = flows.flatMap(({ operations }) => operations).filter(({ type }) => type === 'kader-queue-message');
    expect(steps.length).toBeGreaterThan(9);
    for (const { options } of steps) {
      const { audience, template } = options as { audience: string; template: string | null };
      expect(Object.keys(messageAudiences)).toContain(audience);
      if (template !== null) expect(messageTemplates.map(({ key }) => key)).toContain(template);
    }
    expect(new Set(flows.map(({ id }) => id)).size).toBe(flows.length);
    expect(new Set(flows.map(({ name }) => name)).size).toBe(flows.length);
  });
});
