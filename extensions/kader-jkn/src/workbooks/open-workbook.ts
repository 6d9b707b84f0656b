import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { largestContents } from './limits.ts';
import { readWhole } from './read-xml.ts';
import { WorkbookProblem } from './workbook-problem.ts';

export interface Workbook {
  /** those not hidden, in their order */
  sheets: { name: string; part: string }[];
  sharedStrings: string | null;
  /** null: there is no such part; a WorkbookProblem where it is larger, unpacked, than so many bytes */
  open: (part: string, most: number) => Promise<Readable | null>;
  close: () => void;
}

/** Opens the parts of a workbook. Throws a WorkbookProblem where it is damaged. */
export async function openWorkbook(file: string): Promise<Workbook> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const open = (part: string, most: number) => openPart(zip, entries.get(part), most);
    return { ...(await contentsOf(open)), open, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** A part gives as many bytes as its entry tells, or fails: yauzl counts them. */
async function openPart(zip: ZipFile, entry: Entry | undefined, most: number): Promise<Readable | null> {
  if (entry === undefined) return null;
  if (entry.uncompressedSize > most) throw new WorkbookProblem(null);
  return await zip.openReadStreamPromise(entry);
}

/** The sheets by name, and the parts that hold them. */
async function contentsOf(open: Workbook['open']): Promise<Pick<Workbook, 'sheets' | 'sharedStrings'>> {
  const book = await open('xl/workbook.xml', largestContents);
  const links = await open('xl/_rels/workbook.xml.rels', largestContents);
  if (!book || !links) throw new WorkbookProblem(null);

  const parts = new Map<string, string>();
  let sharedStrings: string | null = null;
  await readWhole(links, {
    open(name, { Id: id, Target: target = '', Type: type = '' }) {
      if (name !== 'Relationship' || id === undefined) return;
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      parts.set(id, part);
      if (type.endsWith('/sharedStrings')) sharedStrings = part;
    },
  });

  const sheets: { name: string; part: string }[] = [];
  await readWhole(book, {
    open(element, attributes) {
      const part = element === 'sheet' ? parts.get(relationOf(attributes)) : undefined;
      if (part === undefined || (attributes['state'] ?? 'visible') !== 'visible') return;
      sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  return { sheets, sharedStrings };
}

/** `r:id`, whatever the writer calls the namespace. */
function relationOf(attributes: Record<string, string>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return (name && attributes[name]) || '';
}
