import { expect, test } from 'vitest';
import type { Engine } from '../engine.ts';
import { perform } from './perform.ts';
import type { Settings, Task } from './task.ts';

const settings: Settings = {
  lexicon: null,
  published: null,
  to: 'jsonl',
  options: { view: 'quotations', why: false, width: 80, colour: false },
};
const file = (text: string): Task => ({
  kind: 'file',
  bytes: new TextEncoder().encode(text),
  from: 'jsonl',
  input: { id: 'x', uri: 'x', record: null },
});
// Reads one sentence; over any other the engine, or the form of the output, fails.
const engine = (fault: 'engine' | 'form'): Engine => ({
  async read({ text }) {
    if (text !== 'She said yes.' && fault === 'engine') throw new RangeError('too much');
    const toJSON = () => {
      if (text !== 'She said yes.') throw new RangeError('Invalid string length');
      return { text };
    };
    return { reading: { toJSON } as never, decisions: [] };
  },
});

test.each(['engine', 'form'] as const)('a fault of the %s becomes a problem in its place, the others are whole', async (fault) => {
  const input = ['She said yes.', 'He said “no”.', 'She said yes.'].map((text) => JSON.stringify({ text })).join('\n');
  const { output, documents, problems } = await perform(engine(fault), file(input), settings);
  expect(documents).toBe(2);
  expect(problems.map(({ error }) => error.code)).toEqual(['READOUT_INTERNAL']);
  const lines = new TextDecoder().decode(output).split('\n');
  expect(lines.map((line) => line && (JSON.parse(line).text ?? JSON.parse(line).error.code))).toEqual([
    'She said yes.',
    'READOUT_INTERNAL',
    'She said yes.',
    '',
  ]);
});
