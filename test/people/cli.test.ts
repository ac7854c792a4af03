import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedSchema } from '../../src/archive/corrections/asked.ts';
import { openArchive } from '../../src/archive/open.ts';
import { correctChoices } from '../../src/cli/commands/correct.ts';
import { changeChoices } from '../../src/cli/commands/diff.ts';
import { lines, readout } from '../cli/readout.ts';
import { putTold, shortId, type Told, toldReading } from './told.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-people-cli-'));
const archive = join(folder, 'a.db');
const env = { READOUT_ARCHIVE: archive, NO_COLOR: '1' };
const run = (...args: readonly string[]) => readout(args, '', env);
const cruz = { Cruz: { name: 'Ted Cruz', country: 'USA', role: 'senator' }, Lee: { name: 'Ann Lee' } };
const one: Told = {
  text: 'Cruz said “we go”. Cruz accused Lee. Lee denied “that she was paid”.',
  published: '2020-01-01',
  outlet: 'The Daily',
  who: cruz,
};
const two: Told = { text: 'Cruz said “we stay \u001b[31m red”.', published: '2020-01-02', outlet: 'Post', who: cruz };
const id = shortId(one);

beforeAll(async () => {
  const made = await openArchive(archive, { create: true });
  for (const told of [one, two]) await putTold(made, told);
  await made.reread(toldReading({ ...two, version: '0.0.2' }));
  await made.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Few runs: each starts a process, and machines are busy. What the looks find is tested over the port.
test('the looks print for people and for programs, and nothing of an article commands the terminal', async () => {
  const people = await run('people');
  expect(people).toMatchObject({ code: 0, stderr: '' });
  expect(people.stdout).toMatch(/^who:[0-9a-f]{14} {2}Ted Cruz {2}person · senator · USA · 2 articles, 2 origins\n/);
  expect((await run('network')).stdout).toMatch(/^Ted Cruz → Ann Lee {2}ACCUSE\n/);
  expect(JSON.parse((await run('quoted', '--json')).stdout)).toMatchObject({
    quotations: 3,
    people: [{ name: 'Ted Cruz', share: 0.6667 }, {}],
  });
  const lineage = await run('lineage', `${shortId(two)}:q1`);
  expect(lineage.stdout).toContain('1 article, 1 origin');
  expect(lineage.stdout).not.toContain('\u001b');
});

test('a person is shown with every link, and with what was said, done and undergone', async () => {
  const who = /^(who:[0-9a-f]{14}) {2}Ted Cruz/m.exec((await run('people')).stdout)?.[1] ?? '';
  const shown = await run('show', who);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/^who:[0-9a-f]{14} {2}Ted Cruz {2}person · senator · USA · 2 articles, 2 origins\n/);
  expect(shown.stdout).toMatch(/\nSaid\n[\s\S]*we stay[\s\S]*we go[\s\S]*\nDid\n[\s\S]*ACCUSE · Ted Cruz → Ann Lee/u);
  expect(shown.stdout).not.toContain('\u001b');
  const { links, said, did, received } = JSON.parse((await run('show', who, '--json')).stdout);
  expect([links.length, said.length, did.length, received.length]).toEqual([2, 2, 1, 0]);
  expect(await run('show', 'who:00000000000000')).toMatchObject({ code: 1, stdout: '' });
});

test('a correction prevails, goes out as gold, and is taken back', async () => {
  const made = await run('correct', 'speaker', `${id}:q1`, 'Ann Lee', '--note', 'see the video');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^1 speaker of the quotation at 10 of [0-9a-f]{12}: Ann Lee \(see the video\)/);
  expect(lines((await run('corrections', '--to', 'gold')).stdout)[0].quotations[0]).toMatchObject({ speaker: 'a2', corrected: true });
  expect((await run('undo', '1')).stdout).toMatch(/^Taken back: 1 /);
  const again = await run('undo', '1');
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('[READOUT_CORRECTION_NOT_FOUND]');
});

test('diff tells what a new engine changed', async () => {
  const diff = await run('diff');
  expect(diff.stdout).toMatch(/^0 records changed, 0 lost, 0 new, 1 the same in 1 article\nengine 0\.0\.1 .* → 0\.0\.2 /);
});

test('the choices in the help are the real ones', () => {
  const known = askedSchema.options.flatMap(({ shape }) => ('value' in shape.what ? [shape.what.value] : [...shape.what.options]));
  expect([...correctChoices].sort()).toEqual(known.sort());
  expect(changeChoices).toHaveLength(3);
});
