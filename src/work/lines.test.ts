import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from './lines.ts';

async function* from(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

async function split(chunks: readonly (string | Uint8Array)[], limit?: number): Promise<(string | null)[]> {
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk));
  const lines: (string | null)[] = [];
  for await (const line of splitLines(from(bytes), limit)) lines.push(line && new TextDecoder().decode(line));
  return lines;
}

describe('lines', () => {
  test('are what stands between line feeds, the last with or without one', async () => {
    expect(await split(['a\nb\n'])).toEqual(['a', 'b']);
    expect(await split(['a\nb'])).toEqual(['a', 'b']);
    expect(await split(['a\n\nb\n\n'])).toEqual(['a', '', 'b', '']);
    expect(await split([])).toEqual([]);
    expect(await split([''])).toEqual([]);
  });

  test('over the limit are null, and cost no other', async () => {
    expect(await split(['aa', 'aa', 'a\nbbbb\n', 'ccccc', '\ndd\neeeee'], 4)).toEqual([null, 'bbbb', null, 'dd', null]);
  });

  test('do not depend on where the bytes are cut, not even inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r') }),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          const bytes = new TextEncoder().encode(text);
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
          const wanted = text.split('\n');
          if (wanted.at(-1) === '') wanted.pop();
          expect(await split(chunks)).toEqual(wanted);
        },
      ),
    );
  });

  test('each have a buffer of their own, so that sending one sends no other', async () => {
    for await (const line of splitLines(from([new TextEncoder().encode('a\nbb\n')]))) expect(line?.buffer.byteLength).toBe(line?.length);
  });
});
