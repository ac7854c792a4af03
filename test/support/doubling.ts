/** What makes a scanner go back and forth: runs of one thing, and of what looks like the beginning of something. */
export const units: Readonly<Record<string, string>> = {
  spaces: ' ',
  'no-break spaces': '\u00a0',
  tabs: '\t',
  newlines: '\n',
  'lines of spaces': '   \n',
  'carriage returns': '\r\n',
  'double quotes': '"',
  'curly quotes that open': '“',
  'curly quotes in pairs': '“”',
  apostrophes: "'",
  'quotes and spaces': '" ',
  'opening brackets': '(',
  'square brackets': '[',
  'brackets in pairs': '()',
  digits: '7',
  'digits and stops': '1.',
  'digits and commas': '1,',
  'digits and spaces': '12 ',
  'opening tags': '<a>',
  'broken tags': '<',
  'closing tags': '</b>',
  comments: '<!--',
  references: '&#',
  'named references': '&amp',
  commas: ',',
  stops: '.',
  'stops and spaces': '. ',
  dashes: '-',
  'long dashes': ' — ',
  colons: ':',
  semicolons: ';',
  slashes: '/',
  bars: '|',
  'capital letters': 'A',
  letters: 'a',
  'one name': 'Kim ',
  'a name with a stop': 'J. ',
  'said ': 'said ',
  'and ': 'and ',
  'the ': 'the ',
  'by ': 'By ',
  'a quotation': '“No,” said Kim. ',
  'a quotation without an end': '“Kim said ',
  'a sentence': 'The minister met Kim in Paris on Monday. ',
  'not ': 'not ',
  'dates without an end': '4 March ',
  'numbers in words': 'two hundred and ',
  'accents on nothing': '\u0301',
  'words with marks': "Kim's ",
  'foreign letters': 'ж',
  'halves of a character': '\ud800',
  addresses: 'https://a.b/',
};

/** Milliseconds of processor time: what other programs take of the clock on the wall does not count. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The least of some runs, in milliseconds: noise only adds. */
function least(work: (text: string) => unknown, text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = now();
    work(text);
    best = Math.min(best, now() - start);
  }
  return best;
}

/** Doubled characters may take two and a half times the time. */
export const MOST = 2.5;
/** Below this a time is mostly noise. */
const MEASURABLE = 6;

export interface Doubled {
  readonly characters: number;
  readonly once: number;
  readonly twice: number;
  readonly ratio: number;
}

/**
 * How the time grows when the text doubles, at a size where it can be measured, or at `longest` characters.
 * A ratio that is too great is measured again, more often each time, before it is believed: other programs may have taken the processor.
 */
export function doubling(work: (text: string) => unknown, unit: string, longest: number): Doubled {
  const text = (characters: number): string => unit.repeat(Math.max(1, Math.ceil(characters / unit.length)));
  work(text(2000));
  let characters = 8_000;
  while (characters * 2 < longest && least(work, text(characters), 1) < MEASURABLE) characters *= 2;
  let [once, twice, ratio] = [0, 0, Number.POSITIVE_INFINITY];
  for (const runs of [2, 3, 5, 8]) {
    const [a, b] = [text(characters), text(2 * characters)];
    const [single, double] = [least(work, a, runs), least(work, b, runs)];
    once = once === 0 ? single : Math.min(once, single);
    twice = twice === 0 ? double : Math.min(twice, double);
    ratio = twice / Math.max(once, 0.5);
    if (ratio <= MOST || twice < MEASURABLE) break;
  }
  return { characters, once, twice, ratio: twice < MEASURABLE ? 0 : ratio };
}

/** What grew faster than it may, one line each; empty where all is well. */
export function faster(work: (text: string) => unknown, longest: number): string[] {
  return Object.entries(units).flatMap(([name, unit]) => {
    const { characters, once, twice, ratio } = doubling(work, unit, longest);
    return ratio <= MOST
      ? []
      : [`${name}: ${characters} characters ${once.toFixed(1)} ms, twice as many ${twice.toFixed(1)} ms (×${ratio.toFixed(2)})`];
  });
}
