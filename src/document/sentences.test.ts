import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.ts';
import { slice } from './span.ts';

const of = (text: string) => sentences(text, { start: 0, end: text.length }).map((s) => slice(text, s));
/** The sentences stand in the expected list; joined by blanks they are the text. */
const splits = (...expected: string[]) => expect(of(expected.join(' '))).toEqual(expected);

describe('sentences', () => {
  it('end at stops, with the marks and brackets that cling to them', () => {
    splits('He left.', 'Why?!', '“I know.”', '(It rained.)', 'Then… it stopped.', '“Go!”', 'The end.');
    splits('He paid $3.5 million.', '“We won’t go,” he said.', 'No. 10 did not comment.');
    splits('It was late.', '"I know," she said.', "'Twas over.");
  });

  it('do not end at titles, initials, months, firms and countries', () => {
    splits('Mr. Kim met Gen. Mark A. Milley and Sen. J. D. Vance in St. Petersburg on Sept. 13.', 'They spoke.');
    splits(
      'The U.S. Senate and the U.N. Security Council met Apple Inc. executives at 5 p.m. Monday.',
      'Then they left the U.S.',
      'They were glad.',
    );
    splits('It fell in the U.S.', 'But it rose at Acme Corp.', 'The firm, e.g. its head, was glad.');
    splits('He moved to Washington, D.C.', 'In March he left.', 'It opens at 9 a.m.', 'Police will be there.');
  });

  it('go on after a question in quotation marks', () => {
    splits('“Why?” he asked.', '“How could you?” Smith asked his son.', '“Stop!” The man left.'.slice(0, 7), 'The man left.');
    splits('“Never!” cried the minister, and left.', 'He did.');
  });

  it('keep counts with what they count, and notes and smiles with what they follow', () => {
    splits('1. The first point.', '2. The second.');
    splits('He was born in 1971. [1] [2]', 'He died. :)', 'So it goes.');
  });

  it('follow a writer without capitals, and nobody else', () => {
    splits('i went home.', 'it was late.', 'i slept.');
    splits('The approx. twelve men of the Freedonia Yahoo! group left.');
    splits('He sold it.', 'eBay bought it.', 'i was sad.');
  });

  it('end where a blank was forgotten, but not in addresses and numbers', () => {
    expect(of('The talks failed.The minister left at 3.15 for www.example.org. He slept.')).toEqual([
      'The talks failed.',
      'The minister left at 3.15 for www.example.org.',
      'He slept.',
    ]);
  });

  it('stay inside the paragraph', () => {
    const text = 'One. Two.\nThree. Four.';
    expect(sentences(text, { start: 10, end: text.length }).map((s) => slice(text, s))).toEqual(['Three.', 'Four.']);
    expect(sentences(text, { start: 0, end: 9 }).map((s) => slice(text, s))).toEqual(['One.', 'Two.']);
    expect(sentences('a.  ', { start: 2, end: 4 })).toEqual([]);
  });

  it('hold everything that can be seen, in order and apart, whatever the text', () => {
    const part = fc.constantFrom(
      '.',
      '!',
      '?',
      '…',
      '"',
      '”',
      '“',
      "'",
      ' ',
      '\n',
      '(',
      ')',
      ']',
      'a',
      'The',
      'U.S',
      'Mr',
      '1',
      ':)',
      '[1]',
      '\ud800',
      '。',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.nat(10), fc.nat(10), (parts, before, after) => {
        const text = parts.join('');
        const paragraph = { start: Math.min(before, text.length), end: Math.max(Math.min(before, text.length), text.length - after) };
        let end = paragraph.start;
        for (const sentence of sentences(text, paragraph)) {
          expect(text.slice(end, sentence.start).trim()).toBe('');
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(slice(text, sentence).trim()).toBe(slice(text, sentence));
          end = sentence.end;
        }
        expect(text.slice(end, paragraph.end).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('cost time in proportion to the text', () => {
    const started = performance.now();
    for (const filler of ['"', '. ', '.', ' ', '(', '. (', '.)', '."', '. "', '? “', 'a.', 'A. ', '\u2019', '1.', '. :)', '[1]']) {
      of(filler.repeat(300_000 / filler.length));
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
