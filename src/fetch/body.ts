import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { failed, overFetchLimit } from './faults.ts';

/** What is asked for: of these all can be undone. */
export const codings = 'gzip, br';

/** What undoes a coding; null where there is none. */
function undoing(coding: string, url: string): Transform | null {
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') return null;
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  throw failed(url, `its body is coded as ${name.slice(0, 40)}, which was not asked for`);
}

/**
 * The body as it is after decompression. Counted twice, as it comes and as it is unpacked: a bomb is told before it fills memory, and so is
 * a stream that unpacks to nothing without end.
 * @param most bytes
 * @param over what to do with more: an error, or to leave the rest unread
 * @throws ReadoutError READOUT_FETCH_LIMIT, READOUT_FETCH_FAILED, and what the network and zlib throw
 */
export async function bodyOf(answer: IncomingMessage, url: string, most: number, over: 'fails' | 'is cut'): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  async function* counted() {
    let came = 0;
    for await (const chunk of answer) {
      came += (chunk as Uint8Array).length;
      if (came > most && over === 'fails') throw overFetchLimit(url, 'bytes', most);
      yield chunk as Uint8Array;
      if (came > most) return;
    }
  }
  const decoder = undoing(answer.headers['content-encoding'] ?? '', url);
  const chunks: AsyncIterable<Uint8Array> =
    decoder === null ? counted() : pipeline(Readable.from(counted(), { objectMode: false }), decoder, () => undefined);
  try {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > most) {
        if (over === 'fails') throw overFetchLimit(url, 'bytes', most);
        pieces.push(chunk.subarray(0, chunk.length - (length - most)));
        break;
      }
      pieces.push(chunk);
    }
  } finally {
    answer.destroy();
    decoder?.destroy();
  }
  return new Uint8Array(Buffer.concat(pieces));
}
