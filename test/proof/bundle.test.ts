import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import { checkBundle } from '../../src/proof/check.ts';
import { isBundle } from '../../src/proof/names.ts';
import { directoryLine, type Entry, endOf, localHead } from '../../src/zip/layout.ts';
import { ZipReader } from '../../src/zip/reader.ts';
import { ZipWriter } from '../../src/zip/writer.ts';
import { bundled, failuresOf, opened, sampleArchive } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-bundle-'));
let archive: Archive;
let whole: Buffer;
beforeAll(async () => {
  archive = await sampleArchive(folder, 'one');
  whole = await bundled(archive);
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Unpacked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function unpack(zip: Uint8Array): Promise<Unpacked[]> {
  const reader = await ZipReader.open(opened(zip), 'x.zip');
  expect(reader.faults).toEqual([]);
  return Promise.all(
    reader.entries.map(async (entry) => ({ name: entry.name, bytes: (await reader.read(entry)).bytes ?? new Uint8Array() })),
  );
}

function pack(parts: readonly Unpacked[]): Buffer {
  const writer = new ZipWriter();
  const chunks = parts.flatMap(({ name, bytes }) => [...writer.add(name, bytes).chunks]);
  return Buffer.concat([...chunks, ...writer.end()]);
}

describe('a bundle', () => {
  test('holds, with pages, documents, and the places of all but a feed’s items', async () => {
    const { counts, engines, parts, failures } = await checkBundle(opened(whole), 'x.zip');
    expect(failures).toEqual([]);
    expect(counts).toEqual({ documents: 6, pages: 6, readings: 6, slices: expect.any(Number), mapped: 4, corrections: 0 });
    expect(counts.slices).toBeGreaterThan(30);
    expect(engines).toEqual([{ version: '0.0.1', model: `sha256:${'0'.repeat(64)}` }]);
    expect(parts).toBe(3 * 6 + 3);
    expect(isBundle(whole)).toBe(true);
  });

  test('of the same archive, built in another order, is the same to the byte', async () => {
    expect(await bundled(archive)).toEqual(whole);
    const other = await sampleArchive(folder, 'other');
    expect(await bundled(other)).toEqual(whole);
    await other.close();
  });

  test('of one document has only that, and holds', async () => {
    const [first] = (await unpack(whole)).filter(({ name }) => name.includes('/documents/'));
    const { document } = JSON.parse(new TextDecoder().decode(first?.bytes));
    const { counts, failures } = await checkBundle(opened(await bundled(archive, new Set([document]))), 'x.zip');
    expect(failures).toEqual([]);
    expect(counts.documents).toBe(1);
  });

  test('of nothing is told', async () => {
    await expect(bundled(archive, new Set(['x']))).rejects.toMatchObject({ code: 'READOUT_RECORD_NOT_FOUND' });
  });

  test.skipIf(spawnSync('python3', ['--version']).error)(
    'is a zip file to others, and its README’s own ways to check it work (needs Python)',
    () => {
      const file = join(folder, 'x.zip');
      writeFileSync(file, whole);
      const script = `
import glob, hashlib, json, os, sys, zipfile
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2]); os.chdir(sys.argv[2] + "/readout-bundle")
for line in open("SHA256SUMS"): h, n = line.rstrip("\\n").split("  "); assert hashlib.sha256(open(n, "rb").read()).hexdigest() == h, n
readme = open("README.md", encoding="utf-8").read()
exec("\\n".join(l[4:] for l in readme.split("says:\\n\\n")[1].split("\\n\\nA bundle")[0].split("\\n")))
print(len(glob.glob("evidence/*")))`;
      const ran = spawnSync('python3', ['-c', script, file, join(folder, 'out')], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toBe('6\n');
    },
  );
});

describe('tampering is told by name', () => {
  test('any byte', async () => {
    const places = Array.from({ length: 160 }, (_, i) => Math.floor((i * whole.length) / 160));
    for (const at of places) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      const failures = await failuresOf(altered);
      expect(failures, `byte ${at}`).not.toEqual([]);
      for (const { part, fault } of failures) expect(`${part}${fault}`.length).toBeGreaterThan(8);
    }
  });

  test('a cut, or something added, at either end', async () => {
    for (const altered of [
      whole.subarray(0, -1),
      whole.subarray(0, whole.length / 2),
      whole.subarray(1),
      Buffer.alloc(0),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.concat([Buffer.from('x'), whole]),
    ])
      expect(await failuresOf(altered)).not.toEqual([]);
  });

  const alter = async (name: RegExp, change: (text: string) => string): Promise<string[]> => {
    let done = false;
    const parts = (await unpack(whole)).map((part) => {
      if (done || !name.test(part.name)) return part;
      const text = new TextDecoder().decode(part.bytes);
      const bytes = new TextEncoder().encode(change(text));
      done = change(text) !== text;
      return done ? { ...part, bytes } : part;
    });
    expect(done).toBe(true);
    return (await failuresOf(pack(parts))).map(({ part, fault }) => `${part}: ${fault}`);
  };

  // Packed anew, so that only what was altered is wrong.
  test.each<[string, RegExp, (text: string) => string, RegExp]>([
    ['a page', /pages/, (text) => text.replace('ministers', 'Ministers'), /^pages\/\w+: is not what the manifest has the hash of$/],
    [
      'a page, by its own name',
      /pages/,
      (text) => text.replace('ministers', 'Ministers'),
      /^pages\/\w+: its bytes are not those of its name$/,
    ],
    [
      'words in the text',
      /documents/,
      (text) => text.replace('we are ready', 'we are reedy'),
      /^documents\/\w+\.json: readings\[0\]: its text is not that of its hash$/,
    ],
    [
      'a speaker',
      /documents/,
      (text) => text.replace('"speaker":"a1"', '"speaker":"a2"'),
      /^documents\/\w+\.json: readings\[0\]\.quotations\[0\]/,
    ],
    [
      'an offset in a reading',
      /documents/,
      (text) => text.replace(/"cue":\{"start":(\d+)/, (_, n) => `"cue":{"start":${n - 1}`),
      /^evidence\/\w+\.json: readings\[0\]\.quotations\[0\]\.cue/,
    ],
    [
      'words in the evidence',
      /evidence/,
      (text) => text.replace('“we are ready”', '“we are reedy”'),
      /^evidence\/\w+\.json: readings\[0\]\.quotations\[0\]\.content\[0\]: was "“we are reedy”", the text has "“we are ready”"$/,
    ],
    [
      'a place in the page',
      /evidence/,
      (text) => text.replace(/"places":\[\[0,(\d+),(\d+),(\d+),1\]/, (_, n, from, to) => `"places":[[0,${n},${from - -1},${to - -1},1]`),
      /^evidence\/\w+\.json: page sha256:\w+: \[0, \d+\) is not what the page has at/,
    ],
    [
      'a count',
      /manifest/,
      (text) => text.replace('"documents": 6', '"documents": 5'),
      /^manifest\.json: tells of 5 documents and there are 6$/,
    ],
    [
      'an engine',
      /manifest/,
      (text) => text.replace('"version": "0.0.1"', '"version": "0.0.2"'),
      /^manifest\.json: names other engines than the readings$/,
    ],
    [
      'the version that made it',
      /manifest/,
      (text) => text.replace(/"readout": "\d/, '"readout": "9'),
      /^SHA256SUMS: differs from the manifest, first in line 20: manifest\.json$/,
    ],
    ['a hash', /SHA256SUMS/, (text) => text.replace(/^\w/, 'x'), /^SHA256SUMS: differs from the manifest, first in line 1: README\.md$/],
    ['the README', /README/, (text) => text.replace('A bundle', 'A bungle'), /^README\.md: is not what the manifest has the hash of$/],
  ])('%s', async (_, name, change, wanted) => {
    expect(await alter(name, change)).toContainEqual(expect.stringMatching(wanted));
  });

  test('a part that is missing, or too much', async () => {
    const parts = await unpack(whole);
    for (const { name } of parts) {
      const told = await failuresOf(pack(parts.filter((part) => part.name !== name)));
      expect(
        told.map(({ part }) => `readout-bundle/${part}`),
        name,
      ).toContain(name);
    }
    const more = await failuresOf(pack([...parts, { name: 'readout-bundle/extra', bytes: new Uint8Array(3) }]));
    expect(more).toContainEqual({ part: 'extra', fault: 'is not in the manifest' });
  });

  test('one stretch named many times is not unpacked many times', async () => {
    const head = 30 + 'readout-bundle/pages/x'.length;
    const entry = { name: 'readout-bundle/pages/x', deflated: true, crc: 0, packed: 1_000_000, size: 1_000_000_000, offset: 0 };
    const bomb = deflateRawSync(Buffer.alloc(1_000_000_000 / 10)).subarray(0);
    const entries = Array.from({ length: 2000 }, () => ({ ...entry, packed: bomb.length }));
    const directory = Buffer.concat(entries.map(directoryLine));
    const end = endOf(entries.length, { offset: head + bomb.length, size: directory.length });
    const zip = Buffer.concat([localHead(entries[0] as Entry), bomb, directory, end]);
    const start = performance.now();
    expect((await failuresOf(zip)).length).toBeGreaterThan(1999);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  test('another zip file is no bundle', async () => {
    expect(await failuresOf(pack([{ name: 'a.txt', bytes: new Uint8Array(9) }]))).toEqual([
      { part: 'thrown', fault: 'READOUT_BUNDLE_DAMAGED' },
    ]);
    expect(await failuresOf(Buffer.from('no zip at all'))).toEqual([{ part: 'thrown', fault: 'READOUT_BUNDLE_DAMAGED' }]);
  });
});
