import { expect, test } from 'vitest';
import { directoryLine, type Entry, endOf, localHead } from './layout.ts';
import { type RandomAccess, ZipReader } from './reader.ts';

const GIGABYTE = 1024 ** 3;

/** Bytes as an open file, which tells the most that was asked for at once. @param before so many bytes stand before them that nobody reads */
function opened(bytes: Uint8Array, before = 0): RandomAccess & { most: number } {
  const file = {
    most: 0,
    stat: async () => ({ size: before + bytes.length }),
    async read(buffer: Uint8Array, offset: number, length: number, position: number) {
      file.most = Math.max(file.most, buffer.length);
      const some = bytes.subarray(Math.max(0, position - before), Math.max(0, position - before + length));
      buffer.set(some, offset);
      return { bytesRead: some.length };
    },
  };
  return file;
}

test('a small file that claims a gigabyte for its parts gets none', async () => {
  const first: Entry = { name: 'readout-bundle/a', deflated: false, crc: 0, packed: GIGABYTE - 100, size: GIGABYTE - 100, offset: 0 };
  // The second begins where the first would end.
  const entries = [first, { ...first, name: 'readout-bundle/b', offset: localHead(first).length + first.packed }];
  const directory = Buffer.concat(entries.map(directoryLine));
  const head = localHead(first);
  const file = opened(Buffer.concat([head, directory, endOf(entries.length, { offset: head.length, size: directory.length })]));
  const reader = await ZipReader.open(file, 'small.zip');
  expect(reader.faults).toContainEqual({ part: 'readout-bundle/a', fault: 'reaches past where the directory begins' });
  for (const entry of reader.entries)
    expect(await reader.read(entry)).toMatchObject({ bytes: null, faults: [{ part: entry.name, fault: 'was not unpacked' }] });
  expect(file.most).toBeLessThan(1000);
});

test('no directory is read that is larger than any', async () => {
  const size = 6 * GIGABYTE;
  const file = opened(endOf(70_000, { offset: 0, size }), size);
  await expect(ZipReader.open(file, 'large.zip')).rejects.toMatchObject({
    code: 'READOUT_BUNDLE_DAMAGED',
    message: expect.stringContaining('larger than any'),
  });
  expect(file.most).toBeLessThan(1000);
});
