import Handlebars from 'handlebars';
import { type Place, type Sentence, TemplateProblem } from './template-problem.ts';

interface SyntaxError {
  loc?: { last_line: number; last_column: number };
  line?: number;
}

/** What every object has beyond its data: `constructor`, `__proto__`, `toString` … */
function isHidden(name: unknown): name is string {
  return typeof name === 'string' && (name === 'prototype' || name in Object.prototype);
}

/** Handlebars tells where an error of syntax is only to whoever asks its parser this way. */
function reportSyntax(): void {
  Handlebars.parse('');
  const { Parser } = Handlebars as unknown as { Parser: { yy: Record<string, unknown> } };
  Parser.yy['parseError'] = (_message: string, { loc, line }: SyntaxError) => {
    const place = loc ? { line: loc.last_line, column: loc.last_column + 1 } : { line: (line ?? 0) + 1, column: 1 };
    throw new TemplateProblem(
      { id: 'Tanda {{ }} tidak lengkap atau tidak dikenal', en: 'A {{ }} is not complete, or not understood' },
      place,
    );
  };
}

reportSyntax();

/** Refuses what could let data become markup, or reach beyond the data given. */
class Guard extends Handlebars.Visitor {
  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      refuse(statement, {
        id: 'Pakai {{ }} dua kurung: tiga kurung menulis data tanpa pengaman',
        en: 'Use two braces {{ }}: three write data unguarded',
      });
    }
    super.MustacheStatement(statement);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    const name = path.parts.find(isHidden);
    if (name) refuse(path, { id: `Nama "${name}" tidak dapat dipakai`, en: `The name "${name}" cannot be used` });
  }

  override StringLiteral(text: hbs.AST.StringLiteral): void {
    if (isHidden(text.value))
      refuse(text, { id: `Nama "${text.value}" tidak dapat dipakai`, en: `The name "${text.value}" cannot be used` });
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    refusePartial(statement);
  }

  override PartialBlockStatement(statement: hbs.AST.PartialBlockStatement): void {
    refusePartial(statement);
  }

  override DecoratorBlock(statement: hbs.AST.DecoratorBlock): void {
    refusePartial(statement);
  }

  override Decorator(statement: hbs.AST.Decorator): void {
    refusePartial(statement);
  }
}

function placeIn({ loc }: hbs.AST.Node): Place {
  return { line: loc.start.line, column: loc.start.column + 1 };
}

function refuse(node: hbs.AST.Node, sentence: Sentence): never {
  throw new TemplateProblem(sentence, placeIn(node));
}

function refusePartial(node: hbs.AST.Node): never {
  return refuse(node, { id: 'Bagian {{> }} tidak tersedia', en: 'Partials {{> }} are not available' });
}

/** An error of Handlebars as a problem with its place; what is no error of Handlebars is thrown as it is. */
export function asProblem(error: unknown): TemplateProblem {
  if (error instanceof TemplateProblem) return error;
  const { lineNumber, column, message } = error as { lineNumber?: number; column?: number; message?: string };
  if (lineNumber === undefined || message === undefined) throw error;
  return new TemplateProblem(wordsOf(message.replace(/ - \d+:\d+$/, '')), {
    line: lineNumber,
    column: (column ?? 0) + 1,
  });
}

function wordsOf(message: string): Sentence {
  const name = /^"(.+)" not defined|unknown helper (.+)$/.exec(message);
  const missing = name?.[1] ?? name?.[2];
  if (missing)
    return { id: `"${missing}" tidak ada dalam data surat ini`, en: `"${missing}" is not in this letter's data` };
  const [, opened, closed] = /^(.+) doesn't match (.+)$/.exec(message) ?? [];
  if (opened)
    return { id: `{{#${opened}}} ditutup dengan {{/${closed}}}`, en: `{{#${opened}}} is closed by {{/${closed}}}` };
  return { id: `Templat tidak dapat dibaca: ${message}`, en: `The template cannot be read: ${message}` };
}

/** Reads a template; throws a TemplateProblem that names line and column. */
export function parseTemplate(source: string): hbs.AST.Program {
  try {
    const program = Handlebars.parse(source);
    new Guard().accept(program);
    return program;
  } catch (error) {
    throw asProblem(error);
  }
}
