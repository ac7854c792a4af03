import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium as driver } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { main, readout } from '../cli/readout.ts';
import { chromium } from './chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** The first line on standard output. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let complaint = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('close', (code) => reject(new Error(`readout serve ended with ${code}: ${complaint}`)));
  });
}

/** The page and the API over an archive of these sources, as somebody would start them. */
export async function serve(sources: readonly string[]): Promise<Served> {
  if (!existsSync(join(root, 'web-dist/index.html')))
    throw new Error('web-dist/ is missing: run `npm run build:web` (npm test does it by itself).');
  const folder = mkdtempSync(join(tmpdir(), 'readout-page-'));
  const archive = join(folder, 'page.db');
  const { code, stderr } = await readout(['ingest', '--archive', archive, ...sources]);
  if (code !== 0) throw new Error(`readout ingest ended with ${code}: ${stderr}`);
  const child = spawn(process.execPath, [main, 'serve', '--archive', archive, '--port', '0', '--workers', '1'], { cwd: root });
  const address = await firstLine(child);
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => child.on('close', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Chromium and the page over the bundled articles and one hostile page, from before the first test of a file until after its last. */
export function atThePage(flags: readonly string[] = []): { readonly browser: Browser; readonly address: string } {
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    const executablePath = chromium();
    served = await serve(['examples/*.txt', 'test/fixtures/page-hostile.html']);
    browser = await driver.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...flags] });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  return {
    get browser() {
      if (!browser) throw new Error('Chromium has not started.');
      return browser;
    },
    get address() {
      if (!served) throw new Error('readout serve has not started.');
      return served.address;
    },
  };
}
