import type { Engine } from '../../src/engine.ts';
import { perform, unreadable } from '../../src/work/perform.ts';
import type { Settings, Task } from '../../src/work/task.ts';
import { fakeReading } from './fake-reading.ts';

const settings: Settings = {
  ...{ lexicon: null, published: null, to: 'jsonl' },
  options: { view: 'quotations', why: false, width: 80, colour: false },
};
const engine: Engine = {
  async read({ text, url, outlet, title, published, input }) {
    return { reading: fakeReading({ text, url, outlet, title, published, input }), decisions: [] };
  },
};

/** Reads a task as Readout does, but for the network. */
export const read = async (task: Task) => (task.kind === 'problem' ? unreadable(task.problem, 'jsonl') : perform(engine, task, settings));
