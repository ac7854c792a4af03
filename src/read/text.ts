import type { Document, Input } from '../document/document.ts';
import { ReadoutError } from '../error.ts';
import { readHead } from './head.ts';
import { guessLanguage } from './language.ts';
import { checkLength, longestText } from './limits.ts';

/** What the caller knows about a document: it wins over what the text or page says. */
export interface Known {
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly published?: string | null;
  readonly byline?: readonly string[];
}

/** READOUT_INPUT_EMPTY for an input without a character to read. */
export const emptyInput = (what: string): ReadoutError =>
  new ReadoutError(
    'READOUT_INPUT_EMPTY',
    `${what} is empty: there is nothing to read.`,
    'Check that the download or the export before it finished.',
  );

/**
 * A plain text as a document. The text stays as it is, to the character; title, byline, date and dateline only point out what its first lines say.
 * @throws ReadoutError READOUT_INPUT_EMPTY, READOUT_INPUT_TOO_LARGE
 */
export function readText(text: string, input: Input, known: Known = {}): Document {
  const what = input.uri ?? 'The text';
  if (!/\S/u.test(text)) throw emptyInput(what);
  checkLength(text.length, longestText, what);
  const head = readHead(text);
  const { language, skipped } = guessLanguage(text);
  return {
    text,
    input,
    url: known.url ?? null,
    outlet: known.outlet ?? null,
    title: known.title ?? head.title,
    byline: known.byline ?? head.byline,
    published: known.published ?? head.published,
    dateline: head.dateline,
    language,
    origin: null,
    skipped,
  };
}
