import { cleanByline } from './byline.ts';
import { isoDate } from './dates.ts';

/** What the first lines of a plain text say about it. */
export interface TextHead {
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly published: string | null;
  readonly dateline: string | null;
}

const label = /^(title|headline|by|byline|author|authors|date|published|publication date)\s{0,3}:\s{1,3}(\S.{0,300})$/iu;
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)';
const dateLine = new RegExp(
  `^(?:published|updated|posted)?:?\\s{0,3}(?:on\\s)?(?:${weekday}\\.?,?\\s{1,3})?(?:[a-z]{3,9}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s[a-z]{3,9}\\.?,?\\s\\d{4}|\\d{4}-\\d{2}-\\d{2})(?:[ ,T|·-]{0,4}(?:at\\s)?\\d{1,2}[:.]\\d{2}[^a-z]{0,9}(?:[ap]\\.?m\\.?)?\\s?[a-z]{0,4})?$`,
  'iu',
);
const name =
  "\\p{Lu}[\\p{L}'’.-]{0,30}(?: (?:de|del|della|di|da|van|von|der|den|la|le|el|al|bin|ben|y)\\b){0,2}(?: (?:(?:de|van|von|al)-)?\\p{Lu}[\\p{L}'’.-]{0,30}){1,4}";
const byLine = new RegExp(`^(?:By|BY) (${name}(?:(?:, and | and |, | & )${name}){0,5})(?:,? (?:[A-Z][\\w ]{2,30}|for .{2,40}))?$`, 'u');
// "MOSCOW, Sept 13 (Reuters) - ", "WASHINGTON (AP) — ", "(CNN) — ", "SEOUL, South Korea — "
const agency =
  /^((?:\p{Lu}{2}[\p{Lu} .'’/-]{0,40}(?:, [\p{L}. ]{2,25})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?)?\([A-Z][\w &./-]{1,30}\)|\p{Lu}{3}[\p{Lu} .'’-]{0,40}(?:, [A-Z][\p{L}. ]{1,25})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?)\s{0,2}(?:[—–]|--?(?=\s))/u;
const tagged = /^\([A-Z][\w &./-]{1,30}\)/u;

interface Line {
  readonly text: string;
  readonly blankAfter: boolean;
}

function firstLines(text: string): Line[] {
  const raw = text.slice(0, 4000).split(/\r\n|\n|\r/u);
  const lines: Line[] = [];
  for (const [i, line] of raw.entries()) {
    const trimmed = line.trim();
    if (trimmed !== '' && lines.length < 8)
      lines.push({ text: trimmed, blankAfter: (raw[i + 1] ?? '').trim() === '' && i + 1 < raw.length });
  }
  return lines;
}

const unlabelledTitle = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  (line.blankAfter || byLine.test(next.text) || dateLine.test(next.text)) &&
  line.text.length <= 150 &&
  line.text.length < next.text.length + (byLine.test(next.text) || dateLine.test(next.text) ? 150 : 0) &&
  /^[\p{Lu}\p{Nd}“"‘']/u.test(line.text) &&
  /\s/u.test(line.text) &&
  !/[.,;:…”"]$/u.test(line.text) &&
  !byLine.test(line.text) &&
  !dateLine.test(line.text);

/** Title, byline, date and dateline where the first lines of a plain text give them plainly. */
export function readHead(text: string): TextHead {
  let title: string | null = null;
  let byline: readonly string[] = [];
  let published: string | null = null;
  let dateline: string | null = null;
  const lines = firstLines(text);
  for (const [i, line] of lines.entries()) {
    const said = label.exec(line.text);
    const key = said?.[1]?.toLowerCase() ?? '';
    const value = said?.[2]?.trim() ?? '';
    if (key === 'title' || key === 'headline') title ??= value;
    else if (key.startsWith('by') || key.startsWith('author')) byline = cleanByline(value);
    else if (key === 'date' || key.startsWith('publi')) published ??= isoDate(value);
    else if (byLine.test(line.text)) byline = cleanByline(byLine.exec(line.text)?.[1] ?? '');
    else if (dateLine.test(line.text)) published ??= isoDate(line.text);
    else if (title === null && i === 0 && unlabelledTitle(line, lines[1])) title = line.text;
    else {
      // the first line of the body: a dateline, or nothing more to learn
      dateline = (agency.exec(line.text)?.[1] ?? tagged.exec(line.text)?.[0] ?? null)?.trim() ?? null;
      break;
    }
  }
  return { title, byline, published, dateline };
}
