import type { LetterElement } from '../parse-letter.ts';
import { withData } from './marks.ts';
import { escaped } from './write-mail.ts';

/** A letter's markup as `renderLetter` reads it, with its data in place as text. */
export function writeLetter(letter: readonly LetterElement[], values: readonly string[]): string {
  return letter.map((element) => writeElement(element, values)).join('\n');
}

function writeElement({ tag, attributes, children }: LetterElement, values: readonly string[]): string {
  const told = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const opening = `<${tag}${told.join('')}>`;
  if (tag === 'br' || tag === 'hr' || tag === 'img') return opening;
  const inner = children.map((child) =>
    typeof child === 'string' ? escaped(withData(child, values)) : writeElement(child, values),
  );
  return `${opening}${inner.join('')}</${tag}>`;
}
