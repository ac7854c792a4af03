import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { addsUp, type Ledger } from '../../src/archive/ledger.ts';
import { openArchive } from '../../src/archive/open.ts';
import { filesOf } from '../../src/ingest/files.ts';
import { type Limits, usualLimits } from '../../src/ingest/limits.ts';
import { offersOf } from '../../src/ingest/offers.ts';
import { ingest } from '../../src/ingest/run.ts';
import { toJsonl } from '../cli/readout.ts';
import { read } from './fake-read.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let number = 0;
/** Ingests into a fresh archive, or into that of the name. */
async function run(sources: readonly string[], limits: Partial<Limits> = {}, name = `a${number++}`) {
  const file = join(folder, `${name}.db`);
  const archive = await openArchive(file, { create: true });
  const told: string[] = [];
  async function* tasks() {
    for await (const found of filesOf(sources, file)) yield* offersOf(found, { ...usualLimits, ...limits }, () => undefined);
  }
  const watcher = { step: () => undefined, problem: ({ error }: { error: { message: string } }) => void told.push(error.message) };
  const ledger = await ingest(archive, tasks(), read, { tasks: 4, bytes: 1e6 }, watcher);
  const { items } = await archive.find({ limit: 1000 });
  expect((await archive.doctor({ repair: false })).findings).toEqual([]);
  await archive.close();
  expect(addsUp(ledger)).toBe(true);
  return { ledger, told, words: items.map(({ words }) => words).sort() };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, 'files', name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const said = (what: string) => `Anna said “${what}” to the people who had come together in the square of the capital.`;

/** A zip file of deflated entries; `lie` is what its directory says of their sizes. */
function zip(entries: Readonly<Record<string, string | Uint8Array>>, lie: number | null = null): Uint8Array {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lie ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, all, end]);
}

const page = (what: string) =>
  `<html><head><title>A page</title></head><body><article><p>${said(what)}</p><p>${said(`${what} again`)}</p></article></body></html>`;
function warc(pages: readonly string[]): Buffer {
  return Buffer.concat(
    pages.map((html, i) => {
      const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`;
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:${i}>\r\nWARC-Target-URI: https://a.example/${i}\r\n`;
      return Buffer.from(`${head}Content-Type: application/http\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`);
    }),
  );
}

const counts = ({ offered, read: fresh, unchanged, duplicate, skipped }: Ledger) => ({ offered, fresh, unchanged, duplicate, skipped });

describe('what is offered', () => {
  test('text, pages, JSON lines, feeds, web archives, zip and gz, in folders, by patterns', async () => {
    file('all/a.txt', said('text'));
    file('all/b.html', page('page'));
    file(
      'all/deep/c.jsonl',
      toJsonl([
        { id: 1, text: said('line one') },
        { id: 2, text: said('line two') },
      ]),
    );
    file(
      'all/deep/d.xml',
      `<rss version="2.0"><channel><title>T</title><item><guid>1</guid><description>${said('feed')}</description></item></channel></rss>`,
    );
    file('all/e.warc', warc([page('warc one'), page('warc two')]));
    file('all/f.warc.gz', Buffer.concat([gzipSync(warc([page('packed one')])), gzipSync(warc([page('packed two')]))]));
    file(
      'all/g.zip',
      zip({
        'in/h.txt': said('zip'),
        'in/i.jsonl': toJsonl([{ text: said('zip line') }]),
        'j.txt.gz': gzipSync(said('zip gz')),
        'k.zip': zip({ 'l.txt': said('zip zip') }),
      }),
    );
    file('all/.hidden', said('hidden'));
    symlinkSync(join(folder, 'files/all'), join(folder, 'files/all/circle'));
    const all = join(folder, 'files/all');
    const { ledger, words } = await run([all]);
    expect(counts(ledger)).toEqual({ offered: 13, fresh: 13, unchanged: 0, duplicate: 0, skipped: {} });
    for (const what of [
      'text',
      'page',
      'line one',
      'line two',
      'feed',
      'warc one',
      'warc two',
      'packed one',
      'packed two',
      'zip',
      'zip line',
      'zip gz',
      'zip zip',
    ])
      expect(words).toContain(`“${what}”`);
    expect(words.join()).not.toContain('hidden');
    expect(counts((await run([`${all}/**/*.{txt,jsonl}`])).ledger)).toMatchObject({ offered: 3, fresh: 3 });
  });

  test('an object over several lines is one article', async () => {
    const sources = [
      file('one/a.json', JSON.stringify({ id: 1, text: said('set wide') }, null, 2)),
      file('one/b.json', '{\n  "text": "cut off'),
    ];
    const { ledger, words } = await run(sources);
    expect(words).toEqual(['“set wide”']);
    expect(counts(ledger)).toMatchObject({ offered: 2, fresh: 1, skipped: { READOUT_JSON_INVALID: 1 } });
  });

  test('the archive in a folder is not offered to itself', async () => {
    const at = file('own/a.txt', said('own'));
    const archive = join(at, '..', 'readout.db');
    const found = [];
    for (let i = 0; i < 2; i++) {
      (await openArchive(archive, { create: true })).close();
      for await (const one of filesOf([join(at, '..')], archive)) found.push(one.path);
    }
    expect(found).toEqual([at, at]);
  });
});

describe('what stands beside articles', () => {
  const others = { 'README.md': said('readme'), LICENSE: said('licence'), 'deep/Readme.txt': said('deep'), 'notice.txt': said('notice') };

  test('a README or licence in a folder or archive is told in the ledger and not read, and is no fault', async () => {
    for (const [name, text] of Object.entries(others)) file(`beside/${name}`, text);
    file('beside/packed.zip', zip({ 'in/README.md': said('readme'), 'in/a.txt': said('packed') }));
    const { ledger, told, words } = await run([join(folder, 'files/beside')]);
    expect(words).toEqual(['“notice”', '“packed”']);
    expect(ledger.skipped).toEqual({ READOUT_INPUT_NO_ARTICLE: 4 });
    expect(told).toEqual([]);
  });

  test('one that is named is read', async () => {
    expect((await run([file('beside/README.md', said('readme'))])).words).toEqual(['“readme”']);
  });
});

test('names in a zip never become paths: what would lead out of it is told, and the rest is read', async () => {
  const names = [
    '../out.txt',
    '../../../../../../../../../../tmp/readout-out.txt',
    '/tmp/readout-out.txt',
    'C:\\out.txt',
    'a/..\\..\\out.txt',
  ];
  const hostile = Object.fromEntries(names.map((name) => [name, said(name)]));
  const path = file(
    'names/deep/hostile.zip',
    zip({ 'first.txt': said('first'), ...hostile, '.hidden.txt': said('hidden'), 'last\u0000.txt': said('last') }),
  );
  const before = (await readdir(folder, { recursive: true })).filter((name) => !/\.db(?:-\w+)?$/.test(name)).sort();
  const { ledger, told, words } = await run([path]);
  expect(words).toEqual(['“first”', '“last”']);
  expect(ledger.skipped).toEqual({ READOUT_INPUT_UNREADABLE: 5 });
  for (const name of names) expect(told.join('\n')).toContain(`hostile.zip#${name.replaceAll('\\', '/')} is not read`);
  expect((await readdir(folder, { recursive: true })).filter((name) => !/\.db(?:-\w+)?$/.test(name)).sort()).toEqual(before);
  for (const out of ['/tmp/readout-out.txt', 'out.txt']) expect(existsSync(out)).toBe(false);
});

describe('the ledger adds up', () => {
  test('over what cannot be read, each told by its reason, and the rest is read', async () => {
    const lines = toJsonl(Array.from({ length: 50 }, (_, i) => ({ id: i, text: said(`cut ${i}`) })));
    const bad = [
      file('bad/truncated.jsonl.gz', gzipSync(lines).subarray(0, -40)),
      file(
        'bad/broken.jsonl',
        `${JSON.stringify({ text: said('before') })}\n{"text": "half\n[1]\n\n${JSON.stringify({ text: said('after') })}\n`,
      ),
      file(
        'bad/binary.txt',
        Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256),
      ),
      file('bad/empty.txt', ''),
      file('bad/truncated.warc', warc([page('whole'), page('cut')]).subarray(0, -60)),
      file('bad/truncated.zip', zip({ 'a.txt': said('lost') }).subarray(0, -30)),
      file('bad/garbage.gz', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(100, 7)])),
      join(folder, 'files/bad/nowhere.txt'),
      join(folder, 'files/bad/*.nothing'),
    ];
    const { ledger, told, words } = await run(bad);
    expect(words).toEqual(expect.arrayContaining(['“before”', '“after”', '“whole”', '“cut 0”']));
    expect(words.length).toBeGreaterThan(10);
    expect(ledger.skipped).toEqual({
      READOUT_INPUT_UNREADABLE: 4,
      READOUT_JSON_INVALID: 1,
      READOUT_JSON_SHAPE: 1,
      READOUT_INPUT_BINARY: 1,
      READOUT_INPUT_EMPTY: 1,
      READOUT_INPUT_NOT_FOUND: 2,
    });
    expect(told.join('\n')).toContain('truncated.jsonl is cut off or damaged');
  });

  test('on a second run all is unchanged, but what was not read is tried again', async () => {
    const path = file(
      'twice/a.jsonl',
      `${toJsonl([
        { id: 1, text: said('one') },
        { id: 2, text: said('two') },
      ])}{"text": 1}\n`,
    );
    const name = `twice-${number}`;
    expect(counts((await run([path], {}, name)).ledger)).toEqual({
      offered: 3,
      fresh: 2,
      unchanged: 0,
      duplicate: 0,
      skipped: { READOUT_JSON_SHAPE: 1 },
    });
    expect(counts((await run([path], {}, name)).ledger)).toEqual({
      offered: 3,
      fresh: 0,
      unchanged: 2,
      duplicate: 0,
      skipped: { READOUT_JSON_SHAPE: 1 },
    });
    // A line put before them moves them, and changes nothing.
    file(
      'twice/a.jsonl',
      toJsonl([
        { id: 0, text: said('zero') },
        { id: 1, text: said('one') },
        { id: 2, text: said('two, changed') },
      ]),
    );
    const { ledger } = await run([path], {}, name);
    expect(ledger).toEqual({ offered: 3, read: 2, versions: 1, unchanged: 1, duplicate: 0, skipped: {} });
  });

  test('equal texts are one document: duplicates, in a file and between files', async () => {
    const line = { id: 'a', text: said('same') };
    const sources = [file('dup/a.jsonl', toJsonl([line, line, { ...line, id: 'b' }])), file('dup/c.txt', said('same'))];
    const { ledger, words } = await run(sources);
    expect(counts(ledger)).toEqual({ offered: 4, fresh: 1, unchanged: 0, duplicate: 3, skipped: {} });
    expect(words).toEqual(['“same”']);
  });
});

describe('a bomb is told by its limit, and what came before it is read', () => {
  const before = { 'a.txt': said('before') };
  test.each<[string, () => string, Partial<Limits>]>([
    ['most-ratio', () => file('bomb/blank.gz', gzipSync(Buffer.alloc(40_000_000, 32))), { ratio: 100 }],
    ['most-bytes', () => file('bomb/bytes.zip', zip({ ...before, 'b.txt': 'x'.repeat(2_000_000) })), { bytes: 1_000_000 }],
    ['most-bytes', () => file('bomb/lie.zip', zip({ ...before, 'b.txt': 'x'.repeat(2_000_000) }, 10)), { bytes: 1_000_000 }],
    ['most-entries', () => file('bomb/entries.zip', zip({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' })), { entries: 2 }],
    [
      'most-depth',
      () => file('bomb/deep.zip', zip({ ...before, 'b.zip': zip({ 'c.zip': zip({ 'd.txt': said('deep') }) }) })),
      { depth: 2 },
    ],
  ])('--%s', async (flag, path, limits) => {
    const { ledger, told, words } = await run([path()], limits);
    expect(ledger.skipped).toMatchObject({ READOUT_UNPACK_LIMIT: 1 });
    expect(told.join()).not.toContain('Unexpected');
    expect(words.join()).not.toContain('deep');
    if (flag !== 'most-ratio' && flag !== 'most-entries') expect(words).toContain('“before”');
  });
});
