import type { MessageFieldKind } from '../../contract/message-contexts.ts';
import { type Sentence, TemplateProblem } from '../template-problem.ts';
import { limits } from './limits.ts';
import type { GroupShape, Shape } from './message-shape.ts';

type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** Which kinds of fields each helper writes. */
const takes: Readonly<Record<string, readonly MessageFieldKind[]>> = {
  rupiah: ['rupiah'],
  terbilang: ['rupiah', 'count'],
  number: ['count', 'rupiah'],
  rate: ['rate'],
  date: ['date'],
  moment: ['moment'],
  month: ['month'],
  mask: ['text'],
};

/** How a field that is not written as it is kept gets written. */
const writtenBy: Partial<Record<MessageFieldKind, string>> = {
  rupiah: 'rupiah',
  rate: 'rate',
  date: 'date',
  month: 'month',
  moment: 'moment',
};

const rowData = ['index', 'first', 'last'];

/** Where an expression stands: what `this` is, and what is around it. */
interface Scope {
  shape: GroupShape;
  outer: Scope | null;
  loops: number;
  blocks: number;
}

/** A value as the template gets it: a field, a literal, or what a helper made. */
type Found = Shape | { is: 'literal'; value: unknown } | { is: 'made' };

export function refuseAt(node: Node, sentence: Sentence): never {
  const { line, column } = node.loc.start;
  throw new TemplateProblem(sentence, { line, column: column + 1 });
}

/**
 * Looks at every name of a template, also in branches that are not taken: each must be in the documented context, and be
 * written by a helper that can. Throws a TemplateProblem at the first that is not.
 */
export function checkNames(program: hbs.AST.Program, root: GroupShape): void {
  checkBody(program, { shape: root, outer: null, loops: 0, blocks: 0 }, root);
}

function checkBody({ body }: hbs.AST.Program, scope: Scope, root: GroupShape): void {
  for (const statement of body) {
    if (statement.type === 'MustacheStatement') checkWritten(statement as hbs.AST.MustacheStatement, scope, root);
    else if (statement.type === 'BlockStatement') checkBlock(statement as hbs.AST.BlockStatement, scope, root);
    else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement') {
      refuseAt(statement, { id: 'Bagian ini tidak dikenal', en: 'This is not understood' });
    }
  }
}

/** The name of a helper or block; null: a path. */
function simpleName(path: Expression): string | null {
  if (path.type !== 'PathExpression') return null;
  const { data, depth, parts, original } = path as hbs.AST.PathExpression;
  const [name] = parts;
  return !data && depth === 0 && parts.length === 1 && name === original ? name : null;
}

function checkWritten(statement: hbs.AST.MustacheStatement, scope: Scope, root: GroupShape): void {
  const { path, params, hash } = statement;
  refuseHash(hash);
  const name = simpleName(path);
  if (name !== null && Object.hasOwn(takes, name)) {
    checkHelper(statement, name, scope, root);
    return;
  }
  if (name === 'equals') {
    refuseAt(statement, {
      id: 'equals dipakai di dalam {{#if}}: {{#if (equals …)}}',
      en: 'equals goes into {{#if}}: {{#if (equals …)}}',
    });
  }
  if (params.length > 0) refuseHelper(statement, written(path));
  if (path.type !== 'PathExpression') {
    refuseAt(path, { id: 'Tulis teks di luar kurung', en: 'Write text outside the braces' });
  }
  const found = find(path, scope, root);
  if (found.is === 'group') {
    refuseAt(path, { id: `"${written(path)}" bukan satu nilai`, en: `"${written(path)}" is not one value` });
  }
  if (found.is === 'list') {
    const block = `{{#each ${written(path)}}}`;
    refuseAt(path, {
      id: `"${written(path)}" adalah daftar: pakai ${block}`,
      en: `"${written(path)}" is a list: use ${block}`,
    });
  }
  if (found.is !== 'value') return;
  const { kind } = found.field;
  const helper = writtenBy[kind];
  if (helper) {
    const way = `{{${helper} ${written(path)}}}`;
    refuseAt(path, { id: `Tulis ${way}`, en: `Write ${way}` });
  }
  if (kind === 'yes_no') {
    const way = `{{#if ${written(path)}}}`;
    refuseAt(path, {
      id: `"${written(path)}" ya atau tidak: pakai ${way}`,
      en: `"${written(path)}" is yes or no: use ${way}`,
    });
  }
}

/** `rupiah`, `date` and the like, of one value. */
function checkHelper(
  { path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  name: string,
  scope: Scope,
  root: GroupShape,
): void {
  const [given, further] = params;
  if (given === undefined || further !== undefined) {
    refuseAt(path, { id: `{{${name}}} menulis satu nilai`, en: `{{${name}}} writes one value` });
  }
  const found = findValue(given, scope, root);
  if (found.is === 'literal') return;
  const kinds = takes[name] ?? [];
  if (found.is !== 'value' || !kinds.includes(found.field.kind)) {
    refuseAt(given, {
      id: `{{${name}}} tidak dapat menulis "${written(given)}"`,
      en: `{{${name}}} cannot write "${written(given)}"`,
    });
  }
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, root: GroupShape): void {
  const name = simpleName(block.path) ?? '';
  const { params, program, inverse } = block;
  if (!['if', 'unless', 'each', 'with'].includes(name)) {
    refuseAt(block, {
      id: `{{#${written(block.path)}}} tidak dikenal. Yang dapat dipakai: #if, #unless, #each, #with`,
      en: `{{#${written(block.path)}}} is not known. There are: #if, #unless, #each, #with`,
    });
  }
  refuseHash(block.hash);
  const [given, further] = params;
  if (given === undefined || further !== undefined) {
    refuseAt(block, { id: `{{#${name}}} memerlukan satu nama`, en: `{{#${name}}} takes one name` });
  }
  const inner: Scope = { ...scope, blocks: scope.blocks + 1 };
  if (inner.blocks > limits.blocks) {
    refuseAt(block, {
      id: `Lebih dari ${limits.blocks} blok bersarang`,
      en: `More than ${limits.blocks} blocks within each other`,
    });
  }
  // `{{^if}}` has no body but its inverse
  for (const body of [program, inverse]) refuseParams(block, body);
  const found = find(given, scope, root);
  if (program) checkBody(program, scopeIn(name, found, given, inner), root);
  if (inverse) checkBody(inverse, inner, root);
}

function scopeIn(name: string, found: Found, given: Expression, scope: Scope): Scope {
  if (name === 'if' || name === 'unless') return scope;
  if (name === 'with') {
    if (found.is === 'group') return { ...scope, shape: found, outer: scope };
    return refuseAt(given, { id: `"${written(given)}" bukan kelompok data`, en: `"${written(given)}" is not a group` });
  }
  if (found.is !== 'list') {
    refuseAt(given, { id: `"${written(given)}" bukan daftar`, en: `"${written(given)}" is not a list` });
  }
  if (scope.loops >= limits.loops) {
    refuseAt(given, {
      id: `Lebih dari ${limits.loops} {{#each}} bersarang`,
      en: `More than ${limits.loops} {{#each}} within each other`,
    });
  }
  return { ...scope, shape: found.row, outer: scope, loops: scope.loops + 1 };
}

/** What a block asks of: a name, or a comparison. Throws where it is nothing that a template can name. */
function find(expression: Expression, scope: Scope, root: GroupShape): Found {
  if (expression.type !== 'SubExpression') return findValue(expression, scope, root);
  const { path, params, hash } = expression as hbs.AST.SubExpression;
  if (simpleName(path) !== 'equals') {
    refuseAt(expression, { id: 'Dalam kurung hanya (equals … …)', en: 'In parentheses only (equals … …)' });
  }
  refuseHash(hash);
  if (params.length !== 2) {
    refuseAt(expression, { id: 'equals membandingkan dua nilai', en: 'equals compares two values' });
  }
  for (const param of params) findValue(param, scope, root);
  return { is: 'made' };
}

/** A name or a literal: what a helper is given is nothing that another helper made. */
function findValue(expression: Expression, scope: Scope, root: GroupShape): Found {
  switch (expression.type) {
    case 'PathExpression':
      return findPath(expression as hbs.AST.PathExpression, scope, root);
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return { is: 'literal', value: (expression as hbs.AST.StringLiteral).value };
    default:
      return refuseAt(expression, { id: 'Nilai ini tidak dikenal', en: 'This value is not known' });
  }
}

function findPath(path: hbs.AST.PathExpression, scope: Scope, root: GroupShape): Found {
  const { data, depth, parts } = path;
  if (data) {
    const [name = '', ...rest] = parts;
    if (name === 'root') return descend(path, rest, root);
    if (!rowData.includes(name) || rest.length > 0 || scope.loops === 0) return refuseName(path);
    return { is: 'made' };
  }
  let from: Scope | null = scope;
  for (let step = 0; step < depth && from; step += 1) from = from.outer;
  return from ? descend(path, parts, from.shape) : refuseName(path);
}

function descend(path: hbs.AST.PathExpression, parts: readonly string[], from: GroupShape): Shape {
  let found: Shape = from;
  for (const part of parts) {
    const member: Shape | undefined = found.is === 'group' ? found.members.get(part) : undefined;
    if (member === undefined) return refuseName(path);
    found = member;
  }
  return found;
}

function refuseName(path: hbs.AST.PathExpression): never {
  return refuseAt(path, {
    id: `"${written(path)}" tidak ada dalam data templat ini`,
    en: `"${written(path)}" is not among the data of this template`,
  });
}

function refuseHelper(node: Node, name: string): never {
  const known = [...Object.keys(takes), 'equals'].join(', ');
  return refuseAt(node, {
    id: `"${name}" tidak dikenal. Yang dapat dipakai: ${known}`,
    en: `"${name}" is not known. There are: ${known}`,
  });
}

function refuseHash(hash: hbs.AST.Hash | undefined): void {
  const [pair] = hash?.pairs ?? [];
  if (pair) refuseAt(pair, { id: `"${pair.key}=" tidak dikenal`, en: `"${pair.key}=" is not known` });
}

function refuseParams(block: Node, program: hbs.AST.Program | undefined): void {
  const params = (program as { blockParams?: string[] } | undefined)?.blockParams;
  if (params?.length) refuseAt(block, { id: '"as |…|" tidak tersedia', en: '"as |…|" is not available' });
}

function written(expression: Expression): string {
  const { original } = expression as { original?: unknown };
  return String(original ?? '…').slice(0, 60);
}
