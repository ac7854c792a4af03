import './no-telemetry.ts';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadoutError } from '../error.ts';
import { type Manifest, manifestSchema } from './manifest.ts';

/** One window for the network. `pieces` begin with [CLS] and end with [SEP]; `firsts` is each word's first piece. */
export interface Feeds {
  readonly pieces: BigInt64Array;
  readonly features: BigInt64Array;
  readonly firsts: BigInt64Array;
}

/** What the network gives for one window, row by row a word; `key` has one row more, the first, for "none". */
export interface Outputs {
  readonly tags: Float32Array;
  readonly flags: Float32Array;
  readonly query: Float32Array;
  readonly key: Float32Array;
}

/** A loaded network. */
export interface Model {
  run(feeds: Feeds): Promise<Outputs>;
}

/** What stands in a models folder, checked against its manifest. */
export interface ModelFiles {
  readonly manifest: Manifest;
  readonly network: Uint8Array;
  readonly vocabulary: string;
}

const again = 'Install Readout again; the files under models/ come with the package.';

/** Reads the model's files and checks their sums. @throws ReadoutError READOUT_MODEL_MISSING, READOUT_MODEL_DAMAGED */
export async function modelFiles(folder: string): Promise<ModelFiles> {
  const manifest = parse(await bytes(join(folder, 'manifest.json')));
  const network = await bytes(join(folder, manifest.file));
  const vocabulary = await bytes(join(folder, manifest.vocabulary.file));
  check(network, manifest.sha256, manifest.file);
  check(vocabulary, manifest.vocabulary.sha256, manifest.vocabulary.file);
  return { manifest, network, vocabulary: new TextDecoder().decode(vocabulary) };
}

/** Loads the network over onnxruntime's CPU provider, one thread: the same bytes out on every machine of a kind. */
export async function openModel(network: Uint8Array): Promise<Model> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(network, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  }).catch((error: unknown) => {
    throw new ReadoutError('READOUT_MODEL_DAMAGED', 'The network cannot be loaded.', again, error);
  });
  const tensor = (values: BigInt64Array) => new Tensor('int64', values, [values.length]);
  const floats = (value: { data: unknown } | undefined): Float32Array => {
    if (value?.data instanceof Float32Array) return value.data;
    throw new ReadoutError('READOUT_MODEL_DAMAGED', 'The network gave no numbers where its manifest promises some.', again);
  };
  return {
    async run({ pieces, features, firsts }) {
      const out = await session.run({ pieces: tensor(pieces), features: tensor(features), firsts: tensor(firsts) });
      return { tags: floats(out.tags), flags: floats(out.flags), query: floats(out.query), key: floats(out.key) };
    },
  };
}

async function bytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ReadoutError('READOUT_MODEL_MISSING', `The model's file ${path} is not there.`, again, error);
  }
}

function parse(manifest: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(manifest)));
  } catch (error) {
    throw new ReadoutError('READOUT_MODEL_DAMAGED', "The model's manifest cannot be read.", again, error);
  }
}

function check(file: Uint8Array, sum: string, name: string): void {
  const found = createHash('sha256').update(file).digest('hex');
  if (found !== sum)
    throw new ReadoutError('READOUT_MODEL_DAMAGED', `${name} is not the file that its manifest names (sha256 ${found}).`, again);
}
