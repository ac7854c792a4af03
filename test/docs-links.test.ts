import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const pages = [...readdirSync(root), ...under('docs'), 'models/README.md', 'examples/README.md'].filter((name) => name.endsWith('.md'));
const text = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Links of a page that lead to files, without what stands in code. */
const linksOf = (page: string): string[] =>
  [
    ...text(page)
      .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
      .matchAll(/\]\(([^()\s]+)\)/g),
  ]
    .map(([, link]) => link as string)
    .filter((link) => !/^(?:https?:|#)/.test(link));

test('every link in the docs leads to a file', () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
  expect(links.length).toBeGreaterThan(60);
  const dead = links.filter(({ page, link }) => !existsSync(join(root, dirname(page), link.replace(/#.*$/, ''))));
  expect(dead).toEqual([]);
});

test('every page of docs/ stands in its index, every decision in its own, under a number of its own', () => {
  const index = linksOf('docs/README.md').map((link) => join('docs', link));
  for (const page of pages.filter((name) => /^docs\/(?:guide\/)?[^/]+$/.test(name) && name !== 'docs/README.md'))
    expect(index).toContain(page);
  const decisions = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');
  expect([...linksOf('docs/decisions/README.md')].sort()).toEqual([...decisions].sort());
  expect(new Set(decisions.map((name) => name.slice(0, 3))).size).toBe(decisions.length);
});

test('every test file that SECURITY.md names is there', () => {
  const named = [...text('SECURITY.md').matchAll(/`((?:src|test)\/[\w/-]+\.test\.ts)`/g)].map(([, file]) => file as string);
  expect(named.length).toBeGreaterThan(40);
  for (const file of named) expect(existsSync(join(root, file)), file).toBe(true);
});
