/** What takes a forbidden character's place: one UTF-16 unit for one, so that offsets stay true. */
function standIn(unit: string): string {
  const code = unit.charCodeAt(0);
  if (unit === '\t' || code === 0x0b || code === 0x0c || code === 0x85) return ' ';
  if (code === 0x2028 || code === 0x2029) return '\n';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/**
 * `text` with nothing in it that could command a terminal: an article's escape sequences, bells and marks that turn the direction of
 * writing become signs to look at (ESC becomes ␛), lone surrogates �. As long as `text`, character by character; only line feeds stay.
 */
export function visible(text: string): string {
  return text
    .replace(/\r(?=\n)/g, ' ')
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, standIn)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** `text` on one line: visible, and every run of white space one blank. */
export const oneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();
