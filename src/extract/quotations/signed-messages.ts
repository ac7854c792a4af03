import type { Span } from '../../document/span.ts';
import { wordAt } from '../names/index.ts';
import type { FoundQuotation } from './found.ts';

/** Characters that a signature's name may take between its dash and its handle. */
const NAME = 60;
/** A message has at least this many words; less is a caption. */
const LEAST = 4;
/** The handle and the date behind it: `(@marcorubio) May 15, 2019`. */
const HANDLE = /^\(@\w{1,20}\)(?:[ \t]{0,2}\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})?/u;
const BLANK = /\s/u;
/** A link to what the message shows is no word of it. */
const LINK = /^(?:https?:\/\/|pic\.twitter\.com\/)/u;
/** Of 44 such messages in train/gold the annotators took 42 for quotations. */
const SCORE = 42 / 44;

/**
 * Messages printed whole with their signature: "We will rebuild. — Marco Rubio (@marcorubio) May 15, 2019". They need no quotation marks; the
 * dash, the name and the handle in brackets say whose words they are.
 * @param taken words that are quotations already
 */
export function signedMessages(
  text: string,
  paragraphs: readonly Span[],
  words: readonly Span[],
  taken: (word: number) => boolean,
): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  paragraphs.forEach((paragraph, index) => {
    let from = paragraph.start;
    for (let at = text.indexOf('(@', from); at >= 0 && at < paragraph.end; at = text.indexOf('(@', at + 2)) {
      const signature = nameBefore(text, from, at);
      const handle = HANDLE.exec(text.slice(at, Math.min(paragraph.end, at + 60)));
      if (!signature || !handle) continue;
      const { source, dash } = signature;
      const here = trimmed(text, from, dash);
      const above = paragraphs[index - 1];
      const message = here.end > here.start ? here : above && from === paragraph.start ? trimmed(text, above.start, above.end) : here;
      from = at + handle[0].length;
      const contentWord = wordAt(words, message.start);
      let count = 0;
      let free = true;
      for (let word = contentWord; (words[word]?.end ?? Number.POSITIVE_INFINITY) <= message.end; word++, count++) free &&= !taken(word);
      if (!free || count < LEAST) continue;
      found.push({
        kind: 'direct',
        content: [message],
        cue: null,
        source,
        stance: 'statement',
        score: SCORE,
        contentWord,
        sourceWord: wordAt(words, source.start),
      });
    }
  });
  return found;
}

/** The name between a dash and a handle, and where the dash is; null where there is none. */
function nameBefore(text: string, from: number, handle: number): { readonly source: Span; readonly dash: number } | null {
  let end = handle;
  while (end > from && text[end - 1] === ' ') end--;
  let start = end;
  while (start > from && end - start < NAME && !dashAt(text, start - 1)) start--;
  const dash = start - 1;
  if (dash < from || !dashAt(text, dash)) return null;
  while (start < end && text[start] === ' ') start++;
  return start < end ? { source: { start, end }, dash } : null;
}

/** A dash; a hyphen counts only where it stands free, not in "Ocasio-Cortez". */
const dashAt = (text: string, at: number): boolean =>
  text[at] === '—' || text[at] === '–' || (text[at] === '-' && (at === 0 || /\s/u.test(text[at - 1] ?? '')));

/** A stretch without blanks, and without the links that it ends in. */
function trimmed(text: string, start: number, end: number): Span {
  let to = end;
  for (;;) {
    while (to > start && BLANK.test(text[to - 1] ?? '')) to--;
    let word = to;
    while (word > start && !BLANK.test(text[word - 1] ?? '')) word--;
    if (word === to || !LINK.test(text.slice(word, Math.min(to, word + 20)))) break;
    to = word;
  }
  let from = start;
  while (from < to && BLANK.test(text[from] ?? '')) from++;
  return { start: from, end: to };
}
