import type { StudioLocale } from '../studio/format.ts';
import { beginsPage } from './keep-together.ts';
import { layOutLetter } from './lay-out-letter.ts';
import type { Pictures } from './lay-out-picture.ts';
import { ink, letterStyles, subdued } from './letter-styles.ts';
import { parseLetter } from './parse-letter.ts';
import { type PdfDefinition, renderPdf } from './render-pdf.ts';
import { TemplateProblem } from './template-problem.ts';

/** What surrounds a letter's text. */
export interface LetterSettings {
  locale: StudioLocale;
  /** shown by readers as the name of the window */
  title: string;
  author: string;
  /** of the data, not of the printing: the same letter then has the same bytes */
  madeAt: Date;
  /** at the foot of every page, beside its number */
  footer: string;
  /** across every page; null: none */
  watermark?: string | null;
  pictures?: Pictures;
}

const side = 54;

function pageWords(locale: StudioLocale, page: number, pages: number): string {
  return locale === 'id-ID' ? `Halaman ${page} dari ${pages}` : `Page ${page} of ${pages}`;
}

/** A picture that claims to be PNG or JPEG and is neither shows only when it is drawn. */
function pictureProblem(error: unknown): unknown {
  if (!(error instanceof Error) || !/image/i.test(error.message)) return error;
  const sentence = { id: 'Gambar surat ini tidak dapat dibaca', en: "This letter's picture cannot be read" };
  return new TemplateProblem(sentence, null);
}

/**
 * A letter on A4 from its markup (docs/letters.md). Throws a TemplateProblem on markup that letters do not know, and
 * on a picture that cannot be read.
 */
export async function renderLetter(markup: string, settings: LetterSettings): Promise<Buffer> {
  const { locale, title, author, madeAt, footer, watermark, pictures } = settings;
  const definition: PdfDefinition = {
    info: { title, author, creator: 'Kader JKN', producer: 'pdfmake', creationDate: madeAt, modDate: madeAt },
    language: locale,
    displayTitle: true,
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [side, 44, side, 62],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: ink },
    styles: letterStyles,
    content: layOutLetter(parseLetter(markup), pictures),
    pageBreakBefore: (part, { getFollowingNodesOnPage }) => beginsPage(part, getFollowingNodesOnPage),
    ...(watermark && { watermark: { text: watermark, color: '#8a93a0', opacity: 0.16, bold: true, angle: -45 } }),
    footer: (page, pages) => ({
      margin: [side, 18, side, 0],
      fontSize: 8,
      color: subdued,
      columns: [
        { text: footer, width: '*' },
        { text: pageWords(locale, page, pages), width: 'auto', alignment: 'right', margin: [12, 0, 0, 0] },
      ],
    }),
  };
  try {
    return await renderPdf(definition);
  } catch (error) {
    throw pictureProblem(error);
  }
}
