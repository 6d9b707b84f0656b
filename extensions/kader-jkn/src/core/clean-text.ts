/** Text of a list as a person would type it. */

const space = 32;

/**
 * Without blanks around it, runs of blanks as one, and no invisible characters. The apostrophe that a sheet sets before
 * a formula or a number to keep it text goes too.
 */
export function cleanText(text: string): string {
  return isClean(text) ? text : cleaned(text);
}

/** Whether letters were lost in reading: the file was read in another encoding than it was written in. */
export function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
}

function isClean(text: string): boolean {
  let before = space;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < space || (code === space && before === space) || isOddBlank(code)) return false;
    before = code;
  }
  return (text.length === 0 || before !== space) && text.charCodeAt(0) !== apostrophe;
}

const apostrophe = 39;

/** No-break, zero-width and other blanks beyond ASCII, DEL, and the marks of byte order and direction. */
function isOddBlank(code: number): boolean {
  if (code < 127) return false;
  return code <= 160 || code === 0xad || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff;
}

function cleaned(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\d])/, '');
}
