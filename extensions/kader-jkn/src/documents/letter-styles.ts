import type { StyleDictionary } from 'pdfmake/interfaces.js';

/** Of text and of firm lines. */
export const ink = '#1b1f24';
/** Of hairlines. */
export const rule = '#c5cad1';

/** Of what stands in the second place. */
export const subdued = '#555c66';

/** How each part of a letter looks; sizes in points. */
export const letterStyles: StyleDictionary = {
  h1: { fontSize: 16, bold: true, margin: [0, 4, 0, 0], lineHeight: 1.15 },
  h2: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 4] },
  h3: { fontSize: 10, bold: true, margin: [0, 8, 0, 2] },
  p: { margin: [0, 0, 0, 6] },
  small: { fontSize: 8.5, color: subdued, margin: [0, 0, 0, 6] },
  name: { fontSize: 12.5, bold: true },
  label: { fontSize: 8.5, color: subdued, margin: [0, 6, 0, 0] },
  row: {},
  note: { fontSize: 8, color: subdued, lineHeight: 1.15 },
  lead: { fontSize: 20, bold: true, lineHeight: 1.1 },
  head: { fontSize: 8.5, color: subdued },
};
