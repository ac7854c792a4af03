import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lines, readout, shell, toJsonl } from './readout.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-bad-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good = file('good.txt', 'The minister said on Monday that talks would go on. “We are ready,” she said.\n');

describe('a file that cannot be read is told with its code, and exit 1', () => {
  test.each([
    ['READOUT_INPUT_EMPTY', () => file('empty.txt', '')],
    ['READOUT_INPUT_EMPTY', () => file('blank.txt', ' \n\n\t\n')],
    ['READOUT_INPUT_NOT_FOUND', () => join(folder, 'nowhere.txt')],
    ['READOUT_INPUT_DIRECTORY', () => folder],
    ['READOUT_INPUT_BINARY', () => file('image.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))],
    [
      'READOUT_INPUT_BINARY',
      () =>
        file(
          'random.txt',
          Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
        ),
    ],
    ['READOUT_INPUT_TOO_LARGE', () => file('line.txt', 'The minister said so. '.repeat(2_400_000).slice(0, 50_000_000))],
  ])('%s', async (code, path) => {
    const name = path();
    const ran = await readout(['read', name]);
    expect(ran.stderr).toContain(`[${code}]`);
    expect(ran.stderr).toContain(name);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr.split('\n').length).toBeLessThan(5);
  });
});

test('a folder on standard input is told as one', async () => {
  const ran = await shell('$readout read < /tmp');
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain('[READOUT_INPUT_DIRECTORY]');
});

test('one bad file among several costs the others nothing', async () => {
  const ran = await readout(['read', '--to', 'jsonl', good, join(folder, 'nowhere.txt'), good]);
  const [first, second, third] = lines(ran.stdout);
  expect(ran.code).toBe(1);
  expect(first.document.input).toEqual({ id: 'good.txt', uri: good, record: null });
  expect(second.error).toMatchObject({ code: 'READOUT_INPUT_NOT_FOUND', input: { id: 'nowhere.txt' } });
  expect(third).toEqual(first);
  expect(ran.stderr).toContain('2 read, 1 could not be read');
});

describe('large and odd input is read, or refused, in good time', () => {
  test('a page of 100,000 nested tags', async () => {
    const page = file('deep.html', `<html><body>${'<div>'.repeat(100_000)}The minister said no.${'</div>'.repeat(100_000)}</body></html>`);
    const { code, stdout, stderr } = await readout(['read', '--to', 'jsonl', page]);
    expect(code).toBe(1);
    expect(lines(stdout)[0].error.code).toBe('READOUT_HTML_TOO_DEEP');
    expect(stderr).toContain('[READOUT_HTML_TOO_DEEP]');
  });

  test.each([
    ['straight', '"'],
    ['opening', '“'],
    ['single', "'"],
    ['blank between', '" '],
  ])('a million quote marks: %s', async (_, mark) => {
    const { code, stdout } = await readout(['read', '--to', 'jsonl', '--from', 'text'], mark.repeat(1_000_000));
    const [reading] = lines(stdout);
    expect(code).toBe(0);
    expect(reading.document.text).toBe(mark.repeat(1_000_000));
    expect(reading.ledger.characters).toBe(mark.length * 1_000_000);
  });

  test('invalid UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('The minister said: “We '),
      Buffer.from([0xff, 0xc0, 0x80]),
      Buffer.from(' go on,” on Monday. “So be it,” “that’s it,” “no more,” she said. “Café.” “Café.” “Café.” “Café.”'),
    ]);
    const { code, stdout } = await readout(['read', '--to', 'jsonl', file('invalid.txt', bytes)]);
    expect(code).toBe(0);
    expect(lines(stdout)[0].document.text).toContain('The minister said');
  });

  test('invalid UTF-8 in one JSON line leaves the others unharmed', async () => {
    const bad = Buffer.concat([Buffer.from('{"id":"bad","text":"The minister '), Buffer.from([0xff, 0xfe]), Buffer.from(' said no."}\n')]);
    const { stdout } = await readout(
      ['read', '--from', 'jsonl', '--to', 'jsonl'],
      Buffer.concat([
        Buffer.from(toJsonl([{ id: 1, text: 'She said “no”.' }])),
        bad,
        Buffer.from(toJsonl([{ id: 2, text: 'She said “no”.' }])),
      ]),
    );
    const [one, two, three] = lines(stdout);
    expect([one, two, three].map((line) => (line.document ?? line.error).input.id)).toEqual(['1', 'bad', '2']);
    expect(three.quotations).toEqual(one.quotations);
  });

  test('lone surrogates come through to the character', async () => {
    const text = 'The \ud800 minister said “we \udc00 go on” on Monday.';
    const { code, stdout } = await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], toJsonl([{ id: 'lone', text }]));
    expect(code).toBe(0);
    expect(lines(stdout)[0].document.text).toBe(text);
    const other = await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], toJsonl([{ text: text.replaceAll('\ud800', '\ud801') }]));
    expect(lines(other.stdout)[0].document.id).not.toBe(lines(stdout)[0].document.id);
  });
});

describe('JSON lines that cannot be read leave a record in their place', () => {
  const input = [
    JSON.stringify({ id: 'a', text: 'The minister said no.' }),
    '{"id": "b", "text": "broken',
    JSON.stringify({ id: 'c', title: 'No text' }),
    '[1, 2]',
    JSON.stringify({ id: 'e', text: '' }),
    JSON.stringify({ id: 'f', text: 7 }),
    JSON.stringify({ id: 'g', text: 'The minister said yes.' }),
  ].join('\n');

  test('with code, message, what to do next, and the input; exit 1', async () => {
    const ran = await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], input);
    const results = lines(ran.stdout);
    expect(ran.code).toBe(1);
    expect(results.map((line) => line.error?.code ?? line.document.input.id)).toEqual([
      'a',
      'READOUT_JSON_INVALID',
      'READOUT_JSON_SHAPE',
      'READOUT_JSON_SHAPE',
      'READOUT_INPUT_EMPTY',
      'READOUT_JSON_SHAPE',
      'g',
    ]);
    for (const line of results) expect(line.readout).toBe(1);
    expect(results[2].error).toEqual({
      code: 'READOUT_JSON_SHAPE',
      message: expect.any(String),
      next: expect.any(String),
      input: { id: 'c', uri: null, record: 2 },
    });
    expect(ran.stderr).toContain('2 read, 5 could not be read');
  });

  test('a single line of 50 MB is refused alone', async () => {
    const huge = `{"id":"huge","text":"${'The minister said so. '.repeat(2_400_000)}"}`;
    const ran = await readout(
      ['read', '--from', 'jsonl', '--to', 'jsonl'],
      `${huge}\n${JSON.stringify({ id: 'next', text: 'She said no.' })}\n`,
    );
    const [first, second] = lines(ran.stdout);
    expect(first.error).toMatchObject({ code: 'READOUT_INPUT_TOO_LARGE', input: { id: 'huge', record: 0 } });
    expect(second.document.input.id).toBe('next');
    expect(ran.code).toBe(1);
  });

  test('a line beyond 64 MiB is passed over without being kept', async () => {
    const line = `(head -c 70000000 /dev/zero | tr '\\0' 'x'; echo; echo '{"id":"next","text":"She said no."}') | $readout read --from jsonl --to jsonl`;
    const ran = await shell(line);
    const [first, second] = lines(ran.stdout);
    expect(first.error).toMatchObject({ code: 'READOUT_INPUT_TOO_LARGE', input: { record: 0 } });
    expect(second.document.input).toEqual({ id: 'next', uri: null, record: 1 });
  });

  test('each is told on standard error where the output has no room for it', async () => {
    const broken = '{\n'.repeat(25);
    const told = (stderr: string) => stderr.split('[READOUT_JSON_INVALID]').length - 1;
    expect(told((await readout(['read', '--from', 'jsonl', '--to', 'csv'], broken)).stderr)).toBe(25);
    const carried = await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], broken);
    expect(told(carried.stderr)).toBe(20);
    expect(carried.stderr).toContain('25 could not be read');
    expect(lines(carried.stdout)).toHaveLength(25);
  });

  test('their format is told however small the pieces are in which they come', async () => {
    const ran = await shell(
      `(printf ' '; sleep 0.3; printf '{"id":'; sleep 0.3; echo '"slow","text":"She said no."}') | $readout read --to jsonl`,
    );
    expect(lines(ran.stdout)[0].document.input).toEqual({ id: 'slow', uri: null, record: 0 });
  });

  test('no input gives no output', async () => {
    expect(await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], '')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
