import Handlebars from 'handlebars';
import { parseLetter } from './parse-letter.ts';
import { asProblem, parseTemplate } from './parse-template.ts';
import { type TemplateSettings, templateHelpers } from './template-helpers.ts';

const usual: TemplateSettings = { locale: 'id-ID', timeZone: 'Asia/Jakarta', use: 'letter' };
const ownHelpers = Object.keys(templateHelpers(usual));
const engine = Handlebars.create();
// `log` would write on the server's console.
engine.unregisterHelper('log');
const knownHelpers = { ...Object.fromEntries(ownHelpers.map((name) => [name, true])), log: false };

/** A template's own markup: what stands between braces is blank, so that every place stays where it is. */
function markupOf(source: string): string {
  return source.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}/g, (expression) => expression.replace(/[^\n]/g, ' '));
}

/**
 * Fills a Handlebars template with data. Every name must be in the data, nothing beyond the data can be reached, and
 * values never become markup. Throws a TemplateProblem that names line and column, also for a letter's unknown tags.
 */
export function renderTemplate(
  source: string,
  context: Record<string, unknown>,
  settings: Partial<TemplateSettings> = {},
): string {
  const chosen = { ...usual, ...settings };
  const program = parseTemplate(source);
  if (chosen.use === 'letter') parseLetter(markupOf(source));
  const fill = engine.compile(program, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers,
    noEscape: chosen.use === 'message',
  });
  try {
    return fill(context, {
      helpers: templateHelpers(chosen),
      allowProtoMethodsByDefault: false,
      allowProtoPropertiesByDefault: false,
    });
  } catch (error) {
    throw asProblem(error);
  }
}
