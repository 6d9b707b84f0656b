import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { WorkbookProblem } from './workbook-problem.ts';

/** What a part of a workbook tells its reader; names of elements come without their prefix. */
export interface XmlReader {
  open: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Characters without an element: more is no workbook, but an attempt to fill the memory. */
const longestText = 4_000_000;

/** Feeds a part to its reader and yields after each piece. Throws a WorkbookProblem where it is not XML. */
export async function* readXml(part: Readable, reader: XmlReader): AsyncGenerator<void> {
  let silent = 0;
  let broken = false;
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    reader.open(withoutPrefix(name), attributes as Record<string, string>);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(withoutPrefix(name)));
  parser.on('error', () => {
    broken = true;
  });
  part.setEncoding('utf8');
  for await (const piece of part) {
    silent += piece.length;
    parser.write(piece);
    if (broken || silent > longestText) throw new WorkbookProblem(null);
    yield;
  }
  parser.close();
  if (broken) throw new WorkbookProblem(null);
}

/** Reads a small part whole. */
export async function readWhole(part: Readable, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(part, reader));
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
