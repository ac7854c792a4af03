import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lines, readout } from './readout.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-lexicon-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const own = join(folder, 'my verbs.tsv');
writeFileSync(
  own,
  'phrase\ttype\tpart\tforms\tmode\tuse\nzorbicate\tASSAULT\tv\t\tprimitive\tmakes\nattack\t*\tv\t\t\tnever\nattack\t*\tn\t\t\tnever\n',
);

test('a user’s verbs make events and forbid them, and --why names the row', async () => {
  const text = 'The guards zorbicated the prisoners on Monday.\n\nThe army attacked the town of Homs on Tuesday.';
  const events = async (...more: readonly string[]) => {
    const { code, stdout, stderr } = await readout(['read', '--from', 'text', '--to', 'jsonl', '--published', '2023-09-13', ...more], text);
    expect(code, stderr).toBe(0);
    return lines(stdout)[0].events.map(
      ({ trigger, type, mode }: { trigger: { start: number; end: number }; type: string; mode: string }) => [
        text.slice(trigger.start, trigger.end),
        type,
        mode,
      ],
    );
  };
  expect((await events()).map(([words]: [string]) => words)).toContain('attacked');
  const told = await events('--lexicon', own);
  expect(told.filter(([words]: [string]) => words.includes('zorbicated'))).toEqual([['zorbicated', 'ASSAULT', 'primitive']]);
  expect(told.filter(([words]: [string]) => words.includes('attack'))).toEqual([]);

  const why = await readout(['read', '--from', 'text', '--view', 'events', '--why', '--lexicon', own], text, {
    NO_COLOR: '1',
    COLUMNS: '160',
  });
  expect(why.stdout).toContain('lexicon:zorbicate');
});

test('a row of a type that does not exist is told by file and line', async () => {
  const wrong = join(folder, 'wrong.tsv');
  writeFileSync(wrong, '# mine\nphrase\ttype\nzorbicate\tZORB\n');
  const { code, stderr } = await readout(['read', '--lexicon', wrong], 'A text.');
  expect(code).toBe(2);
  expect(stderr).toContain('wrong.tsv, line 3');
});
