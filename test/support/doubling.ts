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
  'signed messages': 'We will go there. — Kim (@kim) ',
  handles: '(@k)',
};

/** Doubled characters may take two and a half times the time. */
export const MOST = 2.5;
/** Milliseconds below which a time is mostly noise: quick work is done several times over. */
const MEASURABLE = 4;
/** Where work that goes over a text again for every character is a thousand times slower than work that does not, and the objects of one run still fit the collector's nursery. */
const CHARACTERS = 8_000;

/** Milliseconds of one run. Other programs add to the clock on the wall, and the collector's own threads to the processor's time: the lesser of the two is nearer the truth. */
function once(work: (text: string) => unknown, text: string, times: number): number {
  const [start, before] = [performance.now(), process.cpuUsage()];
  for (let run = 0; run < times; run++) work(text);
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000) / times;
}

/** The least of some: noise only adds. */
const least = (work: (text: string) => unknown, text: string, times: number, runs: number): number =>
  Math.min(...Array.from({ length: runs }, () => once(work, text, times)));

export interface Doubled {
  readonly single: number;
  readonly fourfold: number;
  readonly ratio: number;
}

/**
 * How the time grows when a text doubles, in milliseconds: over two doublings, of which the collector may take its time in one. What goes over a
 * text again for every character has a ratio of four. A ratio that is too great is measured again, more often each time, before it is
 * believed: other programs may have taken the processor.
 */
export function doubling(work: (text: string) => unknown, unit: string, characters: number, most = MOST): Doubled {
  const text = (length: number): string => unit.repeat(Math.max(1, Math.ceil(length / unit.length)));
  const [a, b] = [text(characters), text(4 * characters)];
  // What is compiled at the first runs is not measured.
  for (let warm = 0; warm < 3; warm++) work(text(characters / 8));
  const first = once(work, a, 1);
  const times = Math.min(200, Math.max(1, Math.ceil(MEASURABLE / Math.max(first, 0.01))));
  let [single, fourfold, ratio] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const runs of [1, 2, 4, 8]) {
    single = Math.min(single, least(work, a, times, runs));
    fourfold = Math.min(fourfold, least(work, b, times, runs));
    // What goes over 32,000 characters again for every one of them takes longer than this.
    ratio = fourfold < 20 ? 0 : Math.sqrt(fourfold / single);
    if (ratio <= most) break;
  }
  return { single, fourfold, ratio };
}

/** What grew faster than it may, one line each; empty where all is well. */
export function faster(work: (text: string) => unknown, characters = CHARACTERS, most = MOST): string[] {
  return Object.entries(units).flatMap(([name, unit]) => {
    const { single, fourfold, ratio } = doubling(work, unit, characters, most);
    return ratio <= most
      ? []
      : [
          `${name}: ${characters} characters ${single.toFixed(2)} ms, four times as many ${fourfold.toFixed(2)} ms (×${ratio.toFixed(2)} a doubling)`,
        ];
  });
}
