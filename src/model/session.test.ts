import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { modelFiles, openModel } from './session.ts';

/** A network of 600 bytes: sum = pieces + features; tags [sum, sum], flags sigmoid(sum), query sum, key [sum of the first piece, …sum]. */
const toy = fileURLToPath(new URL('../../test/fixtures/toy-model/', import.meta.url));

const folders: string[] = [];
async function copy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-model-'));
  folders.push(folder);
  await cp(toy, folder, { recursive: true });
  return folder;
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('the session', () => {
  it('runs one window and gives rows of words', async () => {
    const { network } = await modelFiles(toy);
    const model = await openModel(network);
    const out = await model.run({
      pieces: BigInt64Array.of(101n, 7n, 8n, 9n, 102n),
      features: BigInt64Array.of(0n, 1n, 1n, 2n, 0n),
      firsts: BigInt64Array.of(1n, 3n),
    });
    expect([...out.tags]).toEqual([8, 8, 11, 11]);
    expect([...out.query]).toEqual([8, 11]);
    expect([...out.key]).toEqual([101, 8, 11]);
    expect(out.flags[0]).toBeCloseTo(1 / (1 + Math.exp(-8)), 6);
  });

  it('says which file is missing', async () => {
    const folder = await copy();
    await rm(join(folder, 'toy.onnx'));
    await expect(modelFiles(folder)).rejects.toMatchObject({ code: 'READOUT_MODEL_MISSING', message: expect.stringContaining('toy.onnx') });
    await expect(modelFiles(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'READOUT_MODEL_MISSING' });
  });

  it('takes no file that its manifest does not name by its sum', async () => {
    const folder = await copy();
    const bytes = await readFile(join(folder, 'toy.onnx'));
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    await writeFile(join(folder, 'toy.onnx'), bytes);
    await expect(modelFiles(folder)).rejects.toMatchObject({ code: 'READOUT_MODEL_DAMAGED', message: expect.stringContaining('toy.onnx') });
    await cp(toy, folder, { recursive: true });
    await writeFile(join(folder, 'vocab.txt'), '[PAD]\n');
    await expect(modelFiles(folder)).rejects.toMatchObject({
      code: 'READOUT_MODEL_DAMAGED',
      message: expect.stringContaining('vocab.txt'),
    });
    await writeFile(join(folder, 'manifest.json'), '{"file":');
    await expect(modelFiles(folder)).rejects.toMatchObject({ code: 'READOUT_MODEL_DAMAGED' });
  });

  it('says what to do about bytes that are no network', async () => {
    await expect(openModel(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: 'READOUT_MODEL_DAMAGED' });
  });
});
