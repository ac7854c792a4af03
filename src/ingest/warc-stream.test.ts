import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveRecords } from '../read/warcRecords.ts';
import { type Passing, recordsIn } from './warc-stream.ts';

const record = (block: string, length = Buffer.byteLength(block)) =>
  `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${block}\r\n\r\n`;

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(chunks: AsyncIterable<Uint8Array>, most = 1e6): Promise<Passing[]> {
  const found: Passing[] = [];
  for await (const one of recordsIn(chunks, most)) found.push(one);
  return found;
}

const part = fc.oneof(
  fc.string().map((block) => record(block)),
  fc.tuple(fc.string(), fc.nat(300)).map(([block, length]) => record(block, length)),
  fc.string(),
  fc.constantFrom('\n', '\r\n', '\nWARC/1', 'http://a.example/ 1.2.3.4 20140401000000 text/html 5\nhello\n'),
);

test('gives the records that it would give of the whole, however the bytes come in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part), fc.integer({ min: 1, max: 400 }), async (parts, size) => {
      const bytes = Buffer.from(parts.join(''));
      // Packed bytes are unpacked elsewhere.
      fc.pre(bytes[0] !== 0x1f);
      const passing = await all(inChunks(bytes, size));
      expect(passing.map(({ outsized: _, ...one }) => ({ ...one, block: Buffer.from(one.block) }))).toEqual(
        [...archiveRecords(new Uint8Array(bytes))].map((one) => ({ ...one, block: Buffer.from(one.block) })),
      );
    }),
    // The next record's first line is the last that there is: the reader of the whole did not look for it there.
    { examples: [[[' ', '\nWARC/1'], 1]] },
  );
});

describe('holds little', () => {
  test('of a block that is too large only the beginning, and goes on behind it', async () => {
    const bytes = Buffer.from(record('x'.repeat(300_000)) + record('after'));
    const [large, after] = await all(inChunks(bytes, 10_000), 200_000);
    expect(large).toMatchObject({ outsized: true, fault: null });
    expect(large?.block.length).toBe(64 * 1024);
    expect(Buffer.from(after?.block ?? []).toString()).toBe('after');
  });

  test('of two gigabytes, no more than a record', async () => {
    const image = Buffer.from(record('i'.repeat(8_000_000)));
    let most = 0;
    async function* many() {
      for (let i = 0; i < 250; i++) {
        yield image;
        most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
    }
    let count = 0;
    for await (const { fault } of recordsIn(many(), 1e6)) if (fault === null) count++;
    expect(count).toBe(250);
    expect(most).toBeLessThan(500_000_000);
  });
});

test('what goes wrong on the way is thrown after all that came before', async () => {
  async function* cut() {
    yield Buffer.from(record('one') + record('two').slice(0, -5));
    throw new Error('cut off');
  }
  const found: string[] = [];
  await expect(
    (async () => {
      for await (const { block, fault } of recordsIn(cut(), 1e6)) found.push(fault ?? Buffer.from(block).toString());
    })(),
  ).rejects.toThrow('cut off');
  expect(found).toEqual(['one', 'it ends after 2 of 3 bytes.']);
});
