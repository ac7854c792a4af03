import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addsUp } from '../../src/archive/ledger.ts';
import { openArchive } from '../../src/archive/open.ts';
import { openFetcher } from '../../src/fetch/fetcher.ts';
import { usualLimits } from '../../src/ingest/limits.ts';
import { ingest } from '../../src/ingest/run.ts';
import { sourcesOf } from '../../src/ingest/sources.ts';
import { tasksOf } from '../../src/ingest/tasks.ts';
import { type Web, web } from '../support/web.ts';
import { atom, jsonFeed, opml, page, read, rss, said } from './own.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-web-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let site: Web;
beforeEach(async () => void (site = await web()));
afterEach(() => site.close());

const sends =
  (body: string | Uint8Array, type: string): Web['routes'][string] =>
  (_, response) =>
    void response.writeHead(200, { 'Content-Type': type }).end(body);

let number = 0;
/** Ingests sources, of which those that begin with `/` and are no file are paths of the site. */
async function run(...given: readonly string[]) {
  const follow = given.includes('--follow');
  const names = given.filter((name) => name !== '--follow');
  const file = join(folder, `${number++}.db`);
  const archive = await openArchive(file, { create: true });
  const sources = [];
  for await (const source of sourcesOf(
    names.map((name) => (name.startsWith('/') && !name.startsWith(folder) ? site.at + name : name)),
    file,
  ))
    sources.push(source);
  const { fetch } = openFetcher({ allowHosts: [`127.0.0.1:${site.port}`] });
  const get = (address: string) => fetch(address);
  const tasks = tasksOf(sources, get, usualLimits, () => undefined, follow ? get : null);
  const told: string[] = [];
  const watcher = {
    step: () => undefined,
    problem: ({ error }: { error: { code: string; input: { uri: string | null } } }) => void told.push(`${error.code} ${error.input.uri}`),
  };
  const ledger = await ingest(archive, tasks, read, { tasks: 4, bytes: 1e6 }, watcher);
  const { items } = await archive.find({ limit: 1000 });
  await archive.close();
  expect(addsUp(ledger)).toBe(true);
  return { ledger, told, items, words: items.map(({ words }) => /“(.*?)”/u.exec(words)?.[1]).sort() };
}

describe('what an address gives', () => {
  test('a page, with the address it was found at and the character set that it came with', async () => {
    site.routes['/old'] = (_, response) => response.writeHead(301, { Location: '/über/talks.html' }).end();
    site.routes['/%C3%BCber/talks.html'] = sends(
      Buffer.from(page('we caf\u00e9').replace(/[“”]/gu, '"').replace('"we', '\x93we').replace('caf\u00e9"', 'caf\u00e9\x94'), 'latin1'),
      'text/html; charset=windows-1252',
    );
    const { items, words, told } = await run('/old');
    expect(told).toEqual([]);
    expect(words).toEqual(['we café']);
    expect(items[0]?.document).toMatchObject({ url: `${site.at}/%C3%BCber/talks.html`, title: 'The talks of the capital' });
  });

  test('a plain text, JSON lines, each packed or not', async () => {
    site.routes['/text'] = sends(said('one'), 'text/plain; charset=utf-8');
    site.routes['/lines'] = sends(
      ['two', 'three'].map((what) => JSON.stringify({ id: what, text: said(what) })).join('\n'),
      'application/x-ndjson',
    );
    site.routes['/lines.jsonl.gz'] = sends(gzipSync(JSON.stringify({ id: 'four', text: said('four') })), 'application/gzip');
    site.routes['/text.txt.gz?x=1'] = sends(gzipSync(said('five')), 'application/octet-stream');
    const { words, told } = await run('/text', '/lines', '/lines.jsonl.gz', '/text.txt.gz?x=1');
    expect(told).toEqual([]);
    expect(words).toEqual(['five', 'four', 'one', 'three', 'two']);
  });

  test('feeds of every kind', async () => {
    site.routes['/rss'] = sends(rss(site.at, 'one', 'two'), 'application/rss+xml');
    site.routes['/atom'] = sends(atom(site.at, 'three'), 'application/octet-stream');
    site.routes['/json'] = sends(jsonFeed(site.at, 'four'), 'application/feed+json');
    const { items, words, told } = await run('/rss', '/atom', '/json');
    expect(told).toEqual([]);
    expect(words).toEqual(['four', 'one', 'three', 'two']);
    expect(items.map(({ document }) => document.outlet).sort()).toEqual(['Atom News', 'JSON News', 'Own News', 'Own News']);
    expect(items.find(({ words }) => words.includes('two'))?.document.url).toBe(`${site.at}/two`);
  });

  test('with --follow the items of feeds from their pages, each asked for once; without a page, as the feed has them', async () => {
    const whole = (what: string) => page(`${what} whole`);
    site.routes['/rss'] = sends(rss(site.at, 'one', 'two', 'gone', 'inside'), 'application/rss+xml');
    for (const name of ['one', 'two']) site.routes[`/${name}`] = sends(whole(name), 'text/html; charset=utf-8');
    // Where a feed leads is asked for as any address is: not on, to what nobody has allowed.
    site.routes['/inside'] = (_, response) => response.writeHead(302, { Location: `http://localhost:${site.port}/secret` }).end();
    const { ledger, told, words, items } = await run('--follow', '/rss');
    expect(words).toEqual(['gone', 'inside', 'one whole', 'two whole']);
    expect(told).toEqual([`READOUT_FETCH_STATUS ${site.at}/gone`, `READOUT_FETCH_REFUSED ${site.at}/inside`]);
    expect(ledger).toMatchObject({ offered: 6, read: 4 });
    expect(site.asked.filter((path) => path !== '/robots.txt').sort()).toEqual(['/gone', '/inside', '/one', '/rss', '/two']);
    expect(site.most()).toBe(1);
    expect(items.find(({ words }) => words.includes('one whole'))?.document.url).toBe(`${site.at}/one`);
    // A feed in a file too, since a person has asked for it; links of a page that a feed leads to are left alone.
    const saved = join(folder, 'saved.xml');
    writeFileSync(saved, rss(site.at, 'one'));
    expect((await run('--follow', saved)).words).toEqual(['one whole']);
    expect((await run(saved)).words).toEqual(['one']);
  });

  test('what cannot be read is told in its place, and the rest is read', async () => {
    site.routes['/image'] = sends(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'image/png');
    site.routes['/empty'] = sends('', 'text/html');
    site.routes['/good'] = page('one');
    site.routes['/away'] = (_, response) => response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    const { ledger, told, words } = await run('/image', '/empty', '/none', '/good', '/away', 'ftp://x.example/', 'http://10.0.0.1/');
    expect(words).toEqual(['one']);
    expect(told).toEqual([
      `READOUT_INPUT_BINARY ${site.at}/image`,
      `READOUT_INPUT_EMPTY ${site.at}/empty`,
      `READOUT_FETCH_STATUS ${site.at}/none`,
      `READOUT_FETCH_REFUSED ${site.at}/away`,
      'READOUT_FETCH_ADDRESS ftp://x.example/',
      'READOUT_FETCH_REFUSED http://10.0.0.1/',
    ]);
    expect(ledger).toMatchObject({ offered: 7, read: 1 });
  });

  test('the same again is unchanged; the same elsewhere is a duplicate', async () => {
    site.routes['/a'] = page('one');
    site.routes['/b'] = page('one');
    expect((await run('/a', '/a', '/b')).ledger).toMatchObject({ offered: 3, read: 1, duplicate: 2 });
  });
});

describe('lists of feeds', () => {
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };

  test('a file and an address that list feeds stand for them, in their order, each once', async () => {
    for (const name of ['one', 'two', 'three', 'four', 'five', 'six'])
      site.routes[`/${name}?a=1&b=2`] = sends(rss(`${site.at}/${name}`, name), 'text/xml');
    const of = (...names: string[]) => opml(...names.map((name) => `${site.at}/${name}?a=1&b=2`));
    site.routes['/list'] = sends(of('four', 'five', 'six'), 'text/x-opml');
    const { words, told } = await run(file('mine.opml', of('one', 'two', 'one', 'three', 'none')), '/list');
    expect(words).toEqual(['five', 'four', 'one', 'six', 'three', 'two']);
    expect(told).toEqual([`READOUT_FETCH_STATUS ${site.at}/none?a=1&b=2`]);
    expect(site.most()).toBe(1);
  });

  test('a list in a folder or in a list asks nobody anything, and is told', async () => {
    site.routes['/secret'] = sends(rss(site.at, 'secret'), 'text/xml');
    site.routes['/inner'] = sends(opml(`${site.at}/secret`), 'text/x-opml');
    file('folder/list.opml', opml(`${site.at}/secret`));
    file('folder/a.txt', said('one'));
    const { words, told } = await run(join(folder, 'folder'), file('outer.opml', opml(`${site.at}/inner`)));
    expect(words).toEqual(['one']);
    expect(told).toEqual([`READOUT_FORMAT_UNSUPPORTED ${join(folder, 'folder/list.opml')}`, `READOUT_FORMAT_UNSUPPORTED ${site.at}/inner`]);
    expect(site.asked).not.toContain('/secret');
  });

  test.each([
    ['an empty list', '<opml version="2.0"><head/><body><outline text="News"/></body></opml>', 'READOUT_INPUT_EMPTY'],
    [
      'a list that declares entities',
      '<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml version="2.0"><body><outline xmlUrl="&b;"/></body></opml>',
      'READOUT_FORMAT_UNSUPPORTED',
    ],
    [
      'a list that reads a file',
      '<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml version="2.0"><body><outline xmlUrl="x"/></body></opml>',
      'READOUT_FORMAT_UNSUPPORTED',
    ],
    ['a broken list', '<opml><outline', 'READOUT_FORMAT_UNSUPPORTED'],
    ['a list of what is no address', '<opml version="2.0"><body><outline xmlUrl="news"/></body></opml>', 'READOUT_FETCH_ADDRESS'],
  ])('%s is told', async (name, content, code) => {
    site.routes['/list'] = sends(content, 'text/x-opml');
    const { told } = await run('/list', file(`${name}.opml`, content));
    expect(told.map((one) => one.split(' ')[0])).toEqual([code, code]);
  });

  test('a list that is very deep is told or read, and ends nothing', async () => {
    const deep = `<opml version="2.0"><body>${'<outline text="x">'.repeat(50_000)}<outline xmlUrl="${site.at}/one"/>${'</outline>'.repeat(50_000)}</body></opml>`;
    const { ledger } = await run(file('deep.opml', deep), file('folder/b.txt', said('two')));
    expect(ledger).toMatchObject({ offered: 2, read: 1 });
  });
});
