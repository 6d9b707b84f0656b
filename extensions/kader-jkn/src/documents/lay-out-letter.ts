import type { Content } from 'pdfmake/interfaces.js';
import { heading, section } from './keep-together.ts';
import { layOutPicture, type Pictures } from './lay-out-picture.ts';
import { layOutTable } from './lay-out-table.ts';
import { paragraph } from './lay-out-text.ts';
import { ink } from './letter-styles.ts';
import { elementsOf, type LetterElement } from './parse-letter.ts';

function rulerOf({ attributes }: LetterElement): Content {
  if (attributes['class'] === 'page') return { text: '', pageBreak: 'after' };
  return {
    table: { widths: ['*'], body: [[{ text: '', fontSize: 1 }]] },
    layout: { hLineWidth: (line) => (line === 0 ? 0.9 : 0), vLineWidth: () => 0, hLineColor: () => ink },
    margin: [0, 4, 0, 6],
  };
}

/** A section that is said to fit on a page is never torn; any other begins a page where it would run over two. */
function sectionOf(element: LetterElement, pictures: Pictures): Content {
  const stack = layOutLetter(elementsOf(element), pictures);
  return element.attributes['class'] === 'whole' ? { stack, unbreakable: true } : { stack, headlineLevel: section };
}

function layOutBlock(element: LetterElement, pictures: Pictures): Content {
  switch (element.tag) {
    case 'section':
      return sectionOf(element, pictures);
    case 'table':
      return layOutTable(element, pictures);
    case 'ul':
      return { ul: elementsOf(element).map((item) => paragraph(item)), margin: [0, 0, 0, 6] };
    case 'ol':
      return { ol: elementsOf(element).map((item) => paragraph(item)), margin: [0, 0, 0, 6] };
    case 'hr':
      return rulerOf(element);
    case 'img':
      return layOutPicture(element, pictures);
    case 'h1':
    case 'h2':
    case 'h3':
      return { ...paragraph(element), headlineLevel: heading };
    default:
      return paragraph(element);
  }
}

/** The letter's markup as pdfmake lays it out. Throws a TemplateProblem on a picture it does not have. */
export function layOutLetter(letter: readonly LetterElement[], pictures: Pictures = {}): Content[] {
  return letter.map((element) => layOutBlock(element, pictures));
}
