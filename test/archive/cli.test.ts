import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAsked } from '../../src/archive/place-asked.ts';
import { exportChoices } from '../../src/cli/commands/export.ts';
import { kindChoices, recordChoices } from '../../src/cli/commands/filters.ts';
import { quotationSchema, readingSchema } from '../../src/reading/schema.ts';
import { lines, readout, toJsonl } from '../cli/readout.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-front-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const archive = join(folder, 'readout.db');
const over = (...args: string[]) => readout([...args, '--archive', archive]);
const json = async (...args: string[]) => {
  const ran = await over(...args, '--json');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ran.stdout);
};

const statement =
  'The minister of trade, Anna Berg, told reporters on Monday that the talks would go on until the end of the year. “We are ready,” she said.';
const page = { url: 'https://a.example/talks', published: '2023-09-13', outlet: 'The Daily' };

beforeAll(async () => {
  const news = join(folder, 'news.jsonl');
  const changed = statement.replace('“We are ready,” she said.', 'Nobody in Geneva was pleased.');
  writeFileSync(
    news,
    toJsonl([
      { id: 1, text: statement, ...page },
      { id: 2, text: changed, ...page },
    ]),
  );
  const ran = await over('ingest', 'examples/pelosi-impeachment.txt', news, join(folder, 'none.txt'));
  expect(ran.stdout).toBe(
    'offered 4 = read 3 (1 of them new versions) + unchanged 0 + duplicate 0 + skipped 1\n  READOUT_INPUT_NOT_FOUND 1\n',
  );
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('none.txt');
});

test('the lists in the help are the real ones', () => {
  expect([...kindChoices]).toEqual(quotationSchema.shape.kind.options);
  expect(recordChoices).toContain('quotation');
  expect(exportChoices).toContain('jsonl');
});

describe('search', () => {
  test('finds by words and facets, for people and for programs', async () => {
    const { items, next } = await json('search', 'ready', '--kind', 'direct');
    expect(next).toBeNull();
    expect(items).toMatchObject([{ words: '“We are ready,”', sort: 'quotation', date: '2023-09-13', document: { outlet: 'The Daily' } }]);
    const ran = await over('search', 'ready', '--kind', 'direct');
    expect(ran.stdout).toContain(items[0].id);
    expect(ran.stdout).toContain('“We are ready,”');
  });

  test('goes on page by page', async () => {
    const all = (await json('search', '--limit', '1000')).items;
    const first = await json('search', '--limit', '3');
    const second = await json('search', '--limit', '3', '--cursor', first.next);
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 6));
    expect((await over('search', '--limit', '3')).stdout).toContain(`--cursor ${first.next}`);
  });

  test('finds nothing without an error', async () => {
    expect(await over('search', 'xylophone')).toMatchObject({ code: 0, stdout: 'Nothing found.\n' });
  });

  test.each([
    ['a type that there is none of', ['--type', 'WAR']],
    ['no date', ['--since', '13.9.2023']],
    ['no box', ['--place', '1,2,3']],
    ['too many', ['--limit', '1001']],
    ['no cursor', ['--cursor', 'x']],
  ])('%s is wrong usage', async (_, flags) => {
    const ran = await over('search', ...flags);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/\[READOUT_(?:USAGE|CURSOR_INVALID)\]/);
  });

  test('takes a place as a name, a country or a box', () => {
    expect(placeAsked('Kyiv')).toBe('Kyiv');
    expect(placeAsked('44, 22,52.5,-40')).toEqual({ south: 44, west: 22, north: 52.5, east: -40 });
    for (const wrong of ['52,22,44,40', '1,2,3,200', '1,2', '91,0,92,0']) expect(() => placeAsked(wrong)).toThrow('box');
  });
});

describe('show', () => {
  test('a document with its versions, and what became of its records in them', async () => {
    const [{ document, id }] = (await json('search', 'ready', '--kind', 'direct')).items;
    const view = await json('show', document.id);
    expect(view.reading.document.text).toBe(statement);
    expect(readingSchema.parse(view.reading)).toEqual(view.reading);
    expect(view.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    const local = id.split(':')[1];
    expect(view.versions[1].records.fates).toContainEqual({ record: local, fate: 'removed', now: null });
    expect((await over('show', document.id)).stdout).toContain(`removed (${local}`);
    const record = await json('show', id);
    expect(record).toMatchObject({ id, words: '“We are ready,”', versions: [{ version: 2, fate: 'removed' }], cast: [{ kind: 'person' }] });
    expect((await over('show', id)).stdout).toContain('removed in version 2');
  });

  test('--why tells what decided, for this record', async () => {
    const [{ id }] = (await json('search', 'ready', '--kind', 'direct')).items;
    const { why } = await json('show', id, '--why');
    expect(why.same).toBe(true);
    expect(why.decisions.length).toBeGreaterThan(0);
    for (const { record } of why.decisions) expect(record).toBe(id.split(':')[1]);
  });

  test('what is not there is told', async () => {
    expect(await over('show', 'abcdef')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('[READOUT_RECORD_NOT_FOUND]'),
    });
    const [{ document }] = (await json('search', 'ready')).items;
    expect((await over('show', `${document.id}:q999`)).stderr).toContain('[READOUT_RECORD_NOT_FOUND]');
  });
});

describe('export', () => {
  test('--to jsonl is the same each time, and whole', async () => {
    const out = join(folder, 'dump.jsonl');
    expect(await over('export', '--to', 'jsonl', '--out', out)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const dump = readFileSync(out, 'utf8');
    expect((await over('export', '--to', 'jsonl')).stdout).toBe(dump);
    const kinds = lines(dump).map((line) => Object.keys(line)[0]);
    expect(kinds.filter((kind) => kind === 'original')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'document')).toHaveLength(3);
  });

  test('tables have a row for each record', async () => {
    const { stdout } = await over('export', '--to', 'csv');
    expect(stdout.split('\n')[0]).toContain('speaker');
    expect(stdout).toContain('“We are ready,”');
    expect((await over('export', '--to', 'plover')).stdout.split('\n')[0]).toContain('Event Type');
  });

  test('what cannot be written is told', async () => {
    const ran = await over('export', '--to', 'jsonl', '--out', join(folder, 'no/dump.jsonl'));
    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('[READOUT_OUTPUT_FAILED]') });
  });
});

test('doctor finds nothing', async () => {
  const { checks, findings } = await json('doctor');
  expect(findings).toEqual([]);
  expect(checks).toEqual(
    expect.arrayContaining(['store', 'references', 'originals', 'readings', 'records', 'full text', 'stories', 'ledgers']),
  );
  expect((await over('doctor')).stdout.match(/^ok/gm)).toHaveLength(checks.length);
});

test('only ingest makes an archive; its name comes from the flag, or READOUT_ARCHIVE', async () => {
  for (const command of [['search'], ['show', 'abcdef'], ['export', '--to', 'csv'], ['doctor']]) {
    const ran = await readout(command, '', { READOUT_ARCHIVE: join(folder, 'nowhere.db') });
    expect(ran).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('nowhere.db') });
    expect(ran.stderr).toContain('[READOUT_ARCHIVE_UNREACHABLE]');
  }
  expect((await readout(['search', 'ready'], '', { READOUT_ARCHIVE: archive })).stdout).toContain('We are ready');
});
