import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built command: what people run, so what is tested. */
export const main = join(root, 'dist/cli/main.js');
if (!existsSync(main)) throw new Error('dist/ is missing: run `npm run build` (npm test does it by itself).');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `readout` with arguments and standard input, and waits for its end. `env` is added to a plain environment. */
export function readout(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Promise<Ran> {
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...plain } = process.env;
  const child = spawn(process.execPath, [main, ...args], { cwd: root, env: { ...plain, ...env }, stdio: 'pipe' });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // A command that refuses its arguments does not read its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })),
  );
}

/** Runs a line of shell, in which `$readout` is the command. */
export function shell(line: string, env: Record<string, string> = {}): Promise<Ran> {
  const child = spawn('bash', ['-c', line], { cwd: root, env: { ...process.env, readout: `${process.execPath} ${main}`, ...env } });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })),
  );
}

/** The parsed lines of a JSON-lines output. */
// biome-ignore lint/suspicious/noExplicitAny: what a program reads is unknown, and the tests look into it freely
export const lines = (output: string): any[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

export const toJsonl = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');
