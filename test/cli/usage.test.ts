import { describe, expect, test } from 'vitest';
import { fromChoices, published, toChoices, viewChoices } from '../../src/cli/commands/read.ts';
import { formatNames } from '../../src/export/formats.ts';
import { readers } from '../../src/read/reader.ts';
import { viewNames } from '../../src/reading/picture.ts';
import { readout, shell } from './readout.ts';

describe('help', () => {
  test('of the program and of read has an example and names every flag', async () => {
    const whole = await readout(['--help']);
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toMatch(/Example:\n {2}readout read article\.html/);
    const read = await readout(['read', '--help']);
    expect(read.code).toBe(0);
    expect(read.stdout).toContain('readout read --from jsonl --to jsonl < articles.jsonl > readings.jsonl');
    for (const flag of ['--from', '--to', '--json', '--view', '--workers', '--why', '--lexicon', '--published'])
      expect(read.stdout).toContain(flag);
  });

  test('--version is the package’s', async () => {
    expect((await readout(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('the choices in the help are the real ones', () => {
    expect(toChoices).toEqual(formatNames);
    expect(viewChoices).toEqual(viewNames);
    expect(readers.map(({ name }) => name).filter((name) => !(fromChoices as readonly string[]).includes(name))).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')('help that cannot be written is an error, not a success', async () => {
  const ran = await shell('$readout read --help > /dev/full');
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('[READOUT_OUTPUT_FAILED]');
});

describe('wrong usage is told with READOUT_USAGE and exit 2', () => {
  test.each([
    ['an unknown flag', ['read', '--bogus']],
    ['an unknown command', ['rede']],
    ['no command', []],
    ['a format that there is none of', ['read', '--to', 'xml']],
    ['two forms at once', ['read', '--json', '--to', 'csv']],
    ['no number of workers', ['read', '--workers', '0']],
    ['a half number of workers', ['read', '--workers', '1.5']],
    ['a day that there is none of', ['read', '--published', '2023-02-30']],
    ['no date', ['read', '--published', 'yesterday']],
    ['an hour that there is none of', ['read', '--published', '2023-09-13T25:00:00Z']],
  ])('%s', async (_, args) => {
    const { code, stdout, stderr } = await readout(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('[READOUT_USAGE]');
    expect(stderr).toMatch(/See readout( read)? --help/);
  });
});

test('--published takes days and times that exist', () => {
  for (const good of ['2023-09-13', '2024-02-29', '2023-09-13T08:00:00Z', '2023-09-13T08:00+02:00']) expect(published(good)).toBe(good);
  for (const bad of [
    '2023-02-29',
    '2023-13-01',
    '13.9.2023',
    '2023-9-13',
    '2023-09-13T24:00Z',
    '2023-09-13T08:60Z',
    '2023-09-13T08:00+99:00',
    '',
  ])
    expect(() => published(bad)).toThrow();
});
