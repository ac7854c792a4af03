import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../document/document.ts';
import { decode } from './charset.ts';
import { readHtml } from './html.ts';
import { decodeReference } from './parser.ts';

/** What is wrong with a document's map into its source; empty when every character is accounted for. */
function originFaults(document: Document, source: string): string[] {
  const faults: string[] = [];
  const runs = document.origin ?? [];
  const between = (start: number, end: number): void => {
    if (/\S/u.test(document.text.slice(start, end)))
      faults.push(`no place for ${JSON.stringify(document.text.slice(start, end))} at ${start}`);
  };
  let at = 0;
  for (const run of runs) {
    if (run.text < at || run.length < 1) faults.push(`run at ${run.text} out of order`);
    between(at, run.text);
    at = run.text + run.length;
    const mine = document.text.slice(run.text, at);
    const raw = source.slice(run.source, run.sourceEnd);
    if (run.verbatim) {
      if (mine !== raw) faults.push(`verbatim ${JSON.stringify(mine)} is ${JSON.stringify(raw)}`);
    } else {
      const decoded = raw.replace(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?/giu, decodeReference);
      if (decoded.replace(/\s+/gu, ' ') !== mine) faults.push(`${JSON.stringify(mine)} is not ${JSON.stringify(raw)}`);
    }
  }
  between(at, document.text.length);
  return faults;
}

const input = { id: null, uri: null, record: null };
const pages = join(import.meta.dirname, '../../../shared/data/pages');
const there = existsSync(pages);
if (!there) console.info('skipped: ../shared/data/pages is not there, so the origin map is proved on made-up pages only');

function check(bytes: Uint8Array): string[] {
  const source = decode(bytes).text;
  const document = readHtml(source, input);
  expect(document.origin?.length).toBeGreaterThan(0);
  return originFaults(document, source);
}

describe.skipIf(!there)('the map from text to source, on every saved page', () => {
  const folders = there ? readdirSync(join(pages, 'readability')) : [];
  it.each(folders)('readability/%s', (name) => expect(check(readFileSync(join(pages, 'readability', name, 'source.html')))).toEqual([]));

  const fundus = there
    ? readdirSync(join(pages, 'fundus')).flatMap((c) =>
        readdirSync(join(pages, 'fundus', c))
          .filter((f) => f.endsWith('.gz'))
          .map((f) => `${c}/${f}`),
      )
    : [];
  it.each(fundus)('fundus/%s', (name) => expect(check(gunzipSync(readFileSync(join(pages, 'fundus', name))))).toEqual([]));

  it('a hundred press releases', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-pages-'));
    try {
      execFileSync('tar', ['xJf', join(pages, 'doj-press-releases.tar.xz'), '-C', folder]);
      const names = readdirSync(join(folder, 'doj')).sort();
      for (const name of names.filter((_, i) => i % Math.ceil(names.length / 100) === 0)) {
        expect({ name, faults: check(readFileSync(join(folder, 'doj', name))) }).toEqual({ name, faults: [] });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

describe('the map from text to source, on made-up pages', () => {
  const bits = [
    'a',
    ' ',
    '\n',
    '\r\n',
    '&amp;',
    '&ampx',
    '&',
    '&nope;',
    '&nbsp;',
    '&#8217;',
    '&#x1F600;',
    '&#147',
    '&notit;',
    '“Ja”',
    '😀',
    '\u00ad',
    '\0',
    '</x>',
    '<b>',
    '</b>',
    '<br>',
    '<br/><br>',
    '<!-- c -->',
    '<p>',
    '</p>',
    '<li>',
    '<pre>\n',
    '<table>t',
    '<td>',
    '</table>',
    '<i',
    '>',
    "<a href='x'>",
    '</a>',
    '<h2>',
    '</h2>',
  ];
  it('accounts for every character of any soup of tags and references', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (soup) => {
        const source = `<p>He said so on Monday, and nobody in the room disagreed with him.</p><div>${soup.join('')}</div>`;
        expect(originFaults(readHtml(source, input), source)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it('the check itself sees a shifted, a missing and a wrong place', () => {
  const source = '<p>He said &ldquo;no&rdquo; twice.</p>';
  const document = readHtml(source, input);
  const [first, ...rest] = document.origin ?? [];
  if (!first) throw new Error('no run');
  expect(
    originFaults({ ...document, origin: [{ ...first, source: first.source + 1, sourceEnd: first.sourceEnd + 1 }, ...rest] }, source),
  ).not.toEqual([]);
  expect(originFaults({ ...document, origin: rest }, source)).not.toEqual([]);
  expect(originFaults({ ...document, text: document.text.replace('“', '”') }, source)).not.toEqual([]);
});
