import type { HelperDelegate } from 'handlebars';
import type { Sentence } from '../template-problem.ts';
import { refuseAt } from './check-names.ts';
import { limits } from './limits.ts';

type Expression = hbs.AST.Expression;

/** What a template's parts are written to, in order. */
export interface Writer {
  /** the author's own text, and where it begins in the source */
  literal(text: string, content: hbs.AST.ContentStatement): void;
  value(text: string, statement: hbs.AST.MustacheStatement): void;
}

interface Frame {
  context: unknown;
  outer: Frame | null;
  /** of the row gone through; outside of one undefined */
  row?: Readonly<Record<string, unknown>>;
}

interface Filling {
  root: unknown;
  helpers: Record<string, HelperDelegate>;
  writer: Writer;
  rounds: number;
  steps: number;
  length: number;
}

/**
 * Goes through a template that `checkNames` found sound, and hands what it says to a writer. Nothing of the template is run as
 * code, and nothing beyond the context is looked at. Throws a TemplateProblem where it takes too long or grows too large.
 */
export function fillMessage(
  program: hbs.AST.Program,
  context: Record<string, unknown>,
  helpers: Record<string, HelperDelegate>,
  writer: Writer,
): void {
  const filling: Filling = { root: context, helpers, writer, rounds: 0, steps: 0, length: 0 };
  fillBody(program, { context, outer: null }, filling);
}

function fillBody({ body }: hbs.AST.Program, frame: Frame, filling: Filling): void {
  for (const statement of body) {
    filling.steps += 1;
    if (filling.steps > limits.steps) refuseAt(statement, tooLong);
    if (statement.type === 'ContentStatement') {
      const content = statement as hbs.AST.ContentStatement;
      grow(filling, content.value.length, content);
      filling.writer.literal(content.value, content);
    } else if (statement.type === 'MustacheStatement') {
      const mustache = statement as hbs.AST.MustacheStatement;
      const text = textOf(mustache, frame, filling);
      grow(filling, text.length, mustache);
      filling.writer.value(text, mustache);
    } else if (statement.type === 'BlockStatement') {
      fillBlock(statement as hbs.AST.BlockStatement, frame, filling);
    }
  }
}

const tooLong: Sentence = { id: 'Pesan menjadi terlalu panjang', en: 'The message becomes too long' };

function grow(filling: Filling, by: number, statement: hbs.AST.Statement): void {
  filling.length += by;
  if (filling.length > limits.output) refuseAt(statement, tooLong);
}

function fillBlock({ path, params, program, inverse }: hbs.AST.BlockStatement, frame: Frame, filling: Filling): void {
  const [given] = params;
  const value = given === undefined ? undefined : evaluate(given, frame, filling);
  const isThere = !isEmpty(value);
  const instead = () => inverse && fillBody(inverse, frame, filling);
  switch ((path as hbs.AST.PathExpression).original) {
    case 'if':
      if (!isThere) instead();
      else if (program) fillBody(program, frame, filling);
      return;
    case 'unless':
      if (isThere) instead();
      else if (program) fillBody(program, frame, filling);
      return;
    case 'with':
      if (program) fillBody(program, { ...frame, context: value, outer: frame }, filling);
      return;
    default:
      if (!isThere || !Array.isArray(value)) instead();
      else if (program) fillRows(program, value, frame, filling);
  }
}

function fillRows(program: hbs.AST.Program, rows: readonly unknown[], frame: Frame, filling: Filling): void {
  for (const [index, context] of rows.entries()) {
    filling.rounds += 1;
    if (filling.rounds > limits.rounds) {
      refuseAt(program.body[0] ?? program, {
        id: `Lebih dari ${limits.rounds} putaran {{#each}}`,
        en: `More than ${limits.rounds} rounds of {{#each}}`,
      });
    }
    const row = { index, first: index === 0, last: index === rows.length - 1 };
    fillBody(program, { context, outer: frame, row }, filling);
  }
}

/** As Handlebars has it: nothing, no, an empty text or list; and zero, which `{{#if}}` takes for no. */
function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function textOf(statement: hbs.AST.MustacheStatement, frame: Frame, filling: Filling): string {
  const { path, params } = statement;
  const name = (path as hbs.AST.PathExpression).original;
  const value = params.length > 0 ? call(statement, name, frame, filling) : evaluate(path, frame, filling);
  return value === null || value === undefined || value === false ? '' : String(value);
}

function call(
  { params, loc }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  name: string,
  frame: Frame,
  filling: Filling,
): unknown {
  const { helpers } = filling;
  if (!Object.hasOwn(helpers, name)) return undefined;
  const values = params.map((param) => evaluate(param, frame, filling));
  return helpers[name]?.(...values, { loc });
}

function evaluate(expression: Expression, frame: Frame, filling: Filling): unknown {
  if (expression.type === 'PathExpression') return follow(expression as hbs.AST.PathExpression, frame, filling);
  if (expression.type === 'SubExpression') {
    const made = expression as hbs.AST.SubExpression;
    return call(made, (made.path as hbs.AST.PathExpression).original, frame, filling);
  }
  return (expression as hbs.AST.StringLiteral).value;
}

function follow(path: hbs.AST.PathExpression, frame: Frame, { root }: Filling): unknown {
  const { data, depth, parts } = path;
  if (data) {
    const [name = '', ...rest] = parts;
    return name === 'root' ? descend(path, rest, root) : rowOf(frame)?.[name];
  }
  let from = frame;
  for (let step = 0; step < depth && from.outer; step += 1) from = from.outer;
  return descend(path, parts, from.context);
}

function rowOf(frame: Frame | null): Frame['row'] {
  return frame === null ? undefined : (frame.row ?? rowOf(frame.outer));
}

function descend(path: hbs.AST.PathExpression, parts: readonly string[], from: unknown): unknown {
  let value = from;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      refuseAt(path, {
        id: `"${path.original}" tidak ada dalam data pesan ini`,
        en: `"${path.original}" is not among the data of this message`,
      });
    }
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** A template in which values are written as they are: a subject, a plain text. */
export function fillText(
  program: hbs.AST.Program,
  context: Record<string, unknown>,
  helpers: Record<string, HelperDelegate>,
): string {
  const parts: string[] = [];
  fillMessage(program, context, helpers, {
    literal: (text) => parts.push(text),
    value: (text) => parts.push(text),
  });
  return parts.join('');
}
