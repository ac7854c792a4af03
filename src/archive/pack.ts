import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** More than any reading or original that is taken in unpacks to. */
const largest = 1_073_741_824;

/** What is kept of an article is packed well: that takes some ms beside some 100 ms of reading. Of what is larger it would take seconds. */
const USUAL = 200_000;

/** Six to nine cost more time than they save room. */
export function pack(bytes: Uint8Array, quality: 5 | 10 = 5): Uint8Array {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: bytes.length > USUAL ? 22 : 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** @throws when the bytes are damaged */
export const unpack = (packed: Uint8Array): Uint8Array => brotliDecompressSync(packed, { maxOutputLength: largest });

/** Packs bytes that hold a text once more: what stands in the text is only pointed to. Deflate looks back over 32 KB. */
export const packBy = (bytes: Uint8Array, text: Uint8Array): Uint8Array =>
  deflateRawSync(bytes, { dictionary: text.subarray(0, 32_768), level: 9, memLevel: 9 });

/** @throws when the bytes are damaged or the text is another */
export const unpackBy = (packed: Uint8Array, text: Uint8Array): Uint8Array =>
  inflateRawSync(packed, { dictionary: text.subarray(0, 32_768), maxOutputLength: largest });

export function packText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return pack(bytes, bytes.length > USUAL ? 5 : 10);
}
export const unpackText = (packed: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpack(packed));
