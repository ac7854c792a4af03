import { roleOf } from './mark-roles.ts';
import { type Family, type Sign, type Style, signs } from './mark-signs.ts';
import type { Span } from './span.ts';

/** A stretch between quotation marks, marks included. It never leaves its paragraph. */
export interface QuotedStretch extends Span {
  /** What stands between the marks. */
  readonly inside: Span;
  readonly style: Style;
  /** False where no mark closes it: it then runs to the end of its paragraph, of the stretch around it, or to the next opening mark. */
  readonly closed: boolean;
  /** Whether it takes up a quotation that the paragraph before left open. */
  readonly continues: boolean;
  /** How many stretches stand around it. */
  readonly depth: number;
}

type Found = Omit<QuotedStretch, 'depth'>;

/**
 * The stretches in quotation marks of all kinds, in text order (the outer before the inner); two are nested or apart.
 * Marks that pair with nothing, apostrophes, feet and inches give none.
 * @example quotedStretches('“Go,” he said.', [{ start: 0, end: 14 }]) // one: 0–5, inside 1–4, curly, closed
 */
export function quotedStretches(text: string, paragraphs: readonly Span[]): readonly QuotedStretch[] {
  const found: QuotedStretch[] = [];
  let leftOpen = false;
  for (const paragraph of paragraphs) {
    const own = inParagraph(text, paragraph, leftOpen);
    for (const stretch of own) found.push(stretch);
    const last = own.findLast((stretch) => stretch.depth === 0);
    leftOpen = last !== undefined && !last.closed && last.end === paragraph.end && !last.style.startsWith('single');
  }
  return found;
}

function inParagraph(text: string, paragraph: Span, leftOpen: boolean): readonly QuotedStretch[] {
  const all = signs(text, paragraph);
  const doubles = all.filter((sign) => sign.family === 'double');
  const lastCloser = all.findLastIndex((sign) => sign.family === 'single' && sign.looksClosed);
  const found: Found[] = [];
  // Opening marks in order, and the same by family.
  const stack: Sign[] = [];
  const openers = new Map<Family, Sign[]>();
  let seen = 0;

  const begin = (sign: Sign) => {
    stack.push(sign);
    const same = openers.get(sign.family);
    if (same === undefined) openers.set(sign.family, [sign]);
    else same.push(sign);
  };
  /** Ends the newest stretch, at `end`; a straight single mark that nothing closes was an apostrophe. */
  const finish = (end: number, closer: Sign | null) => {
    const sign = stack.pop();
    if (sign === undefined) return;
    openers.get(sign.family)?.pop();
    if (closer === null && sign.style === 'single-straight') return;
    const inside = { start: sign.end, end: Math.max(sign.end, closer?.start ?? end) };
    const continues = leftOpen && sign.start === paragraph.start && sign.family !== 'single';
    found.push({ start: sign.start, end: Math.max(sign.end, end), inside, style: sign.style, closed: closer !== null, continues });
  };
  /** Closes the newest stretch of the family; what was opened inside it and left open ends before the mark. */
  const close = (family: Family, closer: Sign | null, end: number) => {
    while (stack.length > 0 && stack.at(-1)?.family !== family) finish(closer?.start ?? end, null);
    finish(end, closer);
  };

  all.forEach((sign, index) => {
    if (sign.family === 'double') seen++;
    const opener = openers.get(sign.family)?.at(-1);
    const role = roleOf(sign, opener, {
      next: all[index + 1],
      double: doubles[seen],
      doubleAfter: doubles[seen + 1],
      closerFollows: lastCloser > index,
    });
    if (role === 'open') begin(sign);
    else if (role === 'close') close(sign.family, sign, sign.end);
    else if (role === 'reopen') {
      // The mark before was never closed.
      close(sign.family, null, endBefore(text, sign.start));
      begin(sign);
    } else if (leftOpen && sign.style === 'curly' && sign.shape === 'close' && found.length === 0 && stack.length === 0) {
      const { start } = paragraph;
      found.push({ start, end: sign.end, inside: { start, end: sign.start }, style: 'curly', closed: true, continues: true });
    }
  });
  while (stack.length > 0) finish(paragraph.end, null);
  return withDepth(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

function withDepth(found: readonly Found[]): readonly QuotedStretch[] {
  const around: number[] = [];
  return found.map((stretch) => {
    while (around.length > 0 && (around.at(-1) as number) <= stretch.start) around.pop();
    around.push(stretch.end);
    const { start, end, inside, style, closed, continues } = stretch;
    return { start, end, inside, style, closed, continues, depth: around.length - 1 };
  });
}

function endBefore(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--;
  return end;
}
