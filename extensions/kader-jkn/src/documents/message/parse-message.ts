import { parseTemplate } from '../parse-template.ts';
import { placeOf, TemplateProblem } from '../template-problem.ts';
import { limits } from './limits.ts';

/**
 * Reads a text of a message's template. Throws a TemplateProblem on what is too long, too deep, or not understood; and on
 * characters of the private-use area, which stand for data while markup is read.
 */
export function parseMessage(source: string): hbs.AST.Program {
  if (source.length > limits.source) {
    const most = limits.source.toLocaleString('id-ID');
    throw new TemplateProblem(
      {
        id: `Templat lebih panjang dari ${most} karakter`,
        en: `The template is longer than ${limits.source} characters`,
      },
      placeOf(source, limits.source),
    );
  }
  const strange = /[\uE000-\uF8FF]|\\\{\{|(?![\t\n\r])\p{Cc}/u.exec(source);
  if (strange) {
    throw new TemplateProblem(
      { id: 'Karakter ini tidak dapat dipakai dalam templat', en: 'This character cannot be used in a template' },
      placeOf(source, strange.index),
    );
  }
  try {
    return parseTemplate(source);
  } catch (error) {
    // what is nested thousands deep exhausts the stack of Handlebars
    if (!(error instanceof RangeError)) throw error;
    throw new TemplateProblem(
      { id: 'Templat bersarang terlalu dalam', en: 'The template is nested too deep' },
      placeOf(source, 0),
    );
  }
}
