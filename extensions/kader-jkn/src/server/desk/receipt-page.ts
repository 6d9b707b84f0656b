import { createHash } from 'node:crypto';
import { formatRupiah, keepRupiahTogether } from '../../studio/format.ts';
import { html, Markup } from './html.ts';
import { amountInWords, type Receipt, receiptLines, receiptSplit, remarkOf } from './receipt.ts';

const style = `
  :root { color-scheme: light; }
  body { margin: 0 auto; padding: 6mm; max-width: 128mm; color: #000; background: #fff; font: 11pt/1.4 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 13pt; }
  header p, footer { margin: 0; color: #444; font-size: 9pt; }
  .remark { margin: 4mm 0 0; padding: 1mm 2mm; border: 2px solid #000; font-weight: 700; text-align: center; }
  .amount { margin: 4mm 0 0; font-size: 18pt; font-weight: 700; }
  .words { margin: 0 0 4mm; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; margin: 0 0 6mm; padding-top: 3mm; border-top: 1px dashed #888; }
  dt { color: #444; }
  dd { margin: 0; overflow-wrap: anywhere; }
  ul { margin: 0 0 6mm; padding: 0 0 0 4mm; font-size: 10pt; }
  button { margin-top: 6mm; padding: 3mm 6mm; font: inherit; }
  @page { margin: 6mm; }
  @media print { body { padding: 0; } button { display: none; } }
  @media (max-width: 80mm) { body { padding: 2mm; font-size: 9pt; } .amount { font-size: 14pt; } dl { gap: 0.5mm 2mm; } }
`;
const script = "document.querySelector('button').addEventListener('click', () => window.print());";
const scriptHash = createHash('sha256').update(script).digest('base64');

/** What the page may load: nothing but its own style and the script of its print button. */
export const receiptPolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** The receipt as a page that prints well from a 58 mm roll to A5, in grey. */
export function receiptPage(receipt: Receipt): string {
  const { branch } = receipt;
  const remark = remarkOf(receipt);
  const split = receiptSplit(receipt);
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Tanda terima ${receipt.id}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<h1>Tanda terima iuran JKN</h1>
<p>${[branch.name, branch.city].filter(Boolean).join(' · ')}</p>
</header>
${remark && html`<p class="remark">${remark}</p>`}
<p class="amount">${formatRupiah(receipt.amount, 'id-ID')}</p>
<p class="words">${amountInWords(receipt)}</p>
<dl>${receiptLines(receipt).map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>
${split.length > 0 && html`<ul>${split.map((line) => html`<li>${keepRupiahTogether(line)}</li>`)}</ul>`}
<footer>${branch.phone && html`Pertanyaan: ${branch.phone}. `}Simpan tanda terima ini.</footer>
<button type="button">Cetak</button>
<script>${new Markup(script)}</script>
</body>
</html>`.text;
}
