import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { fakeReading } from '../archive/fake-reading.ts';
import { main, readout } from '../cli/readout.ts';

// Through the front door: the built command, a real socket, real pipes.

const text = 'Petrov said “We are ready”. Petrov accused Smirnov.';
let folder: string;
let archive: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-door-'));
  archive = join(folder, 'news.db');
  const open = await openArchive(archive, { create: true });
  await open.put({ uri: 'a.txt', original: new TextEncoder().encode(text) }, [fakeReading({ text, published: '2023-09-13' })], true);
  await open.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  const [line] = await once(createInterface(child.stdout), 'line');
  return String(line);
}

test('serve: its address is the first line, it serves, refuses a second on its port, and stops gracefully', async () => {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--archive', archive, '--workers', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const address = await firstLine(child);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  const found = (await (await fetch(`${address}/api/search?speaker=Petrov`)).json()) as { items: { words: string }[] };
  expect(found.items.map(({ words }) => words)).toEqual(['“We are ready”']);
  const other = await readout(['serve', '--port', new URL(address).port, '--archive', archive]);
  expect([other.code, other.stderr]).toEqual([3, expect.stringContaining('READOUT_SERVE_ADDRESS')]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 120_000);

test('serve: another host than this machine’s own is refused without a token', async () => {
  const { code, stderr, stdout } = await readout(['serve', '--host', '0.0.0.0', '--port', '0', '--archive', archive], '', {
    READOUT_TOKEN: '',
  });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('no token is set. [READOUT_USAGE]');
}, 120_000);

test('mcp: an assistant searches, shows and verifies; each answer stands on slices', async () => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [main, 'mcp', '--archive', archive] }));
  try {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['read', 'search', 'show', 'verify']);
    // biome-ignore lint/suspicious/noExplicitAny: what an assistant reads is unknown, and the test looks into it freely
    const call = async (name: string, args: Record<string, unknown>): Promise<any> => client.callTool({ name, arguments: args });
    const found = (await call('search', { speaker: 'Petrov', record: 'quotation' })).structuredContent;
    const [record] = found.records;
    expect(record.slices.map(({ of, words }: { of: string; words: string }) => [of, words])).toEqual([
      ['mention', 'Petrov'],
      ['content', '“We are ready”'],
      ['cue', 'said'],
      ['source', 'Petrov'],
    ]);
    for (const { start, end, words } of record.slices) expect(text.slice(start, end)).toBe(words);
    const shown = (await call('show', { id: record.id, text: true })).structuredContent;
    expect(shown).toMatchObject({ records: [{ id: record.id }], text });
    expect((await call('verify', { id: record.id, words: 'We are ready' })).structuredContent).toMatchObject({ holds: true, faults: [] });
    const lie = (await call('verify', { id: record.id, words: 'We are not ready' })).structuredContent;
    expect(lie.holds).toBe(false);
    const lost = await call('show', { id: 'ffffffff' });
    expect([lost.isError, JSON.parse(lost.content[0].text).code]).toEqual([true, 'READOUT_RECORD_NOT_FOUND']);
    const read = (await call('read', { text: '“We are ready to talk,” minister Ivan Petrov said on Monday.' })).structuredContent;
    expect(read.records[0].what.speakers).toEqual(['Ivan Petrov']);
    expect(read.records[0].slices).toContainEqual(expect.objectContaining({ of: 'cue', words: 'said' }));
  } finally {
    await client.close();
  }
}, 120_000);
