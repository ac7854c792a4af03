import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { ReadoutError } from '../error.ts';
import { bareUtf16, binaryKind } from './binary.ts';

/** A text out of bytes, and the name of the encoding that gave it (WHATWG, lower case). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** How well bytes follow UTF-8: `valid` many-byte characters against `broken` places. */
function utf8Count(bytes: Uint8Array): { valid: number; broken: number; cutAtEnd: boolean } {
  let valid = 0;
  let broken = 0;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i++] ?? 0;
    if (lead < 0x80) continue;
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    // the second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let got = 0;
    while (got < more && i < bytes.length) {
      const byte = bytes[i] ?? 0;
      if (byte < (got === 0 ? low : 0x80) || byte > (got === 0 ? high : 0xbf)) break;
      got++;
      i++;
    }
    if (more > 0 && got === more) valid++;
    else if (more > 0 && i >= bytes.length) return { valid, broken, cutAtEnd: true };
    else broken++;
  }
  return { valid, broken, cutAtEnd: false };
}

/** The label of a `charset=` in a header or attribute, as a WHATWG name that can be decoded; null if there is none. */
function charsetIn(value: string | null | undefined): string | null {
  const label = /charset\s{0,9}=\s{0,9}["']?([\w:.+-]{1,40})/iu.exec(value ?? '')?.[1];
  const name = label === undefined ? null : normalizeEncoding(label);
  return name === null || name === 'replacement' || name === 'x-user-defined' ? null : name;
}

/** `<meta charset>` or `<meta http-equiv>` of a page, or the encoding of an XML declaration. Pages put 1 to 4 KB before it although the standard allows 1 KB. */
function declaredInside(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  if (!/^\s{0,999}</u.test(head)) return null;
  const xml = /^\s{0,99}<\?xml\b[^>]{0,200}\bencoding\s{0,9}=\s{0,9}["']([\w:.+-]{1,40})/iu.exec(head)?.[1];
  if (xml !== undefined) return charsetIn(`charset=${xml}`);
  for (const meta of head.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').matchAll(/<meta\b([^>]{0,500})>/giu)) {
    const name = charsetIn(meta[1]);
    // a declaration that could be read as ASCII cannot have been UTF-16: the standard says UTF-8
    if (name !== null) return name.startsWith('utf-16') ? 'utf-8' : name;
  }
  return null;
}

const markOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

/**
 * Bytes as text. The order: byte order mark, the header's charset, the page's own declaration, valid UTF-8, windows-1252.
 * Where UTF-8 is said but broken, it is kept (with U+FFFD) only if the rest is overwhelmingly UTF-8. A mark at the start is no part of the text.
 * @throws ReadoutError READOUT_INPUT_BINARY
 * @example decode(Uint8Array.of(0x93, 0x48, 0x69, 0x94)) // { text: '“Hi”', encoding: 'windows-1252' }
 */
export function decode(bytes: Uint8Array, options: { readonly contentType?: string | null } = {}): Decoded {
  const kind = binaryKind(bytes);
  if (kind !== null) {
    throw new ReadoutError(
      'READOUT_INPUT_BINARY',
      `This is not text: it seems to be ${kind}.`,
      'Give Readout the text, the HTML page or JSON lines; save other formats as text first.',
    );
  }
  const mark = markOf(bytes);
  const outside = mark ?? charsetIn(options.contentType);
  const said = outside ?? declaredInside(bytes) ?? bareUtf16(bytes);
  const { valid, broken, cutAtEnd } = utf8Count(bytes);
  // Saved pages keep the declaration they were sent with, whatever they are saved in: three characters of valid UTF-8 are no accident.
  const stale = outside === null && broken === 0 && valid >= 3 && !said?.startsWith('utf-16');
  if (said !== null && said !== 'utf-8' && !stale) return { text: new TextDecoder(said).decode(bytes), encoding: said };
  const utf8 = broken === 0 && (!cutAtEnd || valid > 0 || mark !== null);
  const encoding = utf8 || valid >= 10 * broken + (cutAtEnd ? 1 : 0) ? 'utf-8' : 'windows-1252';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
