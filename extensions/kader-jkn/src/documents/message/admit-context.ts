import type { GroupShape, Shape, ValueShape } from './message-shape.ts';

const endsLine = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks that are not seen: some turn the direction of what follows. A name never reorders or hides the words around it. */
const unseen = /(?![\u200C\u200D])\p{Cf}/gu;

/** A text on one line, without what is not seen. */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(endsLine, ' ').replaceAll(unseen, '');
}

function linesOf(text: string): string {
  return text
    .toWellFormed()
    .split(/\r\n|[\n\r\p{Zl}\p{Zp}]/u)
    .map((line) => oneLine(line))
    .join('\n');
}

/** The one text that whoever queues a message writes in several lines. */
const inLines = 'notice.text';

/** A link that leaves the instance by the web alone; null: none that can be followed. */
export function webLink(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function cleaned(value: unknown, { field }: ValueShape): string | number | boolean | null {
  if (typeof value === 'string') {
    if (field.kind === 'link') return webLink(oneLine(value));
    return field.name === inLines ? linesOf(value) : oneLine(value);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function admit(value: unknown, shape: Shape): unknown {
  if (shape.is === 'value') return cleaned(value, shape);
  if (shape.is === 'list') return Array.isArray(value) ? value.map((row) => admit(row, shape.row)) : [];
  return admitContext(value, shape);
}

/**
 * Of a context, what is documented and nothing else, in objects that inherit nothing. What is not there is left out, and a
 * template that names it is told so.
 */
export function admitContext(context: unknown, { members }: GroupShape): Record<string, unknown> {
  const admitted: Record<string, unknown> = Object.create(null);
  if (typeof context !== 'object' || context === null) return admitted;
  for (const [name, shape] of members) {
    if (!Object.hasOwn(context, name)) continue;
    const value = (context as Record<string, unknown>)[name];
    if (value !== undefined) admitted[name] = admit(value, shape);
  }
  return admitted;
}
