/** What a character does to the words around it, as BERT's basic tokenizer has it. */
export type CharacterKind = 'space' | 'alone' | 'silent' | 'accent' | 'part';

const SPACE = /[\s\p{Cc}]/u;
/** The four symbols decompose into an ASCII mark and an accent: ≠ is = with a stroke, and BERT reads the mark. */
const ALONE = /[\p{P}\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\u1fef≠≮≯\p{Cs}]/u;
/** Soft hyphens, joiners, byte order marks, private use: BERT leaves them out of the word. */
const SILENT = /[\p{Cf}\p{Co}\ufffd]/u;
const ACCENT = /\p{Mn}/u;

/** Stretches whose characters BERT takes as one word each, without Japanese kana and Korean, which are written as words. */
const CJK: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2ceaf],
  [0x2f800, 0x2fa1f],
];

const ofBasicPlane: (CharacterKind | undefined)[] = new Array(0x10000);

/**
 * The kind of a code point: `space` separates, `alone` is a word by itself, `silent` stands in a word and is not read,
 * `accent` is read with the letter before it, `part` is all the rest. A lone surrogate stands alone.
 */
export function characterKind(codePoint: number): CharacterKind {
  if (codePoint > 0xffff) return decide(codePoint);
  const known = ofBasicPlane[codePoint];
  if (known !== undefined) return known;
  const kind = decide(codePoint);
  ofBasicPlane[codePoint] = kind;
  return kind;
}

function decide(codePoint: number): CharacterKind {
  const character = String.fromCodePoint(codePoint);
  // The byte order mark is white space to JavaScript and nothing to BERT.
  if (SILENT.test(character)) return 'silent';
  if (SPACE.test(character)) return 'space';
  if (ALONE.test(character)) return 'alone';
  if (ACCENT.test(character)) return 'accent';
  return CJK.some(([from, to]) => from <= codePoint && codePoint <= to) ? 'alone' : 'part';
}
