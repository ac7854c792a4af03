import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

test('the page’s own JavaScript weighs less than 250 kB compressed, and nothing in the page is inline or remote', () => {
  const scripts = readdirSync('web-dist/assets').filter((name) => name.endsWith('.js'));
  const weight = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(`web-dist/assets/${name}`)).length, 0);
  expect(weight).toBeGreaterThan(5_000);
  expect(weight).toBeLessThan(250_000);
  const page = readFileSync('web-dist/index.html', 'utf8');
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*src="\/assets\/)|(?:src|href)="(?:https?:)?\/\//);
});
