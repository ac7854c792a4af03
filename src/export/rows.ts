/** One field of a table: text, a number, a flag, or nothing. */
export type Field = string | number | boolean | null;

/**
 * A field that a spreadsheet will not run: text that begins like a formula gets an apostrophe before it
 * (a quotation may well begin with "=cmd|…"; OWASP's CSV injection).
 */
function harmless(field: Field): string {
  if (field === null) return '';
  if (typeof field !== 'string') return String(field);
  return /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
}

/** A row of comma-separated values (RFC 4180's quoting, lines ended by LF). */
export const csvRow = (fields: readonly Field[]): string =>
  `${fields
    .map(harmless)
    .map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',')}\n`;

/** A row of tab-separated values, which know no quoting: tabs and line ends inside a field become blanks. */
export const tsvRow = (fields: readonly Field[]): string =>
  `${fields.map((field) => harmless(field).replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`;
