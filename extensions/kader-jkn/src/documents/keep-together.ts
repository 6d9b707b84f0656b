import type { Node } from 'pdfmake/interfaces.js';

/** Marks of pdfmake's `headlineLevel`: what must not stand alone at the foot of a page, and what is kept on one. */
export const heading = 1;
export const section = 2;

/** What pdfmake tells of a part of the letter once it has its place. */
type Placed = Pick<Node, 'headlineLevel' | 'pageNumbers'>;

/**
 * Whether a part begins a new page: a heading that nothing follows on its page, and a section that runs over two. pdfmake's
 * own `unbreakable` drops what is longer than a page; this lets it run on.
 */
export function beginsPage({ headlineLevel, pageNumbers }: Placed, followingOnPage: () => readonly unknown[]): boolean {
  if (headlineLevel === heading) return followingOnPage().length === 0;
  return headlineLevel === section && pageNumbers.length === 2;
}
