import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from '../engine.ts';
import { asReadoutError } from '../error.ts';
import { perform } from './perform.ts';
import type { Settings, Work } from './task.ts';

// A worker thread: opens its own engine, then answers each task with its outcome, one at a time.
const settings = workerData as Settings;
const port = parentPort;
if (port === null) throw new Error('work/worker.ts runs only as a worker thread.');

const engine = openEngine(settings.lexicon === null ? {} : { lexicon: settings.lexicon });
engine.catch((error: unknown) => {
  const { code, message, next } = asReadoutError(error);
  port.postMessage({ fatal: { code, message, next } });
});

port.on('message', async (task: Work | 'stop') => {
  // Between two windows of the network, so never inside its native code.
  if (task === 'stop') process.exit();
  const outcome = await perform(await engine, task, settings);
  port.postMessage({ outcome }, [outcome.output.buffer as ArrayBuffer]);
});
