import { describe, expect, test } from 'vitest';
import { assemble } from '../reading/assemble.ts';
import type { Actor } from '../reading/schema.ts';
import type { FormatOptions } from './format.ts';
import { formats } from './formats.ts';
import { csvRow, tsvRow } from './rows.ts';

const text = '=1+1, he said.\nThey met Kim, "again".';
const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const actor = (id: string, name: string): Actor => ({
  id,
  name,
  kind: 'person',
  of: '-Lux',
  role: null,
  country: 'PRK',
  sector: 'GOV',
  wikidata: null,
  mentions: [],
});
const flags = {
  negated: false,
  hypothetical: true,
  future: false,
  historical: false,
  saidBy: null,
  via: [],
  hedge: null,
  score: 0.5,
};
const reading = assemble(
  {
    text,
    input: { id: 'x', uri: null, record: 0 },
    url: null,
    outlet: '@news',
    title: 'A, "title"',
    byline: [],
    published: '2023-09-13',
    dateline: null,
    language: 'en',
    origin: null,
    skipped: [],
  },
  {
    names: [],
    actors: [actor('k', 'Kim'), actor('p', '+Putin')],
    quotations: [
      {
        id: 'q',
        kind: 'direct',
        content: [span('=1+1,')],
        cue: span('said'),
        source: span('he'),
        speaker: 'k',
        speakers: ['k', 'p'],
        unknown: null,
        candidates: [],
        via: [],
        stance: 'statement',
        denied: false,
        hedged: false,
        hedge: null,
        score: 0.5,
      },
    ],
    events: [
      {
        ...flags,
        id: 'e',
        type: 'CONSULT',
        mode: 'visit',
        trigger: span('met'),
        actor: ['k', 'p'],
        recipient: [],
        place: 'v',
        time: null,
        date: '2023-09-13',
        quotation: null,
        quad: 1,
      },
      {
        ...flags,
        id: 'f',
        type: 'ACCUSE',
        mode: null,
        trigger: span('said'),
        actor: [],
        recipient: [],
        place: null,
        time: null,
        date: '2023-09-01',
        quotation: null,
        quad: 3,
      },
    ],
    places: [
      {
        id: 'v',
        ...span('again'),
        name: 'Vladivostok',
        geonames: 2013348,
        lat: 43.1,
        lon: -131.9,
        country: 'RU',
        unknown: null,
        candidates: [],
        score: 1,
      },
    ],
    times: [],
  },
  { version: '0.1.0', model: 'sha256:0' },
).reading;
const options: FormatOptions = { view: 'quotations', why: false, width: 80, colour: false };
const result = { reading, decisions: [{ record: 'q1', field: 'speaker', value: 'a1', by: 'rule:x', score: 1, rejected: [] }] };

/** A reader of comma-separated values, written apart from the writer. */
function parseCsv(table: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of table.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const records = (table: string): Record<string, string>[] => {
  const [head = [], ...rows] = parseCsv(table);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
};

describe('comma-separated values', () => {
  test('one row a quotation, none of whose texts is a formula', () => {
    const [row, ...more] = records(formats.csv.head(options) + formats.csv.document(result, options));
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      content: "'=1+1,",
      outlet: "'@news",
      speaker: 'Kim; +Putin',
      speaker_of: "'-Lux",
      title: 'A, "title"',
      denied: 'false',
      start: '0',
      end: '5',
      score: '0.5',
    });
  });

  test('one row an event, in the text’s order or that of the dates', () => {
    const types = (view: 'events' | 'timeline') =>
      records(formats.csv.head({ ...options, view }) + formats.csv.document(result, { ...options, view })).map(({ type }) => type);
    expect(types('events')).toEqual(['ACCUSE', 'CONSULT']);
    expect(types('timeline')).toEqual(['ACCUSE', 'CONSULT']);
  });

  test('fields of every kind', () => {
    expect(csvRow(['=x', '+x', '-x', '@x', '\tx', '\rx', 'x=', '', null, -1, true, 'a"b', 'a,b', 'a\nb'])).toBe(
      '\'=x,\'+x,\'-x,\'@x,\'\tx,"\'\rx",x=,,,-1,true,"a""b","a,b","a\nb"\n',
    );
    expect(tsvRow(['a\tb', 'c\nd', null, 1, '=x'])).toBe("a b\tc d\t\t1\t'=x\n");
  });
});

test('PLOVER’s columns, one row an event', () => {
  const [head = [], ...rows] = (formats.plover.head(options) + formats.plover.document(result, options))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const [, met] = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
  expect(rows).toHaveLength(2);
  expect(met).toMatchObject({
    'Event Type': 'CONSULT',
    'Event Mode': 'visit',
    'Quad Code': 'VERBAL COOPERATION',
    'Actor Name': 'Kim; +Putin',
    'Actor Country': 'PRK; PRK',
    Placename: 'Vladivostok',
    Longitude: '-131.9',
    Hypothetical: 'true',
    Trigger: 'met',
  });
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
});

test('JSON lines are the contract’s form, with the decisions when asked', () => {
  expect(JSON.parse(formats.jsonl.document(result, options))).toEqual(reading);
  expect(JSON.parse(formats.jsonl.document(result, { ...options, why: true }))).toEqual({ ...reading, why: result.decisions });
});

test('every form ends its texts with a line feed', () => {
  for (const format of Object.values(formats)) expect(format.document(result, options).endsWith('\n')).toBe(true);
});
