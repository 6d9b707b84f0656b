import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLetter } from './parse-letter.ts';
import { renderTemplate } from './render-template.ts';
import { TemplateProblem } from './template-problem.ts';

const data = {
  name: 'Siti',
  net: 1_250_000,
  month: '2022-01',
  at: '2022-01-31T16:00:00Z',
  day: '2022-01-31',
  rate_bp: 1255,
  phone: null,
  lines: [{ label: 'satu' }, { label: 'dua' }],
};

function problemOf(source: string, context: Record<string, unknown> = data): TemplateProblem {
  try {
    renderTemplate(source, context);
  } catch (problem) {
    if (problem instanceof TemplateProblem) return problem;
    throw problem;
  }
  throw new Error('No problem');
}

describe('renderTemplate', () => {
  it.each([
    ['{{rupiah net}}', 'Rp\u00a01.250.000'],
    ['{{terbilang net}}', 'Satu juta dua ratus lima puluh ribu rupiah'],
    ['{{number net}}', '1.250.000'],
    ['{{rate rate_bp}}', '12,55%'],
    ['{{percent 0.785}}', '78,5%'],
    ['{{month month}}', 'Januari 2022'],
    ['{{date day}}', '31 Januari 2022'],
    ['{{moment at}}', '31 Januari 2022, 23.00 WIB'],
    ['{{#if (equals month "2022-01")}}ya{{else}}tidak{{/if}}', 'ya'],
    ['{{#each lines}}{{label}} {{/each}}', 'satu dua '],
    ['{{rupiah phone}}', ''],
  ])('writes %s as people do', (source, written) => {
    expect(renderTemplate(`<p>${source}</p>`, data)).toBe(`<p>${written}</p>`);
  });

  it('writes in English, and in the time of the branch, when asked', () => {
    const settings = { locale: 'en-US', timeZone: 'Asia/Makassar' } as const;
    expect(renderTemplate('<p>{{rupiah net}}, {{moment at}}</p>', data, settings)).toBe(
      '<p>Rp\u00a01,250,000, February 1, 2022, 00:00 WITA</p>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '</td></tr></table><h1>Rp 9</h1>',
    '<img src="file:///etc/passwd">',
    '{{net}} & "lain"',
  ])('never lets the name %s become markup or a template', (name) => {
    const markup = renderTemplate('<p>{{name}}</p>', { name });
    expect(markup.match(/<[^>]*>/g)).toEqual(['<p>', '</p>']);
    expect(renderTemplate('{{name}}', { name }, { use: 'message' })).toBe(name);
  });

  it('writes any text as that text, in its paragraph and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'<>&"\'`={}/p ') })),
        (name) => {
          const letter = parseLetter(renderTemplate('<p>a{{name}}</p><p>b</p>', { name }));
          expect(letter.map(({ children }) => children.join(''))).toEqual([`a${name}`, 'b']);
        },
      ),
    );
  });

  it.each([
    ['<p>\n  {{nope}}</p>', 2, 5, '"nope" tidak ada dalam data surat ini'],
    ['<p>{{rupiah nope}}</p>', 1, 4, '{{rupiah}} tidak mendapat nilai yang dikenal'],
    ['<p>{{terbilang 0.5}}</p>', 1, 4, '{{terbilang}} tidak dapat menulis "0.5"'],
    ['<p>{{upper name}}</p>', 1, 4, '"upper" tidak ada dalam data surat ini'],
    ['<p>\n{{#each lines}}{{/if}}</p>', 2, 4, '{{#each}} ditutup dengan {{/if}}'],
    ['<p>{{#if name}}</p>', 1, 20, 'Tanda {{ }} tidak lengkap'],
    ['<p>\n{{ name }</p>', 2, 8, 'Tanda {{ }} tidak lengkap'],
    ['<p>{{{name}}}</p>', 1, 4, 'tiga kurung menulis data tanpa pengaman'],
    ['<p>{{&name}}</p>', 1, 4, 'tiga kurung menulis data tanpa pengaman'],
    ['<p>{{> other}}</p>', 1, 4, 'Bagian {{> }} tidak tersedia'],
    ['{{#*inline "x"}}{{/inline}}', 1, 1, 'Bagian {{> }} tidak tersedia'],
    ['<p>{{name.constructor}}</p>', 1, 6, 'Nama "constructor" tidak dapat dipakai'],
    ['<p>{{lookup lines "__proto__"}}</p>', 1, 19, 'Nama "__proto__" tidak dapat dipakai'],
    ['<p>{{log name}}</p>', 1, 4, '"log" tidak ada dalam data surat ini'],
    ['<p>baik</p>\n{{#if name}}\n<marquee>x</marquee>{{/if}}', 3, 1, 'Tanda <marquee> tidak dikenal'],
  ])('names the place of what is wrong in %j', (source, line, column, words) => {
    const problem = problemOf(source);
    expect(problem.sentence.id).toContain(words);
    expect({ line: problem.line, column: problem.column }).toEqual({ line, column });
    expect(problem.sentence.id).toContain(`(baris ${line}, kolom ${column})`);
    expect(problem.sentence.en).toContain(`(line ${line}, column ${column})`);
  });

  it('reaches nothing but the data, not even through what it inherits', () => {
    class Person {
      name = 'Siti';
      get secret() {
        return 'rahasia';
      }
    }
    expect(renderTemplate('<p>{{person.name}}{{person.secret}}</p>', { person: new Person() })).toBe('<p>Siti</p>');
  });
});
