import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { formatDate, formatMonth, keepRupiahTogether } from '../../studio/format.ts';
import { ink, subdued } from '../letter-styles.ts';
import { type PdfDefinition, renderPdf } from '../render-pdf.ts';
import type { AwardCertificate } from './award-certificate.ts';
import { certificateFrame } from './frame.ts';

const locale = 'id-ID';
const side = 92;
/** A name of so many letters still stands on one line in the largest size. */
const sizes = [
  { letters: 26, points: 34 },
  { letters: 40, points: 26 },
  { letters: Number.POSITIVE_INFINITY, points: 19 },
];

/** What stands on paper beside the award's own number: `00012/KC-SKA/2022-01`. */
export function certificateNumber({ id, branch, month }: AwardCertificate): string {
  return `${String(id).padStart(5, '0')}/${branch.code}/${month}`;
}

/** Sentences end with one full stop, whether or not they were typed with one. */
function withoutStop(words: string): string {
  return words.trim().replace(/[.\s]+$/, '');
}

function nameSize(name: string): number {
  return sizes.find(({ letters }) => name.length <= letters)?.points ?? 19;
}

function contentOf(award: AwardCertificate): Content[] {
  const { kader, branch, title, words, reason } = award;
  const whose = [`Kader JKN ${kader.code}`, kader.district].filter(Boolean).join(' · ');
  const lines: ContentText[] = [
    { text: branch.name, style: 'office' },
    { text: 'PIAGAM PENGHARGAAN', style: 'heading' },
    { text: `Nomor ${certificateNumber(award)}`, style: 'small', margin: [0, 4, 0, 18] },
    { text: 'diberikan kepada', style: 'said' },
    { text: kader.name, bold: true, fontSize: nameSize(kader.name), margin: [0, 6, 0, 4] },
    { text: whose, style: 'small', margin: [0, 0, 0, 16] },
    { text: 'penghargaan', style: 'said' },
    { text: title, style: 'award' },
    { text: `${withoutStop(words)}.`, style: 'said', margin: [40, 8, 40, 0] },
    { text: keepRupiahTogether(reason), style: 'small', margin: [30, 8, 30, 0] },
  ];
  return lines.map((line) => ({ alignment: 'center', ...line }));
}

/** At the foot of the page, whatever stands above: the signature is a person's. */
function signature({ branch, awarded_on, month }: AwardCertificate): Content {
  const where = [branch.city, formatDate(awarded_on, locale)].filter(Boolean).join(', ');
  return {
    absolutePosition: { x: side, y: 418 },
    columns: [
      { text: `Monev ${formatMonth(month, locale)}`, style: 'small', margin: [0, 92, 0, 0] },
      {
        width: 230,
        stack: [
          { text: where },
          { text: branch.head_title ?? 'Kepala Cabang', margin: [0, 2, 0, 54] },
          { text: branch.head_name ?? '…………………………………', bold: true },
        ],
        alignment: 'center',
      },
    ],
  };
}

/** The certificate of an award as PDF on A4 across. The same award gives the same bytes. */
export async function renderAwardCertificate(award: AwardCertificate): Promise<Buffer> {
  const madeAt = new Date(`${award.awarded_on}T00:00:00Z`);
  const definition: PdfDefinition = {
    info: {
      title: `Piagam ${award.title} ${award.kader.name}`,
      author: award.branch.name,
      creator: 'Kader JKN',
      producer: 'pdfmake',
      creationDate: madeAt,
      modDate: madeAt,
    },
    language: locale,
    displayTitle: true,
    version: '1.7',
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [side, 62, side, 48],
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.2, color: ink },
    styles: {
      office: { fontSize: 13, bold: true, color: ink },
      heading: { fontSize: 27, bold: true, characterSpacing: 1, color: '#2b6cb0', margin: [0, 14, 0, 0] },
      award: { fontSize: 18, bold: true, margin: [0, 4, 0, 0] },
      said: { fontSize: 12, color: ink },
      small: { fontSize: 10, color: subdued },
    },
    background: () => ({ svg: certificateFrame() }),
    content: [...contentOf(award), signature(award)],
  };
  return renderPdf(definition);
}
