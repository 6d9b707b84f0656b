import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import {
  exampleContext,
  type MessageAbout,
  type MessageField,
  messageAbouts,
  messageFields,
} from '../../contract/message-contexts.ts';
import { parseLetter } from '../parse-letter.ts';
import { TemplateProblem } from '../template-problem.ts';
import { limits } from './limits.ts';
import { checkMessage, renderMessage, type TemplateBody } from './render-message.ts';

const settings = { locale: 'id-ID', timeZone: 'Asia/Jakarta' } as const;

/** Every tag and attribute that a mail may hold, and where its links may lead. */
const tags: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'],
  head: [],
  meta: ['charset', 'name', 'content'],
  title: [],
  body: ['style'],
  div: ['style'],
  h1: ['style'],
  h2: ['style'],
  h3: ['style'],
  p: ['style'],
  strong: ['style'],
  em: ['style'],
  small: ['style'],
  a: ['href', 'style'],
  br: [],
  hr: ['style'],
  ul: ['style'],
  ol: ['style'],
  li: ['style'],
  table: ['style'],
  thead: ['style'],
  tbody: ['style'],
  tr: ['style'],
  th: ['style', 'colspan'],
  td: ['style', 'colspan'],
};
const safeStyle = /^[a-z-]+:[^;:()\\<>"]+(;[a-z-]+:[^;:()\\<>"]+)*$/;

/** What a mail has that it may not have. */
function strangeIn(html: string): string[] {
  const strange: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const allowed = tags[name];
      if (allowed === undefined) strange.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!allowed?.includes(attribute)) strange.push(`${name} ${attribute}`);
        if (attribute === 'href' && !/^(https?:\/\/|mailto:|tel:)/i.test(value)) strange.push(`${name} ${value}`);
        if (attribute === 'style' && !safeStyle.test(value)) strange.push(`${name} ${value}`);
      }
    },
    oncomment: (text) => strange.push(`comment ${text}`),
    onprocessinginstruction: (name) => name !== '!doctype' && strange.push(name),
    oncdatastart: () => strange.push('cdata'),
  });
  parser.end(html);
  return strange;
}

/** What people and machines have put into names, and what attackers would. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></td></tr></table></div></body></html><h1>Rp 9</h1>',
  '<!-- x --><![CDATA[y]]>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '{{kader.name}} {{{statement.net}}} {{#each statement.lines}}',
  'Siti\r\nBcc: semua@example.com\r\n\r\n<b>isi</b>',
  'Siti\u2028\u2029\u0085Cc: x@y.id',
  '=?utf-8?B?U2l0aQ0KQmNjOiB4QHkuaWQ=?=',
  '\u202Egpj.exe\u202C \u2066\u2069\u200F\u061C',
  '\u0000\u0001\u007f\u001b[31m',
  '\ud800 \udfff',
  '\uE0000\uE001 \uE00099\uE001',
  '&lt;script&gt; &#60;script&#62; &amp;lt;',
  '%0d%0aBcc:x@y.id',
  '😀'.repeat(300),
  'x'.repeat(5_000),
];

const hostileText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`={}/\\:;()#-! \r\n\t\u202E\uE000\uE001ascriptonload') }),
);

/** A context in which every value is what somebody hostile would put there, and everything else a secret. */
const secret = 'RAHASIA-3372011512800001';

function hostileContext(fields: readonly MessageField[], draw: () => unknown): Record<string, unknown> {
  const context: Record<string, unknown> = { secret, nik: secret };
  for (const { name, fields: own } of fields) {
    const value = own === undefined ? draw() : [hostileContext(own, draw), hostileContext(own, draw)];
    const [group = '', key] = name.split('.');
    if (key === undefined) context[group] = value;
    else
      context[group] = { nik: secret, bank_account: secret, ...(context[group] as object | undefined), [key]: value };
  }
  return context;
}

/** A template that writes every text that there is, in every place where data can stand. */
function everything(about: MessageAbout): TemplateBody {
  const fields = messageFields(about);
  const texts = fields.filter(({ kind }) => kind === 'text').map(({ name }) => `{{${name}}}`);
  const links = fields.filter(({ kind }) => kind === 'link').map(({ name }) => `<a href="{{${name}}}">{{${name}}}</a>`);
  const lists = fields.flatMap(({ name, fields: own }) => {
    const row = own?.filter(({ kind }) => kind === 'text').map((one) => `{{${one.name}}}`);
    return row ? [`{{#each ${name}}}<p>${row.join(' ')}</p>{{/each}}`] : [];
  });
  const words = texts.join(' · ');
  return {
    about,
    channel: 'email',
    subject: texts[0] ?? '-',
    html: `<h1>${words}</h1><p>${words} ${links.join(' ')}</p><ul><li>${words}</li></ul>
<table><tr><td><p>${words}</p></td><th>${words}</th></tr></table><section>${lists.join('')}</section>`,
    text: null,
  };
}

describe('data that somebody hostile typed', () => {
  it.each(messageAbouts)('about %s never become a tag, an attribute, a link or a header', (about) => {
    let written = 0;
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), (stream) => {
        const context = hostileContext(messageFields(about), () => stream.next().value);
        const template = everything(about);
        const mail = attempt(() => renderMessage(template, context, settings));
        if (mail === null) return;
        written += 1;
        expect(strangeIn(mail.html ?? '')).toEqual([]);
        expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
        expect([...(mail.subject ?? '')].length).toBeLessThanOrEqual(limits.subject);
        expect(`${mail.html}${mail.text}`.isWellFormed()).toBe(true);
        expect(`${mail.html}${mail.text}`).not.toMatch(/[\0\u202A-\u202E\u2066-\u2069]/);
        expect(`${mail.subject}${mail.html}${mail.text}`).not.toContain(secret);
      }),
      { numRuns: 40 },
    );
    expect(written).toBeGreaterThan(10);
  });

  it('stand in a letter as text, and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const template = { ...everything('kader'), channel: 'letter', html: '<p>a{{kader.name}}</p><p>b</p>' } as const;
        const context = { ...exampleContext('kader'), kader: { name } };
        const letter = attempt(() => renderMessage({ ...template, subject: 'x' }, context, settings));
        if (letter === null) return;
        const [first, second] = parseLetter(letter.html ?? '');
        expect([first?.tag, second?.tag, second?.children]).toEqual(['p', 'p', ['b']]);
        expect(first?.children.every((child) => typeof child === 'string')).toBe(true);
      }),
    );
  });
});

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateProblem) return null;
    throw error;
  }
}

/** Parts of templates, right and wrong, that a hostile or a hasty author would put together. */
const pieces = [
  ...[
    '{{kader.name}}',
    '{{rupiah statement.net}}',
    '{{#each statement.lines}}',
    '{{/each}}',
    '{{#if statement.target}}',
  ],
  ...[
    '{{else}}',
    '{{/if}}',
    '{{^}}',
    '{{#with kader}}',
    '{{/with}}',
    '{{label}}',
    '{{../kader.code}}',
    '{{@root.kader.name}}',
  ],
  ...[
    '{{secret}}',
    '{{kader.nik}}',
    '{{this}}',
    '{{.}}',
    '{{@root}}',
    '{{@root.secret}}',
    '{{../../secret}}',
    '{{@../secret}}',
  ],
  ...[
    '{{constructor}}',
    '{{__proto__}}',
    '{{kader.constructor.constructor "return process"}}',
    '{{lookup . "secret"}}',
  ],
  ...[
    '{{#with (lookup this "constructor")}}',
    '{{#each this}}',
    '{{log secret}}',
    '{{> x}}',
    '{{#> x}}',
    '{{* x}}',
    '{{#*inline "x"}}',
  ],
  ...[
    '{{{secret}}}',
    '{{&secret}}',
    '{{{{raw}}}}',
    '{{{{/raw}}}}',
    '{{!-- ',
    ' --}}',
    '{{!',
    '{{~',
    '~}}',
    '\\{{',
    '{{',
    '}}',
  ],
  ...['{{"x"}}', '{{1}}', '{{true}}', '{{undefined}}', '{{null}}', '{{[secret]}}', '{{kader.[nik]}}', '{{kader/nik}}'],
  ...[
    '{{equals 1 2}}',
    '{{#if (equals kader.name "x")}}',
    '{{rupiah (rupiah 1)}}',
    '{{rupiah}}',
    '{{date today}}',
    '{{mask kader.name}}',
  ],
  ...[
    '<p>',
    '</p>',
    '<strong>',
    '</strong>',
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '</td>',
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
  ],
  ...[
    '<a href="{{instance.link}}">',
    '<a href="{{kader.name}}">',
    '<a href="javascript:alert(1)">',
    '<a href="https://a.id">',
    '</a>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<img src=x>',
    '<svg/onload=x>',
    '<p onclick=x>',
    '<p class="lead">',
    '<p align="{{kader.name}}">',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '<?php',
    '&lt;',
    '&#60;',
    '&#xE000;0&#xE001;',
    '\uE000',
    '"',
    "'",
    '<',
    '>',
    '=',
  ],
  ...['x', ' ', '\n', '\u202E', '\0', 'kata '],
];

describe('templates that somebody hostile wrote', () => {
  const context = { ...hostileContext(messageFields('statement'), () => '<script>alert(1)</script>') };

  it('are refused with a place, or write nothing but what mails hold', () => {
    let written = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), fc.boolean(), (parts, wrapped) => {
        const source = wrapped ? `<p>${parts.join('')}</p>` : parts.join('');
        const template: TemplateBody = { about: 'statement', channel: 'email', subject: 'x', html: source, text: null };
        const problems = checkMessage(template, settings);
        const mail = attempt(() => renderMessage(template, context, settings));
        if (mail !== null) {
          written += 1;
          expect(strangeIn(mail.html ?? '')).toEqual([]);
          expect(`${mail.html}${mail.text}`).not.toContain(secret);
        }
        for (const { line, column, field } of problems) {
          expect(field).toBe('html');
          if (source.trim() !== '') expect([line, column].every((at) => at !== null && at >= 1)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(written).toBeGreaterThan(50);
  });

  it('never reach in a text or a subject what is not documented', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        for (const template of [
          { about: 'statement', channel: 'whatsapp', subject: null, html: null, text },
          { about: 'statement', channel: 'email', subject: text, html: '<p>x</p>', text: null },
        ] as const) {
          const message = attempt(() => renderMessage(template, context, settings));
          expect(JSON.stringify(message)).not.toContain(secret);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('come to an end soon, whatever they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...pieces), (one, other) => {
        const times = Math.floor(limits.source / (one.length + other.length));
        const started = performance.now();
        checkMessage(
          { about: 'statement', channel: 'email', subject: 'x', html: `${one}${other}`.repeat(times), text: null },
          settings,
        );
        expect(performance.now() - started).toBeLessThan(3_000);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('leave the server as it was', () => {
    const keys = Object.getOwnPropertyNames(Object.prototype);
    for (const path of ['__proto__.polluted', 'constructor.prototype.polluted', 'kader.__proto__.polluted']) {
      const text = `{{#with ${path}}}{{polluted}}{{/with}}{{${path}}}`;
      attempt(() =>
        renderMessage({ about: 'kader', channel: 'whatsapp', subject: null, html: null, text }, context, settings),
      );
    }
    const poisoned = JSON.parse('{"__proto__": {"name": "x"}, "kader": {"__proto__": {"name": "x"}}}');
    const template = {
      about: 'kader',
      channel: 'whatsapp',
      subject: null,
      html: null,
      text: '{{kader.name}}',
    } as const;
    expect(attempt(() => renderMessage(template, poisoned, settings))).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(keys);
  });
});
