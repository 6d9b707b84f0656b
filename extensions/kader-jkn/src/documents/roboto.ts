import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The font files lie beside the built file; from the sources, in the package that ships them. */
function folderOfFonts(): string {
  if (!import.meta.url.endsWith('.ts')) return join(import.meta.dirname, 'fonts');
  return join(createRequire(import.meta.url).resolve('pdfmake/package.json'), '../fonts/Roboto');
}

const folder = folderOfFonts();

/** Paths of the four styles of Roboto (Apache License 2.0). Bold is its medium, which prints clearer in tables. */
export const roboto = {
  normal: join(folder, 'Roboto-Regular.ttf'),
  bold: join(folder, 'Roboto-Medium.ttf'),
  italics: join(folder, 'Roboto-Italic.ttf'),
  bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
};
