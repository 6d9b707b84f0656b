import { createHash } from 'node:crypto';
import type { DayList, DayListFamily, DayListPaper } from '../../contract/day-list.ts';
import { channelCodes, outcomeCodes } from '../../contract/field-codes.ts';
import { formatDate, formatRupiah } from '../../studio/format.ts';
import { html, Markup } from '../desk/html.ts';

const common = `
  :root { color-scheme: light; }
  * { box-sizing: border-box; }
  body { margin: 0 auto; color: #000; background: #fff; font: 10pt/1.35 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 13pt; }
  h2 { margin: 0 0 1mm; font-size: 11pt; }
  p { margin: 0; }
  .small { color: #444; font-size: 8.5pt; }
  .codes { margin-top: 2mm; }
  .figures { break-before: page; }
  button { margin: 4mm 0; padding: 3mm 6mm; font: inherit; }
  @media print { button { display: none; } }
`;
const sheetStyle = `
  body { padding: 8mm; max-width: 297mm; }
  @page { size: A4 landscape; margin: 10mm; }
  @media print { body { padding: 0; } }
  table { width: 100%; margin-top: 3mm; border-collapse: collapse; }
  th, td { padding: 1mm 2mm; border: 0.3mm solid #666; text-align: left; vertical-align: top; }
  th { font-size: 8.5pt; font-weight: 600; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tbody tr { height: 13mm; }
  .number { width: 9mm; text-align: right; }
  .name { width: 30%; }
  .narrow { width: 14mm; }
  .money { width: 30mm; }
  .figures tbody tr { height: auto; }
  .figures td.money { text-align: right; font-variant-numeric: tabular-nums; }
`;
const rollStyle = (millimetres: number) => `
  body { width: ${millimetres - 6}mm; padding: 2mm 0; font-size: ${millimetres > 60 ? 9.5 : 8.5}pt; }
  @page { margin: 0 3mm; }
  h1 { font-size: 11pt; }
  ol { margin: 2mm 0; padding: 0; list-style: none; }
  li { padding: 1.5mm 0; border-top: 1px dashed #000; break-inside: avoid; overflow-wrap: anywhere; }
  .line { display: flex; gap: 1mm; margin-top: 2.5mm; }
  .line i { flex: 1; border-bottom: 1px solid #000; font-style: normal; }
  .figures { margin-top: 4mm; padding-top: 2mm; border-top: 2px dashed #000; break-before: auto; }
`;
/** A roll has no pages: its one page is as long as what stands on it. */
const script = `
  const paper = document.body.dataset.roll;
  if (paper) {
    const page = document.createElement('style');
    const height = Math.ceil(document.documentElement.scrollHeight * 25.4 / 96) + 10;
    page.textContent = '@page { size: ' + paper + 'mm ' + height + 'mm; }';
    document.head.append(page);
  }
  document.querySelector('button').addEventListener('click', () => window.print());
`;
const scriptHash = createHash('sha256').update(script).digest('base64');

/** What the page may load: nothing but its own style and the script of its print button. */
export const dayPagePolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

const blankRows = 4;

/**
 * The list of a day as paper: names, places and room to write on the part that is carried from door to door; what is owed and
 * why a family is listed on a part of its own, without names, that stays in the bag. No number of a person in full.
 */
export function dayPage(list: DayList, paper: DayListPaper): string {
  const roll = paper === 'a4' ? null : Number(paper);
  const style = common + (roll === null ? sheetStyle : rollStyle(roll));
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Daftar kerja ${list.kader.code} ${list.date}</title>
<style>${new Markup(style)}</style>
</head>
<body data-roll="${roll ?? ''}">
<header>
<h1>Daftar kerja</h1>
<p>${list.kader.name} (${list.kader.code}), ${formatDate(list.date, 'id-ID')}</p>
<p class="small">${list.branch.name}${hours(list)}</p>
</header>
${roll === null ? sheet(list) : rollList(list)}
<button type="button">Cetak</button>
<script>${new Markup(script)}</script>
</body>
</html>`.text;
}

function hours({ contact_hours: { from, to } }: DayList): string {
  if (from === null && to === null) return '';
  return ` · hubungi keluarga pukul ${clock(from ?? 0)} sampai ${clock(to ?? 24)}`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}.00`;
}

function sheet(list: DayList): Markup {
  const blank = Array.from({ length: blankRows }, (_, index) => list.families.length + index + 1);
  return html`${codes}
<table>
<thead><tr><th class="number">No</th><th class="name">Keluarga</th><th class="narrow">Jam</th><th class="narrow">Cara</th>
<th class="narrow">Hasil</th><th>Janji tanggal</th><th class="money">Janji Rp</th><th class="money">Dibayar Rp</th>
<th>No. kuitansi</th></tr></thead>
<tbody>
${list.families.map((family, index) => html`<tr><td class="number">${index + 1}</td><td>${whereabouts(family)}</td>${emptyCells}</tr>`)}
${blank.map((number) => html`<tr><td class="number">${number}</td><td></td>${emptyCells}</tr>`)}
</tbody>
</table>
<section class="figures">
${figuresHead}
<table>
<thead><tr><th class="number">No</th><th class="narrow">Bulan</th><th class="money">Rp</th><th>Mengapa</th></tr></thead>
<tbody>
${list.families.map(
  (family, index) =>
    html`<tr><td class="number">${index + 1}</td><td>${family.owed_months}</td><td class="money">${formatRupiah(family.owed_amount, 'id-ID')}</td><td>${why(family)}</td></tr>`,
)}
</tbody>
</table>
</section>`;
}

const emptyCells = new Markup('<td></td>'.repeat(7));
const figuresHead = html`<h2>Simpan di tas</h2>
<p class="small">Perkiraan menurut nomor di daftar, tanpa nama. Jangan ditunjukkan kepada keluarga lain.</p>`;
const codes = html`<p class="small codes">Cara: ${letters(channelCodes)}. Hasil: ${letters(outcomeCodes)}.</p>`;

function letters(all: readonly { letter: string; label: readonly string[] }[]): string {
  return all.map(({ letter, label }) => `${letter} ${label[0]?.toLowerCase()}`).join(', ');
}

function whereabouts(family: DayListFamily): Markup {
  const place = [family.area, family.address].filter(Boolean).join(', ');
  return html`<strong>${family.head_name}</strong><br>${place}${wayOf(family)}`;
}

/** A number to call stands only where the work is from home. */
function wayOf({ channel, phone }: DayListFamily): Markup | null {
  if (channel === 'visit') return null;
  return html`<br>${channel === null ? 'Tanpa telepon' : `${channel === 'whatsapp' ? 'WA' : 'Telp.'} ${phone}`}`;
}

function why({ reasons }: DayListFamily): string {
  return reasons.map(({ id }) => id).join('. ');
}

function rollList(list: DayList): Markup {
  return html`<ol>${list.families.map(
    (family, index) => html`<li>${index + 1}. ${whereabouts(family)}
<p class="line">Jam <i></i> Cara <i></i> Hasil <i></i></p>
<p class="line">Janji <i></i> Rp <i></i></p>
<p class="line">Bayar Rp <i></i> No. <i></i></p></li>`,
  )}</ol>
${codes}
<section class="figures">
${figuresHead}
<ol>${list.families.map(
    (family, index) =>
      html`<li>${index + 1}. ${family.owed_months} bln, ${formatRupiah(family.owed_amount, 'id-ID')}<br>${why(family)}</li>`,
  )}</ol>
</section>`;
}
