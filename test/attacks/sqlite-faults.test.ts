import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { ReadoutError } from '../../src/error.ts';

// A full disk is a limit on the size of a file (ulimit -f), which SQLite is told of in the same way. Needs a shell, as every Unix has; and dist/, which npm test builds.
const folder = mkdtempSync(join(tmpdir(), 'readout-faults-'));
const child = join(import.meta.dirname, '../archive/child.mjs');
const articles = join(folder, 'articles.jsonl');
const LINES = 120;

beforeAll(() => {
  const lines = Array.from({ length: LINES }, (_, i) =>
    JSON.stringify({
      id: `a${i}`,
      text: `Petrov said “${`word${i} `.repeat(60).trim()}”. Smirnov said “no ${i}”.`,
      title: `Title ${i}`,
      published: '2020-01-15',
    }),
  );
  writeFileSync(articles, `${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ingests in a process of its own. @param blocks the most blocks of 512 or 1,024 bytes that a file may have @param uid whose process it is */
function ingest(file: string, { blocks, uid }: { readonly blocks?: number; readonly uid?: number } = {}) {
  const limit = blocks === undefined ? '' : `ulimit -f ${blocks}; `;
  const { status, stderr } = spawnSync('/bin/sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, child, file, articles], {
    encoding: 'utf8',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return { status, stderr };
}

/** The code of the error with which a process ended, as Node prints it. */
const codeIn = (stderr: string): string => /code: '(READOUT_\w+)'/u.exec(stderr)?.[1] ?? `none in: ${stderr}`;

async function dumpOf(file: string): Promise<string> {
  const archive = await openArchive(file, { create: false });
  try {
    expect((await archive.doctor({ repair: false })).findings).toEqual([]);
    let dump = '';
    for await (const part of archive.dump()) dump += JSON.stringify(part);
    return dump;
  } finally {
    await archive.close();
  }
}

let peace: Promise<string> | undefined;
/** What the archive is when nothing goes wrong. */
const inPeace = (): Promise<string> => {
  peace ??= (async () => {
    const file = join(folder, 'peace.db');
    expect(ingest(file).status).toBe(0);
    return dumpOf(file);
  })();
  return peace;
};

test('a full disk is told with a code; what was kept is whole, and a second run brings the rest', async () => {
  const file = join(folder, 'full.db');
  const { status, stderr } = ingest(file, { blocks: 700 });
  expect(status).not.toBe(0);
  expect(codeIn(stderr)).toBe('READOUT_OUTPUT_FAILED');
  // What is there can be opened and looked through, though there is still no room.
  expect(await dumpOf(file)).not.toBe(await inPeace());
  expect(ingest(file).status).toBe(0);
  expect(await dumpOf(file)).toBe(await inPeace());
}, 120_000);

// Root may write anywhere, so the process is nobody's.
const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
test('a file and a folder that may not be written are told with a code, and left as they are', async () => {
  await inPeace();
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  const file = join(closed, 'archive.db');
  copyFileSync(join(folder, 'peace.db'), file);
  for (const path of [folder, articles]) chmodSync(path, 0o755);
  chmodSync(file, 0o444);
  chmodSync(closed, 0o555);
  const before = readFileSync(file);
  const { status, stderr } = ingest(file, nobody);
  chmodSync(closed, 0o755);
  expect(status).not.toBe(0);
  expect(codeIn(stderr)).toBe('READOUT_ARCHIVE_UNREACHABLE');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(await dumpOf(file)).toBe(await inPeace());
}, 120_000);

/** An archive whose last articles stand in the log beside it (-wal), as after a kill. */
async function withLog(name: string): Promise<string> {
  const from = join(folder, 'writing.db');
  if (!existsSync(from)) {
    expect(ingest(from).status).toBe(0);
    // A reader keeps SQLite from folding the log into the file.
    const held = new Database(from, { readonly: true });
    held.exec('begin');
    held.prepare('select count(*) from sqlite_master').get();
    const more = join(folder, 'more.jsonl');
    writeFileSync(
      more,
      `${Array.from({ length: 10 }, (_, i) => JSON.stringify({ id: `m${i}`, text: `Ivanov said “more ${i}”.` })).join('\n')}\n`,
    );
    const { status } = spawnSync(process.execPath, [child, from, more]);
    expect(status).toBe(0);
    for (const end of ['', '-wal']) copyFileSync(`${from}${end}`, join(folder, `log.db${end}`));
    held.close();
  }
  const file = join(folder, name);
  for (const end of ['', '-wal']) copyFileSync(join(folder, `log.db${end}`), `${file}${end}`);
  return file;
}

test.each([0.1, 0.35, 0.5, 0.77, 0.99])(
  'a log that was torn at %d of its length costs the last articles and no more',
  async (share) => {
    const file = await withLog(`torn-${share}.db`);
    const log = `${file}-wal`;
    const { length } = readFileSync(log);
    expect(length).toBeGreaterThan(10_000);
    truncateSync(log, Math.floor(length * share));
    const dump = await dumpOf(file);
    expect(dump).toContain('Title 0');
    expect(dump).toContain(`Title ${LINES - 1}`);
  },
  120_000,
);

/** What is told of a damaged file: the code with which it is refused, else the checks that find something. */
async function toldOf(file: string): Promise<string | string[]> {
  try {
    const archive = await openArchive(file, { create: false });
    try {
      return (await archive.doctor({ repair: false })).findings.map(({ check }) => check);
    } finally {
      await archive.close();
    }
  } catch (error) {
    // Whatever else is thrown is a fault of ours, and told as such by no code.
    if (error instanceof ReadoutError) return error.code;
    throw error;
  }
}

test('a page that was half written is told, never taken for an article', async () => {
  await inPeace();
  const file = join(folder, 'half.db');
  const bytes = readFileSync(join(folder, 'peace.db'));
  // The middle of the file, from the middle of a page on for one page: as power that fails leaves it.
  const at = Math.floor(bytes.length / 2 / 4096) * 4096 + 2048;
  bytes.fill(0, at, at + 2048);
  writeFileSync(file, bytes);
  // Which page it is, and so who tells, depends on how the articles came to lie.
  const told = await toldOf(file);
  expect(told === 'READOUT_ARCHIVE_DAMAGED' || (Array.isArray(told) && told.length > 0), String(told)).toBe(true);
}, 120_000);

test('a file that was cut short is told', async () => {
  await inPeace();
  const file = join(folder, 'cut.db');
  copyFileSync(join(folder, 'peace.db'), file);
  truncateSync(file, Math.floor(readFileSync(file).length / 2));
  expect(await toldOf(file)).toBe('READOUT_ARCHIVE_DAMAGED');
}, 120_000);
