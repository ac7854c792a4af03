import type { ArchiveRecord } from '../read/warcRecords.ts';
import { recordsIn } from './warc-stream.ts';

/** A record alone, as a small archive of its own: so that each page is read, kept and proved by itself. */
export function alone({ type, id, url, contentType, block }: Omit<ArchiveRecord, 'fault'>): Uint8Array {
  const fields = [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Target-URI', url],
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ] as const;
  const head = fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}\r\n`]));
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head.join('')}\r\n`, 'latin1'), block, Buffer.from('\r\n\r\n')]);
}

/** A page of a web archive, or what is wrong where one should be. */
export type PagePart = { readonly record: number; readonly id: string | null } & (
  | { readonly bytes: Uint8Array }
  | { readonly fault: string }
);

const isPage = ({ type, url, contentType, block }: ArchiveRecord): boolean => {
  if (block.length === 0 || url?.startsWith('metadata:')) return false;
  if (type === 'resource' || type === 'conversion') return /html|^text\/plain/u.test(contentType);
  if (type !== 'response') return false;
  const head = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, 65_536)).toString('latin1');
  return /^HTTP\/\S{1,9} 200\b/u.test(head) && /^content-type:[ \t]{0,9}(?:text\/plain|[^\r\n]{0,99}html)/imu.test(head);
};

/**
 * The pages of a WARC or ARC archive as they come by. Requests, redirects, images are no articles and are not offered; what is damaged is.
 * @param most bytes of a page @throws what the chunks throw, after all that came before
 */
export async function* pagesOf(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<PagePart> {
  let record = 0;
  for await (const found of recordsIn(chunks, most)) {
    if (found.fault !== null) yield { record, id: found.id, fault: found.fault };
    else if (isPage(found))
      yield found.outsized
        ? { record, id: found.id, fault: `it has more than ${most} bytes.` }
        : { record, id: found.id, bytes: alone(found) };
    record++;
  }
}
