import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guessLanguage } from '../src/read/language.ts';
import type { Reading } from '../src/reading/schema.ts';

/** One language that was tried: what Readout took it for, and whether it set the text aside. */
export interface Tried {
  readonly language: string;
  readonly taken: string;
  readonly refused: boolean;
}

/** Two sentences of news in each language, written for Readout (test/fixtures/languages.json). */
export function triedLanguages(root: string): Tried[] {
  const texts = JSON.parse(readFileSync(join(root, 'test/fixtures/languages.json'), 'utf8')) as Record<string, string>;
  return Object.entries(texts).map(([language, text]) => {
    const { language: taken, skipped } = guessLanguage(text);
    return { language, taken, refused: skipped.some(({ start, end }) => start === 0 && end === text.length) };
  });
}

/** English that was set aside as another language: characters, and of how many, in texts that are known to be English. */
export function refusedEnglish(readings: Iterable<Reading>): { readonly refused: number; readonly of: number; readonly articles: number } {
  let [refused, of, articles] = [0, 0, 0];
  for (const { document, ledger } of readings) {
    articles++;
    of += document.text.length;
    for (const { start, end, reason } of ledger.skipped) if (reason === 'not English') refused += end - start;
  }
  return { refused, of, articles };
}
