import { expect, it } from 'vitest';
import { messageAbouts, messageFields } from '../../contract/message-contexts.ts';
import { exampleOf, expressionOf, indexOf, insertionOf, piecesOf } from './insertion.ts';

const fieldNamed = (name: string) => {
  const field = messageAbouts.flatMap((about) => [...messageFields(about)]).find((one) => one.name === name);
  if (!field) throw new Error(`No context has ${name}.`);
  return field;
};

it('writes each field with the helper of its kind', () => {
  expect(expressionOf(fieldNamed('kader.name'))).toBe('{{kader.name}}');
  expect(expressionOf(fieldNamed('family.owed_amount'))).toBe('{{rupiah family.owed_amount}}');
  expect(expressionOf(fieldNamed('family.owed_months'))).toBe('{{number family.owed_months}}');
});

it('inserts what can be written on: a condition, rows, a link in markup alone', () => {
  expect(insertionOf(fieldNamed('month.open'), 'text')).toBe('{{#if month.open}}…{{/if}}');
  expect(insertionOf(fieldNamed('instance.link'), 'html')).toBe('<a href="{{instance.link}}">…</a>');
  expect(insertionOf(fieldNamed('instance.link'), 'text')).toBe('{{instance.link}}');
  expect(insertionOf(fieldNamed('families'), 'text')).toBe(
    '{{#each families}}\n- {{head_name}}, {{village}}\n{{/each}}',
  );
});

it('shows an example of every field as it will be written', () => {
  expect(exampleOf(fieldNamed('promise.on'), 'id-ID')).toBe('1 Februari 2022');
  for (const about of messageAbouts) {
    for (const field of messageFields(about)) {
      expect(exampleOf(field, 'en-US'), field.name).not.toMatch(/undefined|NaN|null/);
    }
  }
});

it('finds the place of a line and column, and never beyond the text', () => {
  expect(indexOf('satu\ndua\ntiga', 2, 3)).toBe(7);
  expect(indexOf('satu\ndua', 9, 1)).toBe(8);
  expect(indexOf('', 1, 1)).toBe(0);
});

it('tells data, tags and words apart, and loses nothing', () => {
  const source = '<p>Yth. {{kader.name}}, 3 < 4</p>\n{{#if x}}';
  expect(piecesOf(source)[0]?.map(({ is }) => is)).toEqual(['tag', 'words', 'data', 'words', 'tag']);
  expect(
    piecesOf(source)
      .map((line) => line.map(({ text }) => text).join(''))
      .join('\n'),
  ).toBe(source);
});
