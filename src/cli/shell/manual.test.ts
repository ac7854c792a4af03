import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manualPage } from './manual.ts';

const src = join(import.meta.dirname, '../..');

test('the manual page names every variable of ours that the program asks for', () => {
  const asked = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(join(src, name), 'utf8').matchAll(/process\.env(?:\.|\[')(READOUT_\w+)/g)])
    .map(([, variable]) => variable);
  expect(asked.length).toBeGreaterThan(3);
  const nothing = { path: [], summary: '', description: '', usage: '', flags: [], arguments: [], below: [] };
  const page = manualPage(nothing, '0');
  const environment = page.slice(page.indexOf('.SH ENVIRONMENT'), page.indexOf('.SH FILES'));
  for (const variable of asked) expect(environment).toContain(`.B ${variable}\n`);
});
