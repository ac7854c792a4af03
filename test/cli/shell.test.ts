import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readout, shell } from './readout.ts';

const printed = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await readout(args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};
const commands = async (): Promise<string[]> => {
  const help = await printed('--help');
  return [...help.slice(help.indexOf('Commands:'), help.indexOf('Example')).matchAll(/^ {2}([a-z]+)[ [<]/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'help');
};
/** What a shell offers after a line, the last word of which is being typed. */
const offered = async (line: string): Promise<string[]> => {
  const words = line.split(' ');
  const { stdout, stderr } = await shell(
    `source <($readout completion bash); COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _readout; printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
};

describe('readout completion', () => {
  test('bash completes commands, those below them, flags and the values of flags', async () => {
    expect((await offered('readout ')).filter((word) => !word.startsWith('-'))).toEqual(await commands());
    expect(await offered('readout se')).toEqual(['search', 'serve']);
    expect(await offered('readout read --fr')).toEqual(['--from']);
    expect(await offered('readout read --from ')).toEqual(['auto', 'text', 'html', 'jsonl', 'feed', 'warc']);
    expect(await offered('readout work st')).toEqual(['status']);
    expect(await offered('readout completion z')).toEqual(['zsh']);
    expect(await offered('readout read package.js')).toEqual(['package.json']);
  });

  test.each(['bash', 'zsh', 'fish'])('%s: the script names every command, and its shell takes it where there is one', async (name) => {
    const script = await printed('completion', name);
    for (const command of await commands()) expect(script).toContain(command);
    expect(script).toContain('jsonl');
    const { status, stderr, error } = spawnSync(name, name === 'fish' ? ['--no-execute', '/dev/stdin'] : ['-n'], {
      input: script,
      encoding: 'utf8',
    });
    if (error === undefined) expect([status, stderr]).toEqual([0, '']);
  });

  test('another shell is wrong usage', async () => {
    expect((await readout(['completion', 'tcsh'])).code).toBe(2);
  });
});

test('the manual page names every command, the flags of each, and every exit code', async () => {
  const page = await printed('manual');
  for (const command of await commands()) {
    const own = page.slice(page.indexOf(`.SS readout ${command} `));
    expect(own.length, command).toBeLessThan(page.length);
    const help = await printed(command, '--help');
    for (const [, flag] of help.slice(help.indexOf('Options:'), help.indexOf('Example')).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm))
      if (flag !== '--help') expect(own, `${command} ${flag}`).toContain(flag?.replaceAll('-', '\\-'));
  }
  for (const code of [0, 1, 2, 3, 130]) expect(page).toContain(`.TP\n.B ${code}\n`);
  const { status, stderr, error } = spawnSync('groff', ['-man', '-Tutf8', '-ww'], { input: page, encoding: 'utf8' });
  if (error === undefined) expect([status, stderr]).toEqual([0, '']);
});
