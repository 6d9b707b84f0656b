import type { Content } from 'pdfmake/interfaces.js';
import { alignmentOf } from './lay-out-text.ts';
import type { LetterElement } from './parse-letter.ts';
import { TemplateProblem } from './template-problem.ts';

/** SVG pictures that a letter shows by name: `<img src="ranking">`. */
export type Pictures = Record<string, string>;

const pointsPerMillimetre = 72 / 25.4;
const dataPicture = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=\s]+$/;

/** A picture of the letter's own, as vectors, or one that the markup carries as data. Its width is in millimetres. */
export function layOutPicture(element: LetterElement, pictures: Pictures): Content {
  const { src = '', width } = element.attributes;
  const size = !width?.trim() ? {} : { width: Number(width) * pointsPerMillimetre };
  const svg = Object.hasOwn(pictures, src) ? pictures[src] : undefined;
  if (svg !== undefined) return { svg, ...size, ...alignmentOf(element) };
  if (dataPicture.test(src)) return { image: src, ...size, ...alignmentOf(element) };
  throw new TemplateProblem(
    {
      id: 'Gambar harus berupa data:image/png atau data:image/jpeg, atau salah satu gambar surat ini',
      en: "A picture must be data:image/png or data:image/jpeg, or one of this letter's own",
    },
    null,
  );
}
