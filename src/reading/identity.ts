import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** `text` as UTF-8, except that a lone surrogate keeps its own three bytes (WTF-8), so that two texts differing only there stay two. */
function wtf8(text: string): Uint8Array {
  if (text.isWellFormed()) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0xd800 || code > 0xdfff) {
      length += new TextEncoder().encodeInto(character, bytes.subarray(length)).written;
    } else {
      bytes.set([0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)], length);
      length += 3;
    }
  }
  return bytes.subarray(0, length);
}

/** `document.id` of a text: the SHA-256 of its UTF-8 bytes (of its WTF-8 bytes where it holds a lone surrogate). */
export const identify = (text: string): string => `sha256:${bytesToHex(sha256(wtf8(text)))}`;
