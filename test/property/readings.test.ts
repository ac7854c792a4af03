import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingSchema } from '../../src/reading/schema.ts';
import { verify } from '../../src/reading/verify.ts';
import { examples, read, saidIn } from './read.ts';

describe('every reading is sound: each slice in its text, each id known, each list in order', () => {
  test.each(examples)('$name', async ({ text }) => {
    const reading = await read(text);
    expect(verify(reading)).toEqual([]);
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(reading.document.text).toBe(text);
  });

  test('of any text', async () => {
    const piece = fc.constantFrom(
      'The minister said on Tuesday that talks would go on',
      'Kim Jong-un',
      ' told reporters',
      ' according to the AP',
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      '«',
      '»',
      "''",
      '``',
      ',',
      '.',
      '?',
      ' — ',
      '…',
      '(',
      ')',
      '[',
      ']',
      '\n',
      '\n\n',
      ' ',
      '\t',
      '\u00a0',
      '\u200b',
      'Mr. ',
      'U.S. ',
      '漢字',
      '😀',
      '\ud800',
      '\udc00',
      'é',
      'e\u0301',
      '\x00',
      '\r\n',
      '5%',
      '$3m',
      ' he ',
      ' they denied ',
      '4 March 2020',
      'Paris, Texas',
      'attacked',
      'did not meet',
      'IN CAPITALS HE SAID ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
        const text = `She said: ${pieces.join('')}`;
        const reading = await read(text);
        expect(verify(reading)).toEqual([]);
        expect(reading.document.text).toBe(text);
        expect(reading.ledger.characters).toBe(text.length);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

test('the same text gives the same bytes, whatever was read before it', async () => {
  const [first, second] = examples;
  if (!first || !second) throw new Error('There are examples.');
  const alone = JSON.stringify(await read(first.text));
  await read(second.text);
  expect(JSON.stringify(await read(first.text))).toBe(alone);
});

/** Over all bundled articles: how many quotations of a reading are found again in that of a changed text. */
async function kept(
  change: (text: string) => { readonly before: string; readonly after: string; readonly shift: number },
): Promise<number> {
  let [all, same] = [0, 0];
  for (const { text } of examples) {
    const { before, after, shift } = change(text);
    const found = new Set(saidIn(await read(after), shift));
    const wanted = saidIn(await read(before));
    all += wanted.length;
    same += wanted.filter((quotation) => found.has(quotation)).length;
  }
  expect(all).toBeGreaterThan(50);
  return same / all;
}

// The network sees a window of paragraphs at once, so a new neighbour may tip what stands on the edge: up to the next window that begins by itself
// (src/model/windows.ts), nothing behind it. The shares are what must hold at least.
const unrelated = 'The weather was mild and dry in most of the valley.';

test('an unrelated paragraph after the others changes next to nothing', async () => {
  expect(await kept((text) => ({ before: text, after: `${text}\n\n${unrelated}`, shift: 0 }))).toBeGreaterThan(0.95);
});

test('an unrelated paragraph before the others shifts offsets and changes little else', async () => {
  expect(await kept((text) => ({ before: text, after: `${unrelated}\n\n${text}`, shift: unrelated.length + 2 }))).toBeGreaterThan(0.92);
});

test('curly and straight marks give the same quotations', async () => {
  const share = await kept((text) => {
    const straight = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
    // Marks turn anew in each paragraph, as a writer's would.
    const curly = straight
      .split('\n')
      .map((paragraph) => paragraph.split('"').reduce((all, part, i) => `${all}${i % 2 === 1 ? '“' : '”'}${part}`))
      .join('\n');
    return { before: straight, after: curly, shift: 0 };
  });
  expect(share).toBeGreaterThan(0.97);
});
