import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every promise of SECURITY.md names a test that is there', () => {
  const page = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (.+) \| ([^|]+) \|$/gmu)].filter(
    ([, promise]) => promise !== 'promise' && !promise?.startsWith('---'),
  );
  expect(rows.length).toBeGreaterThan(40);
  for (const [, promise, held] of rows) {
    const tests = [...(held ?? '').matchAll(/`((?:src|test)\/[\w./-]+\.test\.ts)`/gu)].map(([, path]) => path ?? '');
    expect(tests.length, promise).toBeGreaterThan(0);
    for (const path of tests) expect(existsSync(new URL(`../${path}`, import.meta.url)), path).toBe(true);
  }
});
