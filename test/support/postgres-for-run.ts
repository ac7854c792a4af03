import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type {} from './postgres.ts';

const folder = join(tmpdir(), `readout-pg-${process.pid}`);

/** Names the place of the run's PostgreSQL. Nothing is started before a test wants it. */
export function setup(project: TestProject): void {
  project.provide('postgres', { folder, owner: process.pid });
}

/** Ends what was started, and waits until it is gone. A run that does not come to this is missed by the keeper. */
export async function teardown(): Promise<void> {
  const folders = [folder, `${folder}-l`].filter((one) => existsSync(one));
  for (const one of folders) if (existsSync(`${one}/keeper`)) process.kill(Number(readFileSync(`${one}/keeper`, 'utf8')), 'SIGTERM');
  for (const until = Date.now() + 10_000; folders.some((one) => existsSync(one)) && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 20));
}
