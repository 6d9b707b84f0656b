import type { ListFormat } from '../../contract/list-file.ts';
import { refusal } from '../errors.ts';

/** How files begin that are taken for lists, in Latin-1 and small letters. */
const others: readonly (readonly [begins: string, kind: string])[] = [
  ['%pdf', 'PDF'],
  ['<!doctype html', 'HTML'],
  ['<html', 'HTML'],
  ['<table', 'HTML'],
  ['<meta', 'HTML'],
  ['<?xml', 'XML'],
  ['\x89png', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['\x1f\x8b', 'GZIP'],
  ['rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
];

/**
 * What a file is by its first bytes: names are often wrong. Refused as KADER_FILE_OLD_EXCEL or KADER_FILE_NOT_A_LIST.
 */
export function formatOf(start: Buffer): ListFormat {
  const text = start.subarray(0, 256).toString('latin1');
  if (text.startsWith('PK\x03\x04')) return 'xlsx';
  if (text.startsWith('\xd0\xcf\x11\xe0')) throw refusal('KADER_FILE_OLD_EXCEL');
  const words = text.replace('\xef\xbb\xbf', '').trimStart().toLowerCase();
  const [, kind] = others.find(([begins]) => words.startsWith(begins)) ?? [];
  if (kind) throw refusal('KADER_FILE_NOT_A_LIST', { kind });
  return 'csv';
}
