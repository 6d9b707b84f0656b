import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes what people typed', () => {
  expect(html`<p>${'<script>"&\''}</p>`.text).toBe('<p>&lt;script&gt;&quot;&amp;&#39;</p>');
});

it('keeps markup, joins lists and leaves out what is not there', () => {
  const rows = ['a', 'b'].map((row) => html`<li>${row}</li>`);
  expect(html`<ul>${rows}</ul>${null}${false}`.text).toBe('<ul><li>a</li><li>b</li></ul>');
});
