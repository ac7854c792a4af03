import type { Document, Input } from '../document/document.ts';
import { ReadoutError } from '../error.ts';
import { readAbout } from './about.ts';
import { findArticle } from './article.ts';
import { readAuthors } from './authors.ts';
import { readHead } from './head.ts';
import { guessLanguage } from './language.ts';
import { checkLength, longestPage } from './limits.ts';
import { parsePage } from './page.ts';
import { readPublished } from './published.ts';
import { readAddress, readOutlet } from './source.ts';
import { emptyInput, type Known } from './text.ts';
import { readTitle } from './title.ts';
import { writeBlocks } from './writer.ts';

/**
 * A page as a document: the article's body as text with its map into `source`, and what the page says of it. What the caller knows wins.
 * @throws ReadoutError READOUT_INPUT_EMPTY, READOUT_INPUT_TOO_LARGE, READOUT_HTML_TOO_DEEP, READOUT_HTML_NO_ARTICLE
 */
export function readHtml(source: string, input: Input, known: Known = {}): Document {
  const what = input.uri ?? 'The page';
  if (!/\S/u.test(source)) throw emptyInput(what);
  checkLength(source.length, longestPage, what);
  const page = parsePage(source);
  const about = readAbout(page);
  const url = readAddress(about, known.url ?? null);
  const said = { title: readTitle(about), byline: readAuthors(about), published: readPublished(about, url), outlet: readOutlet(about) };
  const { text, origin } = writeBlocks(findArticle(page, about), source, page.places);
  if (text === '') {
    throw new ReadoutError(
      'READOUT_HTML_NO_ARTICLE',
      `${what} holds no article text.`,
      'Pages that show their text by script have to be saved from a browser.',
    );
  }
  const { language, skipped } = guessLanguage(text);
  return {
    text,
    input,
    url: known.url ?? url,
    outlet: known.outlet ?? said.outlet,
    title: known.title ?? said.title,
    byline: known.byline ?? said.byline,
    published: known.published ?? said.published,
    dateline: readHead(text).dateline,
    language,
    origin,
    skipped,
  };
}
