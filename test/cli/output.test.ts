import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lines, main, readout, shell, toJsonl } from './readout.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-output-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = (i: number) => ({
  id: `article-${i}`,
  text: `The minister of ${['Kenya', 'Peru', 'Laos'][i % 3]} said on Tuesday that talks would go on.\n\n${'“We will not wait,” she told reporters. '.repeat((i * 7) % 23)}`,
  published: '2023-09-13',
});
const many = join(folder, 'many.jsonl');
writeFileSync(many, toJsonl(Array.from({ length: 16 }, (_, i) => article(i))));

describe('the filter gives the same bytes', () => {
  test('with one, two and four workers, in any time zone and language, from a file or a pipe', async () => {
    const command = '$readout read --from jsonl --to jsonl';
    const first = await shell(`${command} --workers 1 < ${many}`);
    expect(first.code).toBe(0);
    expect(lines(first.stdout).map(({ document }) => document.input.id)).toEqual(Array.from({ length: 16 }, (_, i) => `article-${i}`));
    for (const [line, env] of [
      [`${command} --workers 2 < ${many}`, {}],
      [`${command} --workers 4 < ${many}`, {}],
      [`${command} < ${many}`, { TZ: 'Asia/Pyongyang', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
      [`cat ${many} | ${command}`, { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }],
    ] as const) {
      const other = await shell(line, env);
      expect(other.code, `${line}: ${other.stderr}`).toBe(0);
      expect(other.stdout === first.stdout, line).toBe(true);
    }
  });

  test('each line’s, whatever stands around it', async () => {
    const forward = await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], toJsonl([article(1), article(2), article(3)]));
    const backward = await readout(['read', '--from', 'jsonl', '--to', 'jsonl'], toJsonl([article(3), article(2), article(1)]));
    const same = (output: string) => lines(output).map((line) => ({ ...line, document: { ...line.document, input: null } }));
    expect(same(backward.stdout).reverse()).toEqual(same(forward.stdout));
  });

  test('as soon as it is there, not at the end of the input', async () => {
    const child = spawn(process.execPath, [main, 'read', '--from', 'jsonl', '--to', 'jsonl'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const first = new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    child.stdin.write(toJsonl([article(1)]));
    expect(JSON.parse(await first).document.input.id).toBe('article-1');
    child.stdin.end();
    await new Promise((resolve) => child.on('close', resolve));
  });
});

describe('where the output goes', () => {
  test('a reader that leaves early ends it quietly', async () => {
    const ran = await shell(
      `for i in 1 2 3; do cat ${many}; done | $readout read --from jsonl --to jsonl | head -1; exit \${PIPESTATUS[1]}`,
    );
    expect(ran.code).toBe(0);
    expect(lines(ran.stdout)).toHaveLength(1);
    // A slow machine may hear how far it has come; it must not hear of a loss.
    expect(ran.stderr.replace(/^readout: \d+ read, [\d.]+ a second$/gm, '').trim()).toBe('');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
    expect(await shell('$readout read --help | head -1 > /dev/null; exit ${PIPESTATUS[0]}')).toMatchObject({ code: 0, stderr: '' });
  });

  test.runIf(process.platform === 'linux')('a full disk is told with READOUT_OUTPUT_FAILED', async () => {
    const ran = await shell(`$readout read --from jsonl --to jsonl < ${many} > /dev/full`);
    expect(ran.stderr).toContain('[READOUT_OUTPUT_FAILED]');
    expect(ran.stderr).toContain('the disk is full');
    expect(ran.code).toBe(3);
    expect((await shell(`$readout read examples/soleimani-killed.txt > /dev/full`)).code).toBe(3);
  });

  test('an interruption exits with 130', async () => {
    const child = spawn(process.execPath, [main, 'read', '--from', 'jsonl', '--to', 'jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const begun = new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdin.write(toJsonl([article(1)]));
    await begun;
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  });
});

describe('the forms', () => {
  const example = 'examples/iran-admits-downing-jet.txt';

  test('people get a picture, without colour where it is no terminal or NO_COLOR is set', async () => {
    const plain = await readout(['read', example]);
    expect(plain.code).toBe(0);
    // The marks may stand anywhere in it.
    expect(plain.stdout.replace(/[_*[\]]|[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '')).toContain('Iran admits downing Ukrainian jet');
    expect(plain.stdout).not.toContain('\x1b');
    const coloured = await readout(['read', example], '', { FORCE_COLOR: '1' });
    expect(coloured.stdout).toContain('\x1b[');
    expect((await readout(['read', example], '', { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).toBe(plain.stdout);
  });

  test.each([60, 80, 120])('no line is wider than a terminal of %i columns', async (columns) => {
    for (const view of ['quotations', 'events', 'timeline']) {
      const { stdout } = await readout(['read', '--view', view, example], '', { COLUMNS: String(columns) });
      expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(columns);
    }
  });

  test('JSON lines for --from jsonl into a pipe, the picture else', async () => {
    const input = toJsonl([article(1)]);
    expect(lines((await readout(['read', '--from', 'jsonl'], input)).stdout)[0].readout).toBe(1);
    expect((await readout(['read'], input)).stdout).toContain('The minister of Peru');
    expect(lines((await readout(['read', '--json'], input)).stdout)[0].readout).toBe(1);
  });

  test('a table for a spreadsheet, and one a row an event', async () => {
    const quotations = await readout(['read', '--to', 'csv', example]);
    expect(quotations.stdout.split('\n')[0]).toMatch(/^document,input,.*speaker,.*content,/);
    const events = await readout(['read', '--to', 'csv', '--view', 'events', example]);
    expect(events.stdout.split('\n')[0]).toMatch(/,type,mode,date,actor,recipient,/);
    const plover = await readout(['read', '--to', 'plover', example]);
    expect(plover.stdout.split('\n')[0]).toMatch(/^Event ID\tEvent Date\tEvent Type\t/);
  });

  test('--why says what decided', async () => {
    const { stdout } = await readout(['read', '--why', '--to', 'jsonl', example]);
    const [reading] = lines(stdout);
    expect(Array.isArray(reading.why)).toBe(true);
    expect((await readout(['read', '--why', example])).stdout).toContain('\nwhy');
    expect(lines((await readout(['read', '--to', 'jsonl', example])).stdout)[0]).not.toHaveProperty('why');
  });

  test('--published is the date of JSON lines that name none, and over what a page says', async () => {
    const [silent, dated] = lines(
      (
        await readout(
          ['read', '--from', 'jsonl', '--to', 'jsonl', '--published', '2020-01-02'],
          toJsonl([{ text: 'She said no.' }, { text: 'She said no.', published: '2021-03-04' }]),
        )
      ).stdout,
    );
    expect(silent.document.published).toBe('2020-01-02');
    expect(dated.document.published).toBe('2021-03-04');
    const page = `<html><head><meta property="article:published_time" content="2019-05-06"><title>Talks</title></head><body><article><p>${'The minister said on Tuesday that talks would go on. '.repeat(9)}</p></article></body></html>`;
    const published = async (...flags: string[]) =>
      lines((await readout(['read', '--from', 'html', '--to', 'jsonl', ...flags], page)).stdout)[0].document.published;
    expect(await published()).toBe('2019-05-06');
    expect(await published('--published', '2020-01-02')).toBe('2020-01-02');
  });

  test('nothing of an article commands the terminal', async () => {
    const text = 'The minister \x1b[2J\x1b]0;owned\x07 said “no\x9b31m” on Monday.\u202e';
    const { stdout } = await readout(['read', '--from', 'text'], text, { FORCE_COLOR: '1' });
    expect(stdout.replace(/\x1b\[\d{1,2}m/g, '')).toContain('␛[2J␛]0;owned␇');
    // What is left are our own colours, and nothing else.
    expect(stdout.replace(/\x1b\[\d{1,2}m/g, '')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});
