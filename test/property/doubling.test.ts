import { describe, expect, test } from 'vitest';
import { signs } from '../../src/document/mark-signs.ts';
import { quotedStretches } from '../../src/document/marks.ts';
import { paragraphs } from '../../src/document/paragraphs.ts';
import { readable } from '../../src/document/readable.ts';
import { sentences } from '../../src/document/sentences.ts';
import { words } from '../../src/document/words.ts';
import { personName } from '../../src/extract/actors/person-name.ts';
import { amountsIn } from '../../src/extract/events/numbers/amounts.ts';
import { findNames, prose } from '../../src/extract/names/index.ts';
import { extract } from '../../src/extract/pipeline.ts';
import { findPlaces } from '../../src/extract/places/index.ts';
import { signedMessages } from '../../src/extract/quotations/signed-messages.ts';
import { findTimes } from '../../src/extract/times/index.ts';
import { silent } from '../../src/extract/why.ts';
import { loadGazetteer } from '../../src/gazetteer-file.ts';
import { cleanByline, splitNames } from '../../src/read/byline.ts';
import { decode } from '../../src/read/charset.ts';
import { isoDate } from '../../src/read/dates.ts';
import { readHead } from '../../src/read/head.ts';
import { readHtml } from '../../src/read/html.ts';
import { readLine } from '../../src/read/jsonl.ts';
import { readLinkedData } from '../../src/read/jsonld.ts';
import { guessLanguage } from '../../src/read/language.ts';
import { tidy } from '../../src/read/metadata.ts';
import { readers } from '../../src/read/reader.ts';
import { answersOf } from '../../src/read/warc.ts';
import { testLexicon } from '../fixtures/lexicon.ts';
import { busySignals } from '../support/all-signals.ts';
import { faster } from '../support/doubling.ts';

const gazetteer = await loadGazetteer();
const whole = (text: string) => [{ start: 0, end: text.length }];
const tried = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    // Refused with a code, which costs time as well.
    return null;
  }
};
const input = { id: null, uri: null, record: null };
const utf8 = new TextEncoder();
const message = (text: string) => {
  const signed = `${text} z — Kim (@kim)`;
  return signedMessages(signed, whole(signed), words(signed), () => false);
};
const page = (text: string) => tried(() => readHtml(text, input));
const inPage = (before: string, after: string) => (text: string) => page(`${before}${text}${after}`);
const head = (text: string) => readers.map(({ detects }) => detects(text, ''));

/** Every scanner and regular expression over foreign text. */
const scanners: readonly { readonly name: string; readonly work: (text: string) => unknown }[] = (
  [
    ['document/words', words],
    ['document/paragraphs', paragraphs],
    ['document/sentences, in one paragraph', (text) => sentences(text, { start: 0, end: text.length })],
    ['document/sentences, in its paragraphs', (text) => paragraphs(text).map((one) => sentences(text, one))],
    ['document/mark-signs', (text) => signs(text, { start: 0, end: text.length })],
    ['document/marks, in one paragraph', (text) => quotedStretches(text, whole(text))],
    ['document/marks, in its paragraphs', (text) => quotedStretches(text, paragraphs(text))],
    ['document/readable', (text) => readable(text, paragraphs(text), [])],
    ['read/language', guessLanguage],
    ['read/head', readHead],
    ['read/byline', cleanByline],
    ['read/byline, a list', splitNames],
    ['read/dates', isoDate],
    ['read/metadata', tidy],
    ['read/jsonld', (text) => tried(() => readLinkedData([text]))],
    ['read/charset', (text) => decode(utf8.encode(text))],
    ['read/reader: what it is', head],
    ['read/jsonl', (text) => readLine(text, 0, {})],
    ['read/jsonl, a text', (text) => readLine(JSON.stringify({ text }), 0, {})],
    ['read/warc', (text) => tried(() => [...answersOf(utf8.encode(`WARC/1.0\r\n${text}`))])],
    ['read/html', page],
    ['read/html, in a paragraph', inPage('<html><body><article><h1>T</h1><p>', '</p></article>')],
    ['read/html, in an attribute', inPage('<html><body><article><p class="', '">The minister said so.</p></article>')],
    ['read/html, in the byline', inPage('<html><head><meta name="author" content="', '"></head><body><p>The minister said so.</p>')],
    ['read/html, in the date', inPage('<html><head><meta name="date" content="', '"></head><body><p>The minister said so.</p>')],
    ['read/html, in JSON-LD', inPage('<html><head><script type="application/ld+json">', '</script></head><body><p>He said so.</p>')],
    ['extract/times', (text) => findTimes(text, { published: '2020-01-15' })],
    ['extract/events/numbers', (text) => amountsIn(text, { start: 0, end: text.length })],
    ['extract/names', (text) => findNames(prose(text, whole(text), whole(text)), testLexicon, [])],
    ['extract/actors/person-name', (text) => personName(text)],
    ['extract/quotations/signed-messages', (text) => signedMessages(text, whole(text), words(text), () => false)],
    ['extract/quotations/signed-messages, the message', (text) => message(text)],
    ['extract/places', (text) => findPlaces(text, [], gazetteer, { published: null, outlet: null })],
  ] satisfies readonly (readonly [name: string, work: (text: string) => unknown])[]
).map(([name, work]) => ({ name, work }));

describe('twice the text takes at most two and a half times as long', () => {
  test.each(scanners)(
    '$name',
    ({ work }) => {
      expect(faster(work)).toEqual([]);
    },
    240_000,
  );

  test('the whole of extract, with a network that sees something everywhere', () => {
    const work = (text: string) => {
      const spans = paragraphs(text);
      return extract({
        document: {
          text,
          input,
          url: null,
          outlet: null,
          title: null,
          byline: [],
          published: '2020-01-15',
          dateline: null,
          language: 'en',
          origin: null,
          skipped: [],
        },
        paragraphs: spans,
        sentences: spans.flatMap((one) => sentences(text, one)),
        signals: busySignals(text),
        lexicon: testLexicon,
        gazetteer,
        trace: silent,
      });
    };
    // Participants are weighed over all actors of the article: a list of thousands of names costs more than its length (×3 and not ×4 a doubling).
    expect(faster(work, 1_500, 3.2)).toEqual([]);
  }, 300_000);
});
