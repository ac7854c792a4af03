import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { exportChoices } from '../../src/cli/commands/export.ts';
import type { ArchiveForm } from '../../src/export/archive-form.ts';
import { type ArchiveFormName, archiveForms } from '../../src/export/archive-forms.ts';
import { standoff } from '../../src/export/brat.ts';
import { codePoints } from '../../src/export/code-points.ts';
import { columnsFor, rowsFor } from '../../src/export/tables.ts';
import type { Reading } from '../../src/index.ts';
import { ZipReader } from '../../src/zip/reader.ts';
import { fakeReading } from '../archive/fake-reading.ts';
import { opened } from '../proof/sample.ts';
import { readings, sourceOf } from './sample.ts';

async function written(
  form: ArchiveForm,
  view: 'quotations' | 'events' | 'timeline' = 'quotations',
  all: Iterable<Reading> = readings,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of form.write(sourceOf(all), { view })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
const textOf = async (form: ArchiveForm, view?: 'events') => (await written(form, view)).toString();
const points = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

test('every form is named by the command and explained in docs/formats.md, with its columns', () => {
  const docs = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  expect([...exportChoices]).toEqual(Object.keys(archiveForms));
  for (const name of exportChoices) expect(docs).toMatch(new RegExp(`^## .*\`${name}\``, 'm'));
  for (const view of ['quotations', 'events'] as const)
    for (const [name, type] of columnsFor(view)) expect(docs).toContain(`| \`${name}\` | ${type} |`);
});

describe.each(Object.keys(archiveForms) as ArchiveFormName[])('%s', (name) => {
  test('gives the same bytes each time, from nothing too', async () => {
    expect(await written(archiveForms[name])).toEqual(await written(archiveForms[name]));
    expect((await written(archiveForms[name], 'quotations', [])).length).toBeGreaterThanOrEqual(name === 'ftm' ? 0 : 1);
  });

  test('goes out while the archive is still being read', async () => {
    if (name === 'jsonl') return; // The archive's own.
    function* many(): Generator<Reading> {
      for (let i = 0; i < (name === 'parquet' ? 25_000 : 60); i++) yield readings[0] as Reading;
    }
    const source = sourceOf(many());
    let bytes = 0;
    let least = Number.POSITIVE_INFINITY;
    for await (const part of archiveForms[name].write(source, { view: 'quotations' })) {
      bytes += part.length;
      if (bytes > (name === 'parquet' ? 0 : 4000)) least = Math.min(least, source.taken());
    }
    expect(least).toBeLessThan(source.taken());
  });
});

describe('Parquet', () => {
  test.each(['quotations', 'events'] as const)('is read back with the values of the table: %s', async (view) => {
    const bytes = await written(archiveForms.parquet, view);
    const file = new Uint8Array(bytes).buffer;
    const rows = await parquetReadObjects({ file });
    const wanted = readings.flatMap((reading) =>
      rowsFor(reading, view).map((row) => Object.fromEntries(columnsFor(view).map(([name], i) => [name, row[i]]))),
    );
    expect(rows).toEqual(
      wanted.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value.toWellFormed() : value])),
      ),
    );
    expect(rows.length).toBe(2);
    const { schema } = parquetMetadata(file);
    expect(schema.slice(1).map(({ name, type }) => [name, type === 'BYTE_ARRAY' ? 'STRING' : type])).toEqual(columnsFor(view));
  });

  test('of nothing has its columns', async () => {
    const file = new Uint8Array(await written(archiveForms.parquet, 'events', [])).buffer;
    expect(await parquetReadObjects({ file })).toEqual([]);
    expect(parquetMetadata(file).schema).toHaveLength(columnsFor('events').length + 1);
  });

  test('in several groups', async () => {
    const many = Array.from({ length: 20_001 }, (_, i) => fakeReading({ text: `Anna said “${i}”.` }));
    const file = new Uint8Array(await written(archiveForms.parquet, 'quotations', many)).buffer;
    expect(parquetMetadata(file).row_groups).toHaveLength(2);
    const rows = await parquetReadObjects({ file, columns: ['content'] });
    expect(rows.map(({ content }) => content)).toEqual(many.map((_, i) => `“${i}”`));
  });
});

test('CSV has no formulas', async () => {
  expect(await textOf(archiveForms.csv)).toContain("'=Daily");
});

describe('Web Annotation', () => {
  test('is one JSON-LD page whose selectors find the words, by code points and by UTF-16 units', async () => {
    const page = JSON.parse(await textOf(archiveForms.webannotation));
    expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(page.type).toBe('AnnotationPage');
    expect(page.items).toHaveLength(4);
    for (const item of page.items) {
      const reading = readings.find(({ document }) => item['readout:document'] === `urn:${document.id}`);
      const text = reading?.document.text ?? '';
      const [quote, position] = item.target.selector;
      expect(points(text, position.start, position.end)).toBe(quote.exact);
      expect(text.slice(item.target['readout:utf16']['readout:start'], item.target['readout:utf16']['readout:end'])).toBe(quote.exact);
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
      expect((quote.prefix + quote.suffix).isWellFormed() || !text.isWellFormed()).toBe(true);
    }
    expect(page.items[0].target.selector[1]).not.toMatchObject({ start: page.items[0].target['readout:utf16']['readout:start'] });
    expect(page.items[0].body.map(({ value }: { value: string }) => value)).toEqual(['quotation', 'direct', 'Anna']);
  });
});

describe('FollowTheMoney', () => {
  test('has the article, people by who they are everywhere, notes, events and links, each pointing to what is there', async () => {
    const entities = (await textOf(archiveForms.ftm))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ids = new Set(entities.map(({ id }) => id));
    for (const { schema, properties } of entities) {
      for (const values of Object.values(properties)) for (const value of values as unknown[]) expect(typeof value).toBe('string');
      for (const name of ['proof', 'entity', 'involved', 'subject', 'object'])
        for (const id of properties[name] ?? []) expect(ids).toContain(id);
      if (schema !== 'UnknownLink' && schema !== 'Article') expect(properties.name).toHaveLength(1);
    }
    expect(entities.filter(({ id }) => id === 'who-0123456789abcd').map(({ properties }) => properties.name)).toEqual([
      ['Anna Bold'],
      ['Anna Bold'],
    ]);
    expect(new Set(entities.map(({ schema }) => schema))).toEqual(new Set(['Article', 'Person', 'Note', 'Event', 'UnknownLink']));
    expect(entities.find(({ schema }) => schema === 'UnknownLink').properties).toMatchObject({ role: ['ACCUSE'], date: ['2023-09-13'] });
    expect(entities.flatMap(({ properties }) => properties.country ?? [])).toContain('ru');
    expect((await textOf(archiveForms.ftm)).isWellFormed()).toBe(true);
  });
});

describe('GraphML', () => {
  test('is XML in which every edge goes from a node to a node, and a person is one node', async () => {
    const text = await textOf(archiveForms.graphml);
    expect(/[\0-\x08\ufffe]/.test(text) || !text.isWellFormed()).toBe(false);
    const document = new DOMParser().parseFromString(text, 'text/xml');
    const nodes = [...document.querySelectorAll('node')].map((node) => node.getAttribute('id'));
    const edges = [...document.querySelectorAll('edge')];
    expect(new Set(nodes).size).toBe(nodes.length);
    expect(nodes.filter((id) => id === 'who:0123456789abcd')).toHaveLength(1);
    expect(edges).toHaveLength(2);
    for (const edge of edges) for (const end of ['source', 'target']) expect(nodes).toContain(edge.getAttribute(end));
    const keys = new Set([...document.querySelectorAll('key')].map((key) => key.getAttribute('id')));
    for (const data of document.querySelectorAll('data')) expect(keys).toContain(data.getAttribute('key'));
  });

  test('who says something of whom', async () => {
    const reading = fakeReading({ text: 'Anna said “Boris met Carl”. Boris met Carl in Kyiv.' });
    const [mention] = reading.actors.find(({ name }) => name === 'Boris')?.mentions ?? [];
    const inner = {
      ...reading,
      actors: reading.actors.map((actor) =>
        actor.name === 'Boris'
          ? { ...actor, mentions: [{ start: 11, end: 16, form: 'name' as const }, ...(mention ? [mention] : [])] }
          : actor,
      ),
    };
    const text = (await written(archiveForms.graphml, 'quotations', [inner])).toString();
    expect(text.match(/>says of</g)).toHaveLength(1);
    expect(text.match(/>does to</g)).toHaveLength(1);
  });
});

describe('brat', () => {
  test('is a zip of texts and annotations whose places are those of the words', async () => {
    const zip = await ZipReader.open(opened(await written(archiveForms.brat)), 'brat.zip');
    expect(zip.faults).toEqual([]);
    const files = new Map<string, string>();
    for (const entry of zip.entries) files.set(entry.name, Buffer.from((await zip.read(entry)).bytes ?? []).toString());
    expect(files.size).toBe(1 + 2 * readings.length);
    const configuration = files.get('readout-brat/annotation.conf') ?? '';
    for (const [name, annotations] of [...files].filter(([name]) => name.endsWith('.ann'))) {
      const text = files.get(name.replace('.ann', '.txt')) ?? '';
      const ids = new Set([...annotations.matchAll(/^([TE]\d+)\t/gm)].map(([, id]) => id));
      for (const [, type = '', places = '', words] of annotations.matchAll(/^T\d+\t(\w+) ([\d ;]+)\t(.*)$/gm)) {
        const parts = places.split(';').map((place) => place.split(' ').map(Number));
        expect(
          parts
            .map(([start = 0, end = 0]) => points(text, start, end))
            .join(' ')
            .replaceAll('\t', ' '),
        ).toBe(words);
        expect(configuration).toMatch(new RegExp(`^${type}\\b`, 'm'));
      }
      for (const [, id] of annotations.matchAll(/(?:Arg[12]:|Actor\d?:|Recipient\d?:|Place:|Time:|^A\d+\t\w+ )([TE]\d+)/gm))
        expect(ids).toContain(id);
    }
    expect([...files.values()].join('')).toMatch(/^E1\tACCUSE:T\d+ Actor:T\d+ Recipient:T\d+$/m);
  });

  test('has no words where there are only blanks', () => {
    const reading = fakeReading({ text: 'Anna said “x”.' });
    expect(
      standoff({
        ...reading,
        places: [
          {
            ...({
              id: 'p1',
              name: ' ',
              geonames: null,
              lat: null,
              lon: null,
              country: null,
              unknown: null,
              candidates: [],
              score: 1,
            } as const),
            candidates: [],
            start: 4,
            end: 5,
          },
        ],
      }),
    ).not.toContain('Place');
  });
});

test('CoNLL: each word is the text at its place, and labels follow on', async () => {
  const lines = (await textOf(archiveForms.conll)).split('\n');
  let text = '';
  let rows = 0;
  for (const line of lines) {
    const id = /^# newdoc id = (\S+)$/.exec(line)?.[1];
    if (id !== undefined) text = readings.find(({ document }) => document.id === id)?.document.text ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const fields = line.split('\t');
    expect(fields).toHaveLength(10);
    expect(text.slice(Number(fields[2]), Number(fields[3])).toWellFormed()).toBe(fields[1]);
    rows++;
  }
  expect(rows).toBeGreaterThan(30);
  expect(lines.filter((line) => line.includes('\tB-q1\t'))).not.toEqual([]);
});

test('positions in code points are counted as by hand', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\u{1f600}', '\ud800', '\udc00', 'é')), (parts) => {
      const text = parts.join('');
      const position = codePoints(text);
      let at = 0;
      for (const [i, character] of [...text].entries()) {
        expect(position(at)).toBe(i);
        at += character.length;
      }
      expect(position(text.length)).toBe([...text].length);
    }),
  );
});
