import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Meter } from './limits.ts';

/** What a gzip file holds, all its members one after the other. Ends with zlib's error where it is cut off or damaged, after all that could be had. */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  let packed = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* meter.through(gunzip, () => packed);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
