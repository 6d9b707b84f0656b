import { describe, expect, it } from 'vitest';
import { exampleContext, type MessageAbout } from '../../contract/message-contexts.ts';
import { TemplateProblem } from '../template-problem.ts';
import { limits } from './limits.ts';
import { checkMessage, renderMessage, type TemplateBody } from './render-message.ts';

const settings = { locale: 'id-ID', timeZone: 'Asia/Jakarta' } as const;
const example = exampleContext('statement');

function mail(html: string, told: Partial<TemplateBody> = {}): TemplateBody {
  return { about: 'statement', channel: 'email', subject: 'Imbal jasa', html, text: null, ...told };
}

const plain = (text: string, about: MessageAbout = 'statement'): TemplateBody => ({
  ...{ about, text, channel: 'whatsapp', subject: null, html: null },
});

/** What a mail says, between the layout's own words. */
function bodyOf(html: string | null): string {
  return /border-radius:6px;padding:24px">\n([\s\S]*)\n<\/div>\n<div style="padding:12px/.exec(html ?? '')?.[1] ?? '';
}

const sentences = (template: TemplateBody) =>
  checkMessage(template, settings).map(({ field, sentence }) => `${field}: ${sentence.id}`);

function problemOf(template: TemplateBody, context = example): TemplateProblem {
  try {
    renderMessage(template, context, settings);
  } catch (problem) {
    if (problem instanceof TemplateProblem) return problem;
    throw problem;
  }
  throw new Error('No problem');
}

describe('an e-mail', () => {
  it('is written from its tree, with every style in its tag', () => {
    const { subject, html, text } = renderMessage(
      mail(
        `<p>Yth. <strong>{{kader.name}}</strong>,<br>{{rupiah statement.net}}</p>
<table><tr><th>Uraian</th><th align="right">Jumlah</th></tr>
{{#each statement.lines}}<tr><td>{{label}}</td><td align="right">{{rupiah amount}}</td></tr>{{/each}}</table>
<p>Lihat <a href="{{instance.link}}">aplikasi</a> atau <a href="tel:+62271700000">telepon</a>.</p>`,
        { subject: 'Imbal jasa {{month statement.month}}' },
      ),
      example,
      settings,
    );
    expect(subject).toBe('Imbal jasa Januari 2022');
    const body = bodyOf(html);
    expect(body).toContain('<p style="margin:0 0 14px">Yth. <strong>Sri Wahyuni</strong>,<br>Rp\u00a02.412.500</p>');
    expect(body).toContain('<a href="https://kader.example.com/" style="color:#2b6cb0">aplikasi</a>');
    expect(body).toContain('<a href="tel:+62271700000"');
    expect(body.match(/<td style/g)).toHaveLength(6);
    expect(html).toContain('<html lang="id">');
    expect(text).toBe(
      [
        'Yth. Sri Wahyuni,\nRp\u00a02.412.500',
        'Uraian | Jumlah\nImbal jasa 25% atas tunggakan | Rp\u00a02.375.000\nBonus capaian | Rp\u00a0100.000\nPotongan pajak | -Rp\u00a062.500',
        'Lihat aplikasi (https://kader.example.com/) atau telepon (+62271700000).',
        '-- \nAnda menerima surel ini karena terdaftar sebagai kader JKN di KC Surakarta.\nTidak ingin menerimanya lagi? Sampaikan kepada KC Surakarta (telepon 0271 700 000, kc.surakarta@example.com).',
      ].join('\n\n'),
    );
  });

  it('says in its own language why one gets it, and how to stop it', () => {
    const template = { ...mail('<p>Good day</p>'), about: 'family' } as const;
    const { html } = renderMessage(template, exampleContext('family'), { ...settings, locale: 'en-US' });
    expect(html).toContain('because your family is a JKN participant registered at KC Surakarta');
    expect(html).toContain('To stop these e-mails, tell KC Surakarta (telephone 0271 700 000');
    expect(html).toContain('<html lang="en">');
  });

  it('takes the plain text that its author wrote, instead of one made from its HTML', () => {
    const { text } = renderMessage(mail('<p>Satu</p>', { text: 'Dua {{kader.name}}' }), example, settings);
    expect(text?.startsWith('Dua Sri Wahyuni\n\n-- \n')).toBe(true);
  });

  it('has a subject of one line, cut where it is too long', () => {
    const named = (name: string) =>
      renderMessage(
        mail('<p>x</p>', { subject: 'Untuk {{kader.name}}' }),
        { ...example, kader: { ...(example['kader'] as object), name } },
        settings,
      ).subject;
    expect(named('Siti\r\nBcc: semua@example.com')).toBe('Untuk Siti Bcc: semua@example.com');
    expect(named(`A\u202Etxt.exe\u2066\u200B`)).toBe('Untuk Atxt.exe');
    expect([...(named('😀'.repeat(500)) ?? '')]).toHaveLength(limits.subject);
    expect(named('\ud800x')).toBe('Untuk \ufffdx');
  });

  it('sends nobody where a link leads elsewhere than to the web', () => {
    const to = (link: unknown) =>
      bodyOf(
        renderMessage(mail('<p><a href="{{instance.link}}">Buka</a></p>'), { ...example, instance: { link } }, settings)
          .html,
      );
    expect(to('https://a.id/?x="><script>')).toContain('href="https://a.id/?x=%22%3E%3Cscript%3E"');
    for (const link of ['javascript:alert(1)', ' data:text/html,x', 'java\nscript:alert(1)', 'vbscript:x', null, 7]) {
      expect(to(link)).toBe('<p style="margin:0 0 14px">Buka</p>');
    }
  });
});

describe('a letter', () => {
  it('is markup that letters know, with its data as text', () => {
    const letter = { ...mail('<p class="name">{{kader.name}}</p><hr class="page">'), channel: 'letter' } as const;
    const context = { ...example, kader: { ...(example['kader'] as object), name: '<b>& "Siti"' } };
    expect(renderMessage(letter, context, settings)).toEqual({
      subject: 'Imbal jasa',
      html: '<p class="name">&lt;b&gt;&amp; &quot;Siti&quot;</p>\n<hr class="page">',
      text: null,
    });
  });

  it('has no links', () => {
    const letter = { ...mail('<p><a href="https://a.id">x</a></p>'), channel: 'letter' } as const;
    expect(sentences(letter)[0]).toContain('html: Tanda <a> tidak dikenal');
  });
});

describe('a plain text', () => {
  it('is written as it is, without the lines that a block leaves behind', () => {
    const { text } = renderMessage(
      plain(
        'Halo {{kader.name}} <b>\n\n{{#if statement.target}}\nTarget {{rupiah statement.target}}\n{{/if}}\n\n\nSalam  \n',
      ),
      example,
      settings,
    );
    expect(text).toBe('Halo Sri Wahyuni <b>\n\nTarget Rp\u00a010.000.000\n\nSalam');
  });

  it('keeps a name on its line', () => {
    const context = { ...example, kader: { ...(example['kader'] as object), name: 'Siti\n\nTransfer ke 123' } };
    expect(renderMessage(plain('Halo {{kader.name}}.'), context, settings).text).toBe('Halo Siti Transfer ke 123.');
  });

  it('keeps the lines that whoever gave a notice wrote', () => {
    const notice = { title: 'A', text: 'satu\r\ndua', lines: [], link: null };
    const context = { ...exampleContext('notice'), notice };
    expect(renderMessage(plain('{{notice.text}}', 'notice'), context, settings).text).toBe('satu\ndua');
    const html = renderMessage({ ...mail('<p>{{notice.text}}</p>'), about: 'notice' }, context, settings).html;
    expect(bodyOf(html)).toContain('satu<br>dua</p>');
  });
});

describe('what is reached', () => {
  it('is what is documented, whatever else the context holds', () => {
    const context = {
      ...example,
      kader: { ...(example['kader'] as object), nik: '3372011512800001' },
      secret: 'rahasia',
    };
    for (const path of ['kader.nik', 'secret', '@root.secret', 'statement.lines.0.label']) {
      expect(problemOf(plain(`{{${path}}}`), context).sentence.id).toMatch(/tidak ada dalam data|tidak lengkap/);
    }
    expect(problemOf(plain('{{#with kader}}{{nik}}{{/with}}'), context).sentence.id).toContain('"nik" tidak ada');
  });

  it('is not what an object inherits', () => {
    class Kader {
      code = 'K-1';
      district = null;
      get name() {
        return 'warisan';
      }
    }
    const context = { ...example, kader: new Kader() };
    expect(problemOf(plain('{{kader.name}}'), context).sentence.id).toContain(
      '"kader.name" tidak ada dalam data pesan',
    );
  });

  it('is found from a row too, one level at a time', () => {
    const template = plain(
      '{{#each statement.lines}}{{@index}} {{label}} {{../kader.code}} {{@root.kader.code}};{{/each}}',
    );
    expect(renderMessage(template, example, settings).text).toBe(
      '0 Imbal jasa 25% atas tunggakan SKA-012 SKA-012;1 Bonus capaian SKA-012 SKA-012;2 Potongan pajak SKA-012 SKA-012;',
    );
  });
});

describe('a template is refused', () => {
  it.each([
    ['<p>\n{{nope}}</p>', 2, 3, '"nope" tidak ada dalam data templat ini'],
    ['<p>{{#if statement.net}}x{{else}}{{nope}}{{/if}}</p>', 1, 36, '"nope" tidak ada'],
    ['<p>{{statement.net}}</p>', 1, 6, 'Tulis {{rupiah statement.net}}'],
    ['<p>{{today}}</p>', 1, 6, 'Tulis {{date today}}'],
    ['<p>{{statement}}</p>', 1, 6, '"statement" bukan satu nilai'],
    ['<p>{{statement.lines}}</p>', 1, 6, 'pakai {{#each statement.lines}}'],
    ['<p>{{rupiah kader.name}}</p>', 1, 13, '{{rupiah}} tidak dapat menulis "kader.name"'],
    ['<p>{{date statement.month}}</p>', 1, 11, '{{date}} tidak dapat menulis'],
    ['<p>{{rupiah}}</p>', 1, 6, '{{rupiah}} menulis satu nilai'],
    ['<p>{{lookup kader "name"}}</p>', 1, 4, '"lookup" tidak dikenal'],
    ['<p>{{log kader.name}}</p>', 1, 4, '"log" tidak dikenal'],
    ['<p>{{helperMissing kader.name}}</p>', 1, 4, '"helperMissing" tidak dikenal'],
    ['<p>{{#kader}}{{name}}{{/kader}}</p>', 1, 4, '{{#kader}} tidak dikenal'],
    ['<p>{{#each kader}}x{{/each}}</p>', 1, 12, '"kader" bukan daftar'],
    ['<p>{{#with kader as |k|}}{{k.name}}{{/with}}</p>', 1, 4, '"as |…|" tidak tersedia'],
    ['<p>{{rupiah statement.net to="x"}}</p>', 1, 27, '"to=" tidak dikenal'],
    ['<p>{{{kader.name}}}</p>', 1, 4, 'tiga kurung'],
    ['<p>{{&kader.name}}</p>', 1, 4, 'tiga kurung'],
    ['<p>{{> other}}</p>', 1, 4, 'Bagian {{> }} tidak tersedia'],
    ['<p>{{{{raw}}}}x{{{{/raw}}}}</p>', 1, 4, '{{#raw}} tidak dikenal'],
    ['<p>{{"teks"}}</p>', 1, 6, 'Tulis teks di luar kurung'],
    ['<p>\\{{kader.name}}</p>', 1, 4, 'Karakter ini tidak dapat dipakai'],
    ['<p>{{kader.constructor}}</p>', 1, 6, 'Nama "constructor" tidak dapat dipakai'],
    ['<p>{{kader.__proto__.x}}</p>', 1, 6, 'Nama "__proto__" tidak dapat dipakai'],
    ['<p>{{kader.[toString]}}</p>', 1, 6, 'Nama "toString" tidak dapat dipakai'],
    ['<p>{{@key}}</p>', 1, 6, '"@key" tidak ada'],
    ['<p>{{@index}}</p>', 1, 6, '"@index" tidak ada'],
    ['<p>{{../kader.name}}</p>', 1, 6, '"../kader.name" tidak ada'],
    ['<p>{{#if kader.name}}</p>', 1, 26, 'Tanda {{ }} tidak lengkap'],
    ['<p>{{#each statement.lines}}x{{/if}}</p>', 1, 7, '{{#each}} ditutup dengan {{/if}}'],
    ['<script>x</script>', 1, 1, 'Tanda <script> tidak dikenal'],
    ['<p onclick="x">x</p>', 1, 1, '<p> tidak mengenal "onclick"'],
    ['<p style="x">x</p>', 1, 1, '<p> tidak mengenal "style"'],
    ['<p>x', 1, 5, '<p> tidak ditutup'],
    ['{{#if kader.name}}<p>{{/if}}x</p>', 1, 19, '<p> harus dibuka dan ditutup di dalam blok'],
    ['<p>x{{#if kader.name}}</p>{{/if}}', 1, 1, '<p> harus dibuka dan ditutup di dalam blok'],
    ['<p {{#if kader.name}}align="right"{{/if}}>x</p>', 1, 4, 'Di dalam tanda <…>'],
    ['<p align="{{kader.name}}">x</p>', 1, 1, 'tidak dapat dipakai pada <p>'],
    ['<p>x</p {{kader.name}}>', 1, 9, 'tidak lengkap atau tidak pada tempatnya'],
    ['<p>x</p><!-- y -->', 1, 9, 'tidak lengkap atau tidak pada tempatnya'],
    ['<p>x</strong></p>', 1, 5, 'tidak lengkap atau tidak pada tempatnya'],
    ['<p>x</p><p class="y>z</p>', 1, 9, 'tidak lengkap atau tidak pada tempatnya'],
    ['<p>x</p><![CDATA[y]]>', 1, 9, 'tidak lengkap atau tidak pada tempatnya'],
    ['<!doctype html><p>x</p>', 1, 1, 'tidak lengkap atau tidak pada tempatnya'],
    ['<p>{{rupiah (rupiah statement.net)}}</p>', 1, 13, 'Nilai ini tidak dikenal'],
    ['<p>{{#if (rupiah statement.net)}}x{{/if}}</p>', 1, 10, 'Dalam kurung hanya (equals … …)'],
    ['<p><a href="javascript:alert(1)">x</a></p>', 1, 4, 'Tautan harus berisi alamat'],
    ['<p><a href="//a.id">x</a></p>', 1, 4, 'Tautan harus berisi alamat'],
    ['<p><a href="&#106;avascript:x">x</a></p>', 1, 4, 'Tautan harus berisi alamat'],
    ['<p><a>x</a></p>', 1, 4, 'Tautan harus berisi alamat'],
    ['<p><a href="https://a.id/{{kader.code}}">x</a></p>', 1, 26, 'Di dalam tanda <…>'],
    ['<p><a href="{{kader.name}}">x</a></p>', 1, 4, 'hanya dapat berisi data berupa tautan'],
    ['<p><a href="{{#if kader.name}}https://a.id{{/if}}">x</a></p>', 1, 13, 'Di dalam tanda <…>'],
    ['<p><img src="https://a.id/x.png"></p>', 1, 4, 'Tanda <img> tidak dikenal'],
    [
      '<p><a href="https://a.id"><strong><a href="https://b.id">x</a></strong></a></p>',
      1,
      35,
      '<a> tidak dapat berada',
    ],
  ])('%s at its line and column', (html, line, column, words) => {
    const [problem] = checkMessage(mail(html), settings);
    expect(problem?.sentence.id).toContain(words);
    expect({ field: problem?.field, line: problem?.line, column: problem?.column }).toEqual({
      field: 'html',
      line,
      column,
    });
    // and what got past the check of saving is refused when it is rendered
    expect(problemOf(mail(html)).field).toBe('html');
  });

  it('once for each of its texts', () => {
    const template = mail('<p>{{b}}</p>', { subject: '{{a}}', text: '{{c}}' });
    expect(sentences(template)).toEqual([
      'subject: "a" tidak ada dalam data templat ini (baris 1, kolom 3)',
      'html: "b" tidak ada dalam data templat ini (baris 1, kolom 6)',
      'text: "c" tidak ada dalam data templat ini (baris 1, kolom 3)',
    ]);
  });

  it('for what its channel needs and it does not say', () => {
    expect(sentences(mail(' ', { subject: null }))).toEqual(['subject: Subjek masih kosong', 'html: Isi masih kosong']);
    expect(sentences(plain('\n'))).toEqual(['text: Teks masih kosong']);
    expect(sentences({ ...plain('Halo'), html: '<script>' })).toEqual([]);
  });

  it('where only some data would tear its markup', () => {
    const torn = '<ul>{{#if statement.target}}<li>x</li>{{else}}x{{/if}}</ul>';
    expect(sentences(mail(torn))[0]).toContain('Teks "x" harus berada di dalam <p>');
  });
});

describe('bounds', () => {
  const many = (rows: number) => ({
    ...example,
    statement: {
      ...(example['statement'] as object),
      lines: Array.from({ length: rows }, () => ({ label: 'a', explanation: 'b', amount: 1 })),
    },
  });
  const each = (inner: string, depth = 1): string =>
    depth === 0 ? inner : `{{#each ${depth === 1 ? '' : '@root.'}statement.lines}}${each(inner, depth - 1)}{{/each}}`;

  it('hold the source, with the place where it becomes too long', () => {
    const long = plain(`a\n${'b'.repeat(limits.source)}`);
    expect(sentences(long)).toEqual([
      `text: Templat lebih panjang dari 20.000 karakter (baris 2, kolom ${limits.source - 1})`,
    ]);
  });

  it('hold rounds, also of lists within lists', () => {
    expect(problemOf(plain(each('x')), many(limits.rounds + 1)).sentence.id).toContain('putaran {{#each}}');
    const inner = '{{#each @root.statement.lines}}{{#each @root.statement.lines}}x{{/each}}{{/each}}';
    const started = performance.now();
    const bomb = plain(`{{#each statement.lines}}${inner}{{/each}}`);
    expect(problemOf(bomb, many(4_000)).sentence.id).toContain('putaran {{#each}}');
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(
      problemOf(plain(`{{#each statement.lines}}{{#each @root.statement.lines}}${inner}{{/each}}{{/each}}`)).sentence
        .id,
    ).toContain('Lebih dari 3 {{#each}}');
  });

  it('hold what is written, before it is kept in memory', () => {
    const long = { ...example, kader: { name: 'x'.repeat(1_000_000), code: 'K', district: null } };
    expect(problemOf(plain('{{kader.name}}'), long).sentence.id).toContain('terlalu panjang');
    const body = 'y'.repeat(10_000);
    expect(problemOf(plain(each(body)), many(100)).sentence.id).toContain('terlalu panjang');
    expect(
      problemOf(mail(`<table>${each('<tr><td>{{label}}</td><td>{{explanation}}</td></tr>')}</table>`), many(4_000)),
    ).toMatchObject({ field: 'html', sentence: { id: expect.stringContaining('terlalu panjang') } });
  });

  it('hold steps: much work that writes nothing', () => {
    const idle = '{{#if @root.statement.target}}{{/if}}'.repeat(500);
    expect(problemOf(plain(`x${each(idle)}`), many(4_000)).sentence.id).toContain('terlalu panjang');
  });

  it.each([
    ['blocks', '{{#if kader.name}}'.repeat(500) + '{{/if}}'.repeat(500), 'blok bersarang'],
    ['tags', `<p>${'<em>'.repeat(1_000)}${'</em>'.repeat(1_000)}</p>`, 'tanda bersarang'],
    [
      'expressions',
      `<p>{{rupiah ${'(rupiah '.repeat(2_000)}1${')'.repeat(2_000)}}}</p>`,
      'terlalu dalam|tidak dikenal',
    ],
    ['paths', `<p>{{kader${'.a'.repeat(5_000)}}}</p>`, 'tidak ada dalam data'],
    ['blocks left open', '{{#if kader.name}}'.repeat(1_000), 'tidak lengkap|terlalu dalam'],
    ['braces', '{'.repeat(19_000), 'tidak lengkap|terlalu dalam|harus berada'],
    ['tags left open', '<p'.repeat(9_000), 'tidak lengkap'],
  ])('hold %s within each other', (_, html, words) => {
    const [problem] = checkMessage(mail(html), settings);
    expect(problem?.sentence.id).toMatch(new RegExp(words));
  });
});
