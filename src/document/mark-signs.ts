import type { Span } from './span.ts';

/** Marks that pair with one another: any double mark may close any other, so that `“Yes," he said` is a pair. */
export type Family = 'double' | 'single' | 'guillemets' | 'single-guillemets' | 'corner';

/** How the opening mark is written. */
export type Style =
  | 'straight'
  | 'curly'
  | 'low'
  | 'guillemets'
  | 'paired'
  | 'single-straight'
  | 'single-curly'
  | 'single-low'
  | 'single-guillemets'
  | 'corner';

/** A mark that may quote, with what it looks like where it stands. */
export interface Sign extends Span {
  readonly family: Family;
  readonly style: Style;
  /** What its shape says; straight marks say nothing. */
  readonly shape: 'open' | 'close' | null;
  /** Blank, bracket, dash or another mark before it and something written after it. */
  readonly looksOpen: boolean;
  /** Something written before it and none of a word after it. */
  readonly looksClosed: boolean;
  /** After an s and before a small letter: `the workers’ rights`. */
  readonly beforeGenitive: boolean;
}

const SIGN = /``|''|‘‘|’’|["“”„‟«»‹›'‘’‚‛`「」『』]/gu;
const SHAPES: Readonly<Record<string, readonly [Family, Style, Sign['shape']]>> = {
  '"': ['double', 'straight', null],
  '‟': ['double', 'curly', null],
  '“': ['double', 'curly', 'open'],
  '”': ['double', 'curly', 'close'],
  '„': ['double', 'low', 'open'],
  '``': ['double', 'paired', 'open'],
  "''": ['double', 'paired', null],
  '‘‘': ['double', 'paired', 'open'],
  '’’': ['double', 'paired', 'close'],
  "'": ['single', 'single-straight', null],
  '`': ['single', 'single-straight', 'open'],
  '‘': ['single', 'single-curly', 'open'],
  '‛': ['single', 'single-curly', 'open'],
  '’': ['single', 'single-curly', 'close'],
  '‚': ['single', 'single-low', 'open'],
  '«': ['guillemets', 'guillemets', 'open'],
  '»': ['guillemets', 'guillemets', 'close'],
  '‹': ['single-guillemets', 'single-guillemets', 'open'],
  '›': ['single-guillemets', 'single-guillemets', 'close'],
  '「': ['corner', 'corner', 'open'],
  '『': ['corner', 'corner', 'open'],
  '」': ['corner', 'corner', 'close'],
  '』': ['corner', 'corner', 'close'],
};

const BEFORE_OPEN = /[\s\p{Cf}([{<—–\-/"'“‘„‚«‹`…]/u;
const WRITTEN = /[\p{L}\p{N}]/u;
/** `'em`, `'90s`, `rock 'n' roll`: something is left out, nothing is quoted. */
const LEFT_OUT = /^(?:\d0s?\b|\d\ds?\b|(?:em|til|till|tis|twas|twere|cause|cuz|bout|round|nuff|n|un|im|er|kay)\b)/iu;
/** `6'2"`, `5" pipe`, `a 12"x9" sheet`. */
const FEET = /(?:\d['’′]|["”]x)\s?\d{1,2}(?:\.\d+)?$/u;
const INCHES = /(?:^|[^\d.])\d{1,3}(?:\.\d+)?$/u;
const MEASURED =
  /^[\s-]?(?:x(?:\d|\b)|by\b|×|tall\b|high\b|wide\b|long\b|deep\b|thick\b|inch|pipes?\b|screens?\b|tvs?\b|monitors?\b|wheels?\b|barrels?\b|guns?\b|records?\b|vinyl\b|singles?\b|discs?\b|nails?\b|diameter\b|snow\b|rain\b)/iu;

/** The marks of a paragraph that may quote: apostrophes in words, feet, inches, years and elisions are not among them. */
export function signs(text: string, paragraph: Span): readonly Sign[] {
  const found: Sign[] = [];
  SIGN.lastIndex = paragraph.start;
  for (let match = SIGN.exec(text); match !== null && match.index < paragraph.end; match = SIGN.exec(text)) {
    const start = match.index;
    const end = Math.min(start + match[0].length, paragraph.end);
    const shape = SHAPES[text.slice(start, end)];
    if (shape === undefined) continue;
    const before = start > paragraph.start ? text.charAt(start - 1) : ' ';
    const after = end < paragraph.end ? text.charAt(end) : ' ';
    const sign = {
      start,
      end,
      family: shape[0],
      style: shape[1],
      shape: shape[2],
      looksOpen: BEFORE_OPEN.test(before) && !/\s/u.test(after),
      looksClosed: !/\s/u.test(before) && !WRITTEN.test(after),
      beforeGenitive: before === 's' && /^ \p{Ll}/u.test(text.slice(end, end + 2)),
    };
    if (quotes(text, paragraph, sign, before, after)) found.push(sign);
  }
  return found;
}

function quotes(text: string, paragraph: Span, sign: Sign, before: string, after: string): boolean {
  const ahead = text.slice(sign.end, Math.min(sign.end + 12, paragraph.end));
  if (sign.family === 'single') {
    if (WRITTEN.test(before) && WRITTEN.test(after)) return false;
    if (sign.style === 'single-low') return sign.looksOpen;
    return !(sign.looksOpen && LEFT_OUT.test(ahead));
  }
  if (text.charAt(sign.start) !== '"' && text.charAt(sign.start) !== '”') return true;
  if (!/\d/u.test(before)) return true;
  const behind = text.slice(Math.max(paragraph.start, sign.start - 10), sign.start);
  return !(FEET.test(behind) || (INCHES.test(behind) && MEASURED.test(ahead)));
}
