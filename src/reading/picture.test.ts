import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../document/document.ts';
import { assemble } from './assemble.ts';
import { visible } from './picture/visible.ts';
import { columns } from './picture/width.ts';
import { picture, viewNames } from './picture.ts';
import type { Actor, Quotation, Reading } from './schema.ts';

function document(text: string, title: string | null = null): Document {
  return {
    text,
    input: { id: null, uri: null, record: null },
    url: null,
    outlet: null,
    title,
    byline: [],
    published: '2023-09-13',
    dateline: null,
    language: 'en',
    origin: null,
    skipped: [],
  };
}

const actor = (id: string, name: string, rest: Partial<Actor> = {}): Actor => ({
  id,
  name,
  kind: 'person',
  of: null,
  role: null,
  country: null,
  sector: null,
  wikidata: null,
  mentions: [],
  ...rest,
});

/** A quotation of `text` by the strings that make it. */
function quotation(
  text: string,
  content: string,
  rest: Partial<Quotation> & { readonly cued?: string; readonly by?: string } = {},
): Quotation {
  const { cued, by, ...fields } = rest;
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return {
    id: content,
    kind: 'direct',
    content: [span(content)],
    cue: cued === undefined ? null : span(cued),
    source: by === undefined ? null : span(by),
    speaker: null,
    speakers: [],
    unknown: 'none-named',
    candidates: [],
    via: [],
    stance: 'statement',
    denied: false,
    hedged: false,
    hedge: null,
    score: 0.9,
    ...fields,
  };
}

const reading = (text: string, actors: readonly Actor[], quotations: readonly Quotation[], title: string | null = null): Reading =>
  assemble(document(text, title), { names: [], actors, quotations, events: [], places: [], times: [] }, { version: '0', model: 'sha256:0' })
    .reading;

const text = 'Kim told Putin of aid. “We will always be with Russia,” he said, according to the AP. Experts fear a deal.';
const summit = reading(
  text,
  [actor('kim', 'Kim Jong-un', { role: 'leader', of: 'North Korea' }), actor('ap', 'Associated Press', { kind: 'organisation' })],
  [
    quotation(text, '“We will always be with Russia,”', {
      cued: 'said',
      by: 'he',
      speaker: 'kim',
      speakers: ['kim'],
      unknown: null,
      via: ['ap'],
    }),
    quotation(text, 'a deal', { kind: 'indirect', cued: 'fear', by: 'Experts', hedged: true, denied: true, stance: 'belief' }),
    quotation(text, 'of aid', { kind: 'indirect', stance: 'intent' }),
  ],
);
const plain = (columns: number, of = summit) => picture(of, { view: 'quotations', width: columns, colour: false });

describe('the table says', () => {
  test.each([60, 80, 120])('who, how, through whom, and the warnings, at %i columns', (width) => {
    const [, table = ''] = plain(width).split('─\n');
    for (const part of [
      'Kim Jong-un',
      'leader, North Korea',
      'via Associated Press',
      'direct',
      'said',
      'nobody named',
      'hedged',
      'denied',
      'belief',
    ]) {
      expect(table).toContain(part);
    }
  });

  test('that intents are left out', () => {
    expect(plain(80)).toContain('1 intent left out');
    expect(plain(80)).not.toMatch(/^ {2}q1 /m);
  });

  test('candidates where nobody can be told', () => {
    const who = reading(
      text,
      [actor('kim', 'Kim'), actor('putin', 'Putin')],
      [quotation(text, 'a deal', { unknown: 'ambiguous', candidates: ['kim', 'putin'] })],
    );
    expect(plain(80, who)).toMatch(/unclear who[\s\S]*perhaps Kim or Putin/);
  });
});

describe('the text', () => {
  test('has numbered brackets where there is no colour', () => {
    expect(plain(120).replace(/\s+/g, ' ')).toContain(
      '²[“We will always be with Russia,”] _he_ *said*, according to the AP. _Experts_ *fear* ³[a deal].',
    );
  });

  test('has a colour for each part else', () => {
    const coloured = picture(summit, { view: 'quotations', width: 120, colour: true });
    for (const part of ['\x1b[32m“We will always', '\x1b[36ma deal', '\x1b[1m\x1b[4mhe\x1b', '\x1b[3m\x1b[35msaid\x1b'])
      expect(coloured).toContain(part);
    expect(coloured.replace(/\x1b\[\d+m/g, '')).not.toMatch(/[[\]*_]/);
  });

  test('prints its title once', () => {
    const titled = reading('Talks begin\n\nKim said no.', [], [], 'Talks begin');
    expect(plain(80, titled).match(/Talks begin/g)).toHaveLength(1);
    expect(plain(80, reading('Kim said no.', [], [], 'Talks begin')).startsWith('Talks begin\n')).toBe(true);
  });
});

test('what was not read is told', () => {
  const skipped = assemble(
    { ...document('Он сказал.\nHe said.'), skipped: [{ start: 0, end: 10, reason: 'not English' }] },
    { names: [], actors: [], quotations: [], events: [], places: [], times: [] },
    { version: '0', model: 'sha256:0' },
  ).reading;
  expect(plain(80, skipped)).toContain('Not read: 10 of 19 characters (not English).');
});

describe('for every text', () => {
  const strange = fc.string({
    unit: fc.constantFrom(
      'a',
      'Wort ',
      '漢字',
      '한',
      'e\u0301',
      '👩‍👩‍👧',
      '\ud83d',
      '\x1b[31m',
      '\x07',
      '\u202e',
      '\n',
      '\n\n',
      '\t',
      ' ',
      '”',
      'ﷺ',
      '\u0000',
      '\x9b',
    ),
    maxLength: 60,
  });

  test('no line is too wide, and nothing commands the terminal', () => {
    fc.assert(
      fc.property(strange, strange, fc.integer({ min: 30, max: 120 }), fc.constantFrom(...viewNames), (body, name, width, view) => {
        // Spans never cut a character in two (verify holds them to it).
        const half = [...body].slice(0, body.length >> 1).join('').length;
        const content = { start: 0, end: Math.max(1, half) };
        const one = {
          ...quotation('x', 'x'),
          content: [content],
          cue: content,
          source: content,
          speaker: 'a',
          speakers: ['a'],
          unknown: null,
        };
        const made = reading(`${body}.`, [actor('a', name, { of: name, role: name })], [one], name);
        const drawn = picture(made, { view, width, colour: false });
        expect(drawn).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
        expect(drawn.isWellFormed()).toBe(true);
        for (const line of drawn.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('visible text is as long as the text, unit by unit', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => visible(any).length === any.length));
    expect(visible('a\x1bb\ud800c\r\nd')).toBe('a␛b\ufffdc \nd');
  });

  test('all of it is printed', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 9 }), fc.integer({ min: 30, max: 120 }), (prose, width) => {
        expect(plain(width, reading(prose, [], [])).replace(/\s+/g, ' ')).toContain(prose.replace(/\s+/g, ' '));
      }),
    );
  });
});

test('--why shows each decision, in words where a span decided', () => {
  const [start, end] = [text.indexOf('said'), text.indexOf('said') + 'said'.length];
  const rejected = [{ value: 'none', score: 0.02, reason: 'too far' }];
  const decisions = [{ record: 'q1', field: 'cue', value: `${start}–${end}`, by: 'head:content-cue', score: 0.93, rejected }];
  const drawn = picture(summit, { view: 'quotations', width: 80, colour: false, decisions });
  expect(drawn).toContain('q1 cue = “said” ← head:content-cue 0.93');
  expect(drawn).toContain('not none 0.02: too far');
});
