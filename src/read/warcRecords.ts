import { constants, gunzipSync } from 'node:zlib';
import { ReadoutError } from '../error.ts';

/** One record of a WARC or ARC archive. */
export interface ArchiveRecord {
  /** `response`, `resource`, `request` … ; ARC records are responses. */
  readonly type: string;
  readonly id: string | null;
  readonly url: string | null;
  readonly contentType: string;
  readonly block: Uint8Array;
  /** What is wrong with it ("ends after 12 of 973 bytes"), null if nothing. */
  readonly fault: string | null;
}

// an archive is held in memory here, for `readout read`; `readout ingest` lets it pass (ingest/warc-stream)
const largest = 1_000_000_000;

/** All members of a gzip file one after the other; what can still be had of a last member that is cut off. */
function unpack(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly whole: boolean } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes, whole: true };
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: largest }), whole: true };
  } catch (error) {
    try {
      return { bytes: gunzipSync(bytes, { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH }), whole: false };
    } catch {
      throw new ReadoutError(
        'READOUT_INPUT_UNREADABLE',
        'The archive cannot be decompressed.',
        'It is damaged or over 1 GB: fetch it again, or split it.',
        error,
      );
    }
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

interface Head {
  readonly length: number;
  readonly size: number;
  readonly fields: Omit<ArchiveRecord, 'block' | 'fault'>;
}

function warcHead(text: string): Head | null {
  const head = /^WARC\/[\d.]{1,9}\r?\n([\s\S]{0,30000}?)\r?\n\r?\n/u.exec(text);
  if (!head) return null;
  const field = (name: string): string | null =>
    new RegExp(`^${name}:[ \\t]{0,9}([^\\r\\n]{1,9000})`, 'imu').exec(head[1] ?? '')?.[1]?.trim() || null;
  const fields = {
    type: field('WARC-Type') ?? '',
    id: field('WARC-Record-ID'),
    // wget writes the address in angle brackets
    url: field('WARC-Target-URI')?.replace(/^<|>$/gu, '').trim() || null,
    contentType: field('Content-Type') ?? '',
  };
  return { length: head[0].length, size: Number(field('Content-Length') ?? Number.NaN), fields };
}

/** "http://example.com/ 93.184.216.119 20140401000000 text/html 1591" */
function arcHead(text: string): Head | null {
  const head =
    /^([a-z][a-z+.-]{1,20}:[^\r\n]{1,9000}?) [\d.:a-f]{3,45} \d{8,17} (\S{1,99}) (?:\d{3} \S{1,99} \S{1,99} \d{1,15} \S{1,999} )?(\d{1,12})\r?\n/iu.exec(
      text,
    );
  if (!head) return null;
  const isPage = !head[1]?.startsWith('filedesc:');
  return {
    length: head[0].length,
    size: Number(head[3]),
    fields: { type: isPage ? 'response' : 'warcinfo', id: null, url: head[1] ?? null, contentType: head[2] ?? '' },
  };
}

/** Bytes within which a record's head stands. */
export const longestHead = 40_000;

/** A record that is none. */
export const nothing = { type: '', id: null, url: null, contentType: '', block: new Uint8Array() };

/** The head of the record that begins here; null where none does, or it does not say how long the record is. */
export function headOf(text: string): Head | null {
  const head = warcHead(text) ?? arcHead(text);
  return head !== null && Number.isSafeInteger(head.size) && head.size >= 0 ? head : null;
}

/** The records of an archive in order; the last one carries a fault where the archive ends too early. @throws ReadoutError READOUT_INPUT_UNREADABLE */
export function* archiveRecords(packed: Uint8Array): Generator<ArchiveRecord> {
  const { bytes, whole } = unpack(packed);
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === 10 || bytes[at] === 13) {
      at++;
      continue;
    }
    const head = headOf(latin(bytes.subarray(at, at + longestHead)));
    if (head === null) {
      // a record whose length was wrong: the next one can still be found by its first line
      const next = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('\nWARC/1', at + 1);
      yield { ...nothing, fault: 'no record begins where one should.' };
      if (next < 0) return;
      at = next + 1;
      continue;
    }
    const start = at + head.length;
    const block = bytes.subarray(start, start + head.size);
    yield { ...head.fields, block, fault: block.length < head.size ? `it ends after ${block.length} of ${head.size} bytes.` : null };
    at = start + head.size;
  }
  if (!whole) yield { ...nothing, fault: 'the compressed data end too early.' };
}
