// A worker in a process of its own, to be killed: everything is real but the engine. node child.mjs FLAGS MILLISECONDS
// FLAGS are those of `readout work`, as JSON; a reading takes so many milliseconds. A text with KILLS ends the process while it is read,
// one with FAILS cannot be read by any try; READOUT_TEST_MEND heals both.
import { setTimeout as sleep } from 'node:timers/promises';
import { workRun } from '../../dist/cli/work-run.js';
import { ReadoutError } from '../../dist/error.js';
import { perform } from '../../dist/work/perform.js';
import { engine } from '../archive/fake-engine.mjs';

const [flags, milliseconds] = process.argv.slice(2);
const settings = { lexicon: null, published: null, to: 'jsonl', options: { view: 'quotations', why: false, width: 80, colour: false } };
const slow = {
  async read(document) {
    await sleep(Number(milliseconds));
    if (!process.env.READOUT_TEST_MEND) {
      if (document.text.includes('KILLS')) process.kill(process.pid, 'SIGKILL');
      if (document.text.includes('FAILS')) throw new ReadoutError('READOUT_WORKER_LOST', 'The worker died, twice.', 'Split it.');
    }
    return engine.read(document);
  },
};
process.exitCode = await workRun(JSON.parse(flags), () => ({
  read: (task) => perform(slow, task, settings),
  close: async () => undefined,
}));
