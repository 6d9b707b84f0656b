import { describe, expect, it } from 'vitest';
import { parseLetter } from './parse-letter.ts';

describe('parseLetter', () => {
  it('reads paragraphs, tables and lists', () => {
    const letter = parseLetter(
      '<p>a <strong>b</strong></p>\n<table><tr><td>c</td></tr></table><ul><li>d</li></ul><hr>',
    );
    expect(letter.map(({ tag }) => tag)).toEqual(['p', 'table', 'ul', 'hr']);
    expect(letter[0]?.children).toEqual(['a ', { tag: 'strong', attributes: {}, children: ['b'] }]);
  });

  it('reads entities as the signs they stand for', () => {
    expect(parseLetter('<p>&lt;b&gt; &amp; &eacute;</p>')[0]?.children.join('')).toBe('<b> & é');
  });

  it.each([
    ['<div>x</div>', 'Tanda <div> tidak dikenal'],
    ['<p onclick="x()">x</p>', '<p> tidak mengenal "onclick"'],
    ['<p style="color:red">x</p>', '<p> tidak mengenal "style"'],
    ['<p align="justify">x</p>', 'align="justify" tidak dapat dipakai pada <p>'],
    ['<p class="huge">x</p>', 'class="huge" tidak dapat dipakai pada <p>'],
    ['<table><tr><td width="9cm">x</td></tr></table>', 'width="9cm" tidak dapat dipakai pada <td>'],
    ['<table><tr><td width="60%">a</td><td width="60%">b</td></tr></table>', 'lebih dari 100%'],
    ['<p>satu', '<p> tidak ditutup'],
    ['<p>satu<p>dua</p>', '<p> tidak ditutup'],
    ['<p><strong>satu</p>', '<strong> tidak ditutup'],
    ['<table><tr><td>satu</td>', 'tidak ditutup'],
    ['<td>satu</td>', '<td> tidak dapat berdiri sendiri'],
    ['<table><td>satu</td></table>', '<td> tidak dapat berada di dalam <table>'],
    ['<ul><p>satu</p></ul>', '<p> tidak dapat berada di dalam <ul>'],
    ['selamat pagi', 'Teks "selamat pagi" harus berada di dalam <p>'],
    ['<table>satu</table>', 'Teks "satu" harus berada di dalam <p>'],
  ])('refuses %s in words', (markup, words) => {
    expect(() => parseLetter(markup)).toThrow(
      expect.objectContaining({ sentence: expect.objectContaining({ id: expect.stringContaining(words) }) }),
    );
  });
});
