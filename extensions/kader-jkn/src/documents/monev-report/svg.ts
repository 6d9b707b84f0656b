/** The colours of pictures on paper (visual.md): done, done in earlier months, due, target line and words, second place, nothing collected. */
export const inks = {
  done: '#2b6cb0',
  doneBefore: '#7fa8d6',
  due: '#c9dcf2',
  ink: '#1b1f24',
  subdued: '#6b7480',
  rule: '#c5cad1',
  zero: '#c53030',
} as const;

/** Of every picture: as wide as the text of a page, in points. */
export const width = 487;

type Attributes = Readonly<Record<string, string | number>>;

/** Text of people, safe inside markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function element(tag: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : value}"`,
  );
  return `<${tag}${written.join('')}>${content}</${tag}>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function rect(x: number, y: number, wide: number, high: number, fill: string): string {
  return element('rect', { x, y, width: Math.max(0, wide), height: Math.max(0, high), fill });
}

export function box(x: number, y: number, wide: number, high: number, stroke: string): string {
  return element('rect', { x, y, width: wide, height: high, fill: 'none', stroke, 'stroke-width': 0.8 });
}

export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: string,
  thick = 1,
): string {
  return element('path', {
    d: `M ${round(from[0])} ${round(from[1])} L ${round(to[0])} ${round(to[1])}`,
    stroke,
    'stroke-width': thick,
    fill: 'none',
  });
}

export interface Words {
  x: number;
  /** of the base line */
  y: number;
  text: string;
  size?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
}

export function words({ x, y, text, size = 8, fill = inks.ink, anchor = 'start', bold = false }: Words): string {
  const attributes = { x, y, 'font-family': 'Roboto', 'font-size': size, fill, 'text-anchor': anchor };
  return element('text', bold ? { ...attributes, 'font-weight': 'bold' } : attributes, escaped(text));
}

/** A name as wide as its place: about so many letters, the rest told by three dots. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

export function picture(height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}">${parts.join('')}</svg>`;
}
