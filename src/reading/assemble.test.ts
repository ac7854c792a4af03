import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../document/document.ts';
import { assemble, type Findings } from './assemble.ts';
import { identify } from './identity.ts';
import { readingSchema } from './schema.ts';
import { verify } from './verify.ts';

const engine = { version: '0.1.0', model: 'sha256:0' };
const text = 'Putin met Kim in Vladivostok on Tuesday. Kim said no.';
const span = (part: string, from = 0) => ({ start: text.indexOf(part, from), end: text.indexOf(part, from) + part.length });
const document: Document = {
  text,
  input: { id: 'x', uri: null, record: 3 },
  url: null,
  outlet: null,
  title: null,
  byline: [],
  published: null,
  dateline: null,
  language: 'en',
  origin: null,
  skipped: [
    { start: 0, end: 10, reason: 'b' },
    { start: 5, end: 12, reason: 'a' },
  ],
};
const actor = { kind: 'person', of: null, role: null, country: null, sector: null, wikidata: null } as const;
const found: Findings = {
  names: [
    { ...span('Kim'), type: 'PER' },
    { ...span('Putin'), type: 'PER' },
  ],
  actors: [
    { ...actor, id: 'nowhere', name: 'Nowhere', mentions: [] },
    {
      ...actor,
      id: 'k',
      name: 'Kim',
      mentions: [
        { ...span('Kim', 20), form: 'name' },
        { ...span('Kim'), form: 'name' },
      ],
    },
    { ...actor, id: 'p', name: 'Putin', mentions: [{ ...span('Putin'), form: 'name' }] },
  ],
  quotations: [
    {
      id: 'x',
      kind: 'indirect',
      content: [span('no')],
      cue: span('said'),
      source: span('Kim', 20),
      speaker: 'k',
      speakers: ['k', 'k', 'gone'],
      unknown: null,
      candidates: [],
      via: ['p'],
      stance: 'statement',
      denied: false,
      hedged: false,
      hedge: null,
      score: 0.123456,
    },
  ],
  events: [
    {
      id: 'm',
      type: 'CONSULT',
      mode: null,
      trigger: span('met'),
      actor: ['p'],
      recipient: ['k'],
      negated: false,
      hypothetical: false,
      future: false,
      historical: false,
      place: 'v',
      time: 'd',
      date: null,
      quotation: 'gone',
      saidBy: null,
      via: [],
      hedge: null,
      quad: 1,
      score: 2,
    },
  ],
  places: [
    {
      id: 'v',
      ...span('Vladivostok'),
      name: 'Vladivostok',
      geonames: null,
      lat: null,
      lon: null,
      country: 'RU',
      unknown: null,
      candidates: [],
      score: Number.NaN,
    },
  ],
  times: [{ id: 'd', ...span('Tuesday'), type: 'DATE', value: '2023-09-12' }],
};

describe('assemble', () => {
  const { reading, ids } = assemble(document, found, engine);

  test('numbers by first appearance and renames every reference', () => {
    expect(reading.actors.map(({ id, name }) => [id, name])).toEqual([
      ['a1', 'Putin'],
      ['a2', 'Kim'],
      ['a3', 'Nowhere'],
    ]);
    expect(reading.quotations[0]).toMatchObject({ id: 'q1', speaker: 'a2', speakers: ['a2'], via: ['a1'], score: 0.123 });
    expect(reading.events[0]).toMatchObject({ actor: ['a1'], recipient: ['a2'], place: 'p1', time: 't1', quotation: null, score: 1 });
    expect(reading.places[0]?.score).toBe(0);
    expect(ids.get('k')).toBe('a2');
  });

  test('counts overlapping skipped parts once', () => {
    expect(reading.ledger).toMatchObject({ characters: text.length, read: text.length - 12, skipped: [{ start: 0 }, { start: 5 }] });
  });

  test('gives a sound reading of the form, the same bytes for any order of findings', () => {
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(verify(reading)).toEqual([]);
    const turned = { ...found, names: [...found.names].reverse(), actors: [...found.actors].reverse() };
    expect(JSON.stringify(assemble(document, turned, engine).reading)).toBe(JSON.stringify(reading));
  });
});

describe('verify finds', () => {
  const { reading } = assemble(document, found, engine);
  const [quotation] = reading.quotations;
  const [event] = reading.events;
  if (!quotation || !event) throw new Error('The example has a quotation and an event.');
  test.each([
    ['a span beyond the text', { ...reading, names: [{ start: 50, end: 99, type: 'PER' as const }] }, 'names[0]'],
    ['an empty span', { ...reading, quotations: [{ ...quotation, cue: { start: 3, end: 3 } }] }, 'quotations[0].cue'],
    ['an unknown actor', { ...reading, events: [{ ...event, actor: ['a9'] }] }, 'events[0]'],
    ['an unknown place', { ...reading, events: [{ ...event, place: 'p9' }] }, 'events[0].place'],
    ['a wrong order', { ...reading, actors: [...reading.actors].reverse() }, 'actors[0].id'],
    ['another text', { ...reading, document: { ...reading.document, text: `${text} ` } }, 'document.id'],
    ['a speaker that is not the first', { ...reading, quotations: [{ ...quotation, speakers: [] }] }, 'quotations[0]'],
    [
      'contents out of order',
      { ...reading, quotations: [{ ...quotation, content: [span('said'), span('met')] }] },
      'quotations[0].content[1]',
    ],
  ])('%s', (_, wrong, at) => {
    expect(verify(wrong).map((fault) => fault.at)).toContain(at);
  });

  test('a span that cuts a character in two', () => {
    const smile = assemble(
      { ...document, text: 'a😀b', skipped: [] },
      { ...found, names: [{ start: 0, end: 2, type: 'PER' }], actors: [], quotations: [], events: [], places: [], times: [] },
      engine,
    ).reading;
    expect(verify(smile)).toEqual([{ at: 'names[0]', fault: expect.stringContaining('in two') }]);
  });
});

describe('the id of a text', () => {
  test('is the SHA-256 of its UTF-8', () => {
    expect(identify('“né”')).toBe('sha256:1e9f72ad081c406f46125ea48eab219c63046d3c83548d28f91534f1f756188f');
    expect(identify('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(identify('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('tells texts apart that differ in lone surrogates only', () => {
    expect(identify('\ud800')).not.toBe(identify('\ud801'));
    expect(identify('\ud800')).not.toBe(identify('\ufffd'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => (a === b) === (identify(a) === identify(b))),
    );
  });
});
