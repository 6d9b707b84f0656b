/** Of the frame and of firm words; the blue of what was done. */
const blue = '#2b6cb0';
const pale = '#c9dcf2';

/** A4 across, in points. */
export const page = { width: 841.89, height: 595.28 };

/** A corner of three lines that narrow towards the edge, turned for each corner. */
function corner(x: number, y: number, turn: number): string {
  const lines = [0, 9, 18]
    .map((step) => `<path d="M ${step} 62 L ${step} ${step} L 62 ${step}" stroke="${step === 0 ? blue : pale}"/>`)
    .join('');
  return `<g transform="translate(${x} ${y}) rotate(${turn})" fill="none" stroke-width="2.2">${lines}</g>`;
}

/** The frame of a certificate, drawn behind it: two hairlines and four corners. */
export function certificateFrame(): string {
  const { width, height } = page;
  const [outer, inner] = [26, 33];
  const line = (inset: number, stroke: string, thick: number) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="${stroke}" stroke-width="${thick}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    ${line(outer, blue, 1.6)}${line(inner, pale, 0.8)}
    ${corner(44, 44, 0)}${corner(width - 44, 44, 90)}${corner(width - 44, height - 44, 180)}${corner(44, height - 44, 270)}
  </svg>`;
}
