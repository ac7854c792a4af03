import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lines, readout, toJsonl } from './readout.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-offline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hook = new URL('network-watch.cjs', import.meta.url).pathname;
/** Runs a command that must not reach the network. @returns how it ended, and every try to reach it */
async function watched(name: string, args: readonly string[]) {
  const tries = join(folder, `${name}.tries`);
  const ran = await readout(args, '', { NODE_OPTIONS: `--require ${hook}`, NETWORK_TRIES: tries });
  return { ...ran, tries: existsSync(tries) ? readFileSync(tries, 'utf8') : '' };
}
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const at = 'http://news.example';
const words =
  'The minister of the country said on Tuesday “we will not go there” to the people who had come together in the square of the capital.';
const page = `<!DOCTYPE html SYSTEM "${at}/page.dtd"><html><head><base href="${at}/"><link rel="canonical" href="${at}/1"><link rel="stylesheet" href="${at}/a.css">
<meta http-equiv="refresh" content="0; url=${at}/2"><script src="${at}/a.js"></script><title>A page</title></head>
<body><article><img src="${at}/a.png"><iframe src="${at}/frame"></iframe><p>${words}</p><p>${words} <a href="${at}/3">More</a></p></article></body></html>`;

test('reading asks nobody anything, whatever an input links to or declares', async () => {
  const inputs = [
    file('page.html', page),
    file(
      'feed.xml',
      `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "${at}/rss.dtd"><rss version="2.0"><channel><title>News</title><item><title>One</title><link>${at}/item</link><description>${words}</description></item></channel></rss>`,
    ),
    file(
      'entity.xml',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "${at}/entity">]><rss version="2.0"><channel><item><description>${words} &x;</description></item></channel></rss>`,
    ),
    file(
      'lines.jsonl',
      toJsonl([
        { id: 1, url: `${at}/line`, text: words },
        { id: 2, url: `${at}/html`, html: page },
      ]),
    ),
  ];
  const { stdout, tries } = await watched('read', ['read', '--to', 'jsonl', '--workers', '2', ...inputs]);
  expect(lines(stdout).filter(({ quotations }) => quotations?.length > 0).length).toBeGreaterThanOrEqual(4);
  expect(tries).toBe('');
  // An address is no file, and is not gone after.
  const address = await watched('address', ['read', `${at}/1`]);
  expect(address).toMatchObject({ code: 1, tries: '' });
});

test('such a try would have been seen: the one command that may ask is', async () => {
  const { code, tries } = await watched('ingest', ['ingest', '--archive', join(folder, 'a.db'), '--workers', '1', `${at}/1`]);
  expect(code).toBe(1);
  expect(tries).toMatch(/^(?:lookup|connect) .*news\.example/u);
});

// Left alone, onnxruntime 1.30 keeps an id of the device under ~/.cache/Microsoft and reports what it is used for.
test('the library of the network keeps no id of this device', async () => {
  for (const workers of ['1', '2']) {
    const home = join(folder, `home-${workers}`);
    mkdirSync(home);
    const { stdout } = await readout(['read', '--to', 'jsonl', '--workers', workers, file('a.txt', words), file('b.txt', words)], '', {
      HOME: home,
      XDG_CACHE_HOME: '',
      ORT_DISABLE_TELEMETRY: '',
    });
    expect(lines(stdout)).toHaveLength(2);
    expect(readdirSync(home)).toEqual([]);
  }
});
