import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test('docs/errors.md explains every code, once, and no other', () => {
  const codes = [...read('src/error.ts').matchAll(/^ {2}\| '(READOUT_\w+)'/gm)].map(([, code]) => code);
  const explained = [...read('docs/errors.md').matchAll(/^\| `(READOUT_\w+)` \|/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(15);
  expect([...explained].sort()).toEqual([...codes].sort());
});

test('every bundled article has its title, date, source and licence', () => {
  const list = read('examples/README.md');
  const rows = [
    ...list.matchAll(/^\| \[([\w-]+\.txt)\]\(\1\) \| (.+) \| (\d{4}-\d{2}-\d{2}) \| <https:\/\/en\.wikinews\.org\/wiki\/\S+> \|$/gm),
  ];
  expect(rows).toHaveLength(10);
  expect(list).toContain('CC BY 2.5');
  for (const [, file, title] of rows) expect(read(`examples/${file}`).startsWith(`${title}\n`)).toBe(true);
});

test('the README names every flag of read and every exit code', () => {
  const readme = read('README.md');
  const flags = [...read('src/cli/commands/read.ts').matchAll(/'(--[a-z]+)[ ']/g)].map(([, flag]) => flag);
  expect(flags.length).toBeGreaterThanOrEqual(7);
  for (const flag of flags) expect(readme).toContain(`\`${flag}`);
  for (const code of [0, 1, 2, 3, 130]) expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});
