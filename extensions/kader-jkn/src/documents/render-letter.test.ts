import fc from 'fast-check';
import { extractText, extractTextItems, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it, vi } from 'vitest';
import { type LetterSettings, renderLetter } from './render-letter.ts';
import { renderPdf } from './render-pdf.ts';

const settings: LetterSettings = {
  locale: 'id-ID',
  title: 'Surat contoh',
  author: 'Kantor Cabang Contoh',
  madeAt: new Date('2022-02-03T02:12:00Z'),
  footer: 'Nomor 1',
};
const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20">
  <rect width="60" height="8" fill="#0051ff"/><text x="62" y="8" font-family="Inter, sans-serif" font-size="8">78,0% é</text>
</svg>`;
// one red pixel
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const opened = async (pdf: Buffer) => getDocumentProxy(new Uint8Array(pdf));
const textOf = async (pdf: Buffer) => (await extractText(await opened(pdf), { mergePages: true })).text;

describe('renderLetter', () => {
  it('makes text that can be selected, numbered pages and a title', async () => {
    const pdf = await renderLetter('<h1>Judul</h1><p>Halo Nuraéni – “Ayu”</p><hr class="page"><p>Lanjut</p>', settings);
    const { totalPages, text } = await extractText(await opened(pdf));
    expect(totalPages).toBe(2);
    expect(text[0]).toContain('Halo Nuraéni – “Ayu”');
    expect(text[1]).toMatch(/Lanjut.*Nomor 1.*Halaman 2 dari 2/s);
    const { info } = await getMeta(await opened(pdf));
    expect(info).toMatchObject({ Title: 'Surat contoh', Author: 'Kantor Cabang Contoh' });
  });

  it('gives the same bytes for the same letter', async () => {
    const [one, other] = await Promise.all([
      renderLetter('<p>Sama</p>', settings),
      renderLetter('<p>Sama</p>', settings),
    ]);
    expect(one.equals(other)).toBe(true);
  });

  it('keeps a word without end inside its column', async () => {
    const pdf = await renderLetter(
      `<table><tr><td width="30%">${'W'.repeat(300)}</td><td>kanan</td></tr></table><p>${'x'.repeat(500)}</p>`,
      settings,
    );
    const { items } = await extractTextItems(await opened(pdf));
    const words = items.flat().filter(({ str }) => /^[Wx]+$/.test(str));
    expect(words.map(({ str }) => str).join('')).toHaveLength(800);
    const rightmost = (sign: string) =>
      Math.max(...words.filter(({ str }) => str.startsWith(sign)).map(({ x, width }) => x + width));
    expect(rightmost('W')).toBeLessThan(54 + 0.3 * 487 + 1);
    expect(rightmost('x')).toBeLessThan(54 + 487 + 1);
  });

  it('drops what cannot be printed: control characters and changes of direction', async () => {
    expect(await textOf(await renderLetter('<p>Si\u0007ti \u202Ekelabret</p>', settings))).toContain('Siti kelabret');
  });

  it('repeats the head of a table on every page and never tears a row', async () => {
    const rows = Array.from({ length: 80 }, (_, row) => `<tr><td>baris ${row}<br>lanjutan ${row}</td></tr>`).join('');
    const markup = `<table><thead><tr><th>Kepala</th></tr></thead><tbody>${rows}</tbody></table>`;
    const { totalPages, text } = await extractText(await opened(await renderLetter(markup, settings)));
    expect(totalPages).toBeGreaterThan(2);
    expect(text.filter((page) => page.includes('Kepala'))).toHaveLength(totalPages);
    for (const page of text) {
      const numbers = (word: string) => [...page.matchAll(new RegExp(`${word} (\\d+)`, 'g'))].map(([, row]) => row);
      expect(numbers('baris')).toEqual(numbers('lanjutan'));
    }
  });

  it.each([
    ['a section', (count: number) => `<p>a</p><section>${'<p>kata</p>'.repeat(count)}</section>`],
    [
      'a table in a section',
      (count: number) => `<section><table>${'<tr><td>kata</td></tr>'.repeat(count)}</table></section>`,
    ],
    ['a cell', (count: number) => `<table><tr><td width="20%">${'kata '.repeat(count)}</td><td>b</td></tr></table>`],
    [
      'the head of a table',
      (count: number) => `<table><thead><tr><th>${'kata '.repeat(20 * count)}</th></tr></thead></table>`,
    ],
  ])('loses nothing of %s that is longer than a page', async (_, markup) => {
    for (const count of [30, 45, 60, 300]) {
      const text = await textOf(await renderLetter(markup(count), settings));
      expect(text.match(/kata/g)?.length).toBe(markup(count).match(/kata/g)?.length);
    }
  });

  it('keeps a section on one page, and a heading with what follows', async () => {
    const filler = (count: number) => '<p>isi</p>'.repeat(count);
    for (const count of [34, 36, 38, 40, 42]) {
      const markup = `${filler(count)}<h2>Judul</h2><p>pertama</p><section><p>satu</p><p>dua</p><p>tiga</p></section>`;
      const { text } = await extractText(await opened(await renderLetter(markup, settings)));
      const pageOf = (word: string) => text.findIndex((page) => page.includes(word));
      expect(pageOf('Judul')).toBe(pageOf('pertama'));
      expect(pageOf('satu')).toBe(pageOf('tiga'));
    }
  });

  it('draws its own pictures as vectors, and embeds those that the markup carries', async () => {
    const warned = vi.spyOn(console, 'warn');
    const made = (markup: string) => renderLetter(markup, { ...settings, pictures: { ranking: chart } });
    const holdsImage = (pdf: Buffer) => pdf.toString('latin1').includes('/Subtype /Image');
    const drawn = await made('<img src="ranking" width="60">');
    expect(holdsImage(drawn)).toBe(false);
    expect(await textOf(drawn)).toContain('78,0% é');
    expect(holdsImage(await made(`<img src="${pixel}" width="20">`))).toBe(true);
    expect(warned).not.toHaveBeenCalled();
  });

  it.each([
    '/etc/hostname',
    'file:///etc/hostname',
    'http://127.0.0.1/x.png',
    'data:text/html;base64,PGI+',
    'toString',
  ])('refuses the picture %s', async (src) => {
    await expect(renderLetter(`<img src="${src}">`, settings)).rejects.toThrow('A picture must be');
  });
});

describe('whatever letter can be written', () => {
  const { letter } = fc.letrec((tie) => {
    const text = fc.constantFrom(
      'satu',
      ' dua tiga ',
      'x'.repeat(60),
      '\n',
      '<br>',
      '<strong>tebal </strong>',
      '<small>k</small>',
    );
    const running = fc.array(text, { maxLength: 4 }).map((parts) => parts.join(''));
    const wrapped = (tag: string, inner: fc.Arbitrary<string>) => inner.map((markup) => `<${tag}>${markup}</${tag}>`);
    const joined = (part: fc.Arbitrary<string>) => fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
    const picture = fc.constant('<img src="ranking" width="9">');
    const paragraph = fc
      .constantFrom('', ' class="lead"', ' align="right"')
      .chain((attribute) => running.map((inner) => `<p${attribute}>${inner}</p>`));
    const cell = fc
      .constantFrom('', ' width="10%"', ' width="auto"', ' colspan="2"')
      .chain((attribute) =>
        joined(fc.oneof(running, paragraph, picture)).map((inner) => `<td${attribute}>${inner}</td>`),
      );
    const rows = joined(fc.oneof(wrapped('tr', joined(cell)), fc.constant('<tr class="total"><td>jumlah</td></tr>')));
    const table = wrapped('table', joined(fc.oneof(rows, wrapped('thead', rows), wrapped('tbody', rows))));
    const list = fc.constantFrom('ul', 'ol').chain((tag) => wrapped(tag, joined(wrapped('li', running))));
    return {
      letter: joined(tie('block') as fc.Arbitrary<string>),
      block: fc.oneof(
        { depthSize: 'small' },
        paragraph,
        wrapped('h2', running),
        table,
        list,
        picture,
        fc.constantFrom('<hr>', '<hr class="page">'),
        wrapped('section', tie('letter') as fc.Arbitrary<string>),
      ),
    };
  });

  it('can be laid out, and loses no letter', async () => {
    // A word may be broken over lines, and the head of a table comes again on the next page: letters are counted.
    const count = (text: string, letter: string) => text.split(letter).length;
    const missing = (shown: string, written: string) =>
      [...new Set(written.replaceAll(/[^a-z]/g, ''))].filter((one) => count(shown, one) < count(written, one));
    await fc.assert(
      fc.asyncProperty(letter as fc.Arbitrary<string>, async (markup) => {
        const pdf = await renderLetter(markup, { ...settings, footer: '', pictures: { ranking: chart } });
        const { text } = await extractText(await opened(pdf));
        const shown = text.map((page) => page.replaceAll(/Halaman \d+ dari \d+|78,0% é/g, ''));
        expect(missing(shown.join(''), markup.replaceAll(/<[^>]*>/g, ''))).toEqual([]);
      }),
      { numRuns: 30, interruptAfterTimeLimit: 20_000 },
    );
  }, 60_000);

  it('is refused in words where its picture is broken', async () => {
    const broken = `data:image/png;base64,${Buffer.from('bukan gambar').toString('base64')}`;
    await expect(renderLetter(`<img src="${broken}">`, settings)).rejects.toThrow(
      "This letter's picture cannot be read",
    );
  });
});

describe('renderPdf', () => {
  it.each(['/etc/hostname', 'http://127.0.0.1/x.png'])('opens nothing that a picture names: %s', async (href) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="${href}" width="9" height="9"/></svg>`;
    await expect(renderPdf({ content: [{ stack: [{ svg }] }] })).rejects.toThrow('may not refer to a file');
    await expect(renderPdf({ content: [{ image: href }] })).rejects.toThrow();
  });
});
