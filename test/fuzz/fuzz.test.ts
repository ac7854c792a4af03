import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutated } from './mutate.ts';
import { randomOf } from './random.ts';
import { kept } from './store.ts';
import { targets } from './targets.ts';

const folder = import.meta.dirname;

describe.each(targets)('any bytes: $name', (target) => {
  const corpus = kept(join(folder, 'corpus'), target.name);
  const finds = kept(join(folder, 'finds'), target.name);

  test('what fuzzing kept because it runs something new is read, or refused with a code', async () => {
    for (const { name, bytes } of corpus) await expect(target.read(bytes), name).resolves.toBeUndefined();
  });

  // What once broke something; `npm run fuzz` puts it here.
  test.each(finds.map(({ name }) => name))('%s is mended', async (name) => {
    await target.read(finds.find((one) => one.name === name)?.bytes ?? new Uint8Array());
  });

  test('400 mutations of it, always the same', async () => {
    const random = randomOf(20230913);
    const all = [...target.seeds, ...corpus.map(({ bytes }) => bytes)];
    for (let input = 0; input < 400; input++) {
      const bytes = mutated(random.one(all), random, target.words, random.one(all));
      await expect(target.read(bytes), `input ${input}: ${Buffer.from(bytes).toString('base64').slice(0, 2000)}`).resolves.toBeUndefined();
    }
  });
});
