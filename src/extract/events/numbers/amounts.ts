import type { Span } from '../../../document/span.ts';

/** A number in a text with its approximators. `least` and `most` are the bounds that the words give, null where they leave it open. */
export interface Amount extends Span {
  readonly least: number | null;
  readonly most: number | null;
  readonly about: boolean;
  /** ISO 4217 code of a sum of money. */
  readonly currency: string | null;
  /** Whether it is a percentage, ordinal, date, age or part of a name: no amount of people or money. */
  readonly other: boolean;
}

const words: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1] as const)
    .concat('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10] as const)),
);
const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  k: 1e3,
  dozen: 12,
};
/** What a plural of number means at least: "dozens" are two of them or more. */
const many: Readonly<Record<string, number>> = {
  'tens of thousands': 2e4,
  'hundreds of thousands': 2e5,
  'tens of millions': 2e7,
  'hundreds of millions': 2e8,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2e6,
  billions: 2e9,
};
const currencies: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  dollars: 'USD',
  dollar: 'USD',
  euros: 'EUR',
  euro: 'EUR',
  pounds: 'GBP',
  yen: 'JPY',
  rubles: 'RUB',
  roubles: 'RUB',
  rupees: 'INR',
  yuan: 'CNY',
};

const small = Object.keys(words).join('|');
const digits = String.raw`\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,3})?`;
const scale = 'hundred|dozen|thousand|million|billion|trillion|bn|mn|tn|m|b|k';
const value = String.raw`(?:(?:${digits})(?:[ -]?(?:${scale})\b)?|(?:half )?an? (?:dozen|hundred|thousand|million|billion)\b|(?:${small})\b(?:[ -](?:${small})\b)?(?: (?:${scale})\b)?)`;
const before: readonly (readonly [pattern: string, bound: 'least' | 'most' | 'about' | 'range'])[] = [
  ['at least|more than|over|no fewer than|no less than|upwards of|in excess of', 'least'],
  ['up to|as many as|as much as|at most|fewer than|less than|no more than|under', 'most'],
  ['about|around|approximately|roughly|nearly|almost|some|an estimated|close to', 'about'],
  ['between|from', 'range'],
];
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$€£-])(?:(?:(?<approximator>${before.map(([pattern]) => pattern).join('|')}) )?(?<symbol>(?:us)?\$|[€£¥])?(?<one>${value})(?:(?: to |-|–| and )(?:us)?[$€£¥]?(?<two>${value}))?(?: (?:u\.?s\.? )?(?<unit>dollars?|euros?|pounds|yen|rou?bles|rupees|yuan)\b)?|(?<many>(?:tens|hundreds) of (?:thousands|millions)|dozens|scores|hundreds|thousands|millions|billions))(?<tail>%|[ -]per ?cent|(?:st|nd|rd|th)\b|[ -](?:years?|months?|weeks?|days?|hours?|minutes?)\b|[ -]year[ -]old|\p{L})?`,
  'giu',
);

/** A month before it makes it a day: "Aug. 21". */
const MONTH =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\.? $/iu;

/** The amounts in a stretch of text. Offsets are the text's. */
export function amountsIn(text: string, within: Span): Amount[] {
  return [...text.slice(within.start, within.end).matchAll(AMOUNT)].map((found): Amount => {
    const { approximator, symbol, one, two, unit, many: vague, tail } = found.groups as Record<string, string | undefined>;
    const start = within.start + found.index;
    const end = start + found[0].length - (tail?.length ?? 0);
    const currency = currencies[(symbol ?? unit ?? '').toLowerCase()] ?? null;
    if (vague !== undefined)
      return { start, end, least: many[vague.toLowerCase()] ?? null, most: null, about: true, currency, other: tail !== undefined };
    const first = numberOf(one ?? '');
    const second = two === undefined ? null : numberOf(two);
    const bound = approximator && before.find(([pattern]) => pattern.split('|').includes(approximator.toLowerCase()))?.[1];
    // "$3 to 4 billion", "5 to 6 million": the scale stands once and holds for both.
    const low = second !== null && second >= 1000 * first ? first * scaleOf(two ?? '') : first;
    const year = second === null && !currency && /^(?:1[6-9]|20)\d\d$/u.test(one ?? '');
    return {
      start,
      end,
      least: bound === 'most' ? null : low,
      most: bound === 'least' ? null : (second ?? first),
      about: bound === 'about',
      currency,
      other: tail !== undefined || (!bound && !currency && (year || MONTH.test(text.slice(Math.max(within.start, start - 12), start)))),
    };
  });
}

const scaleOf = (written: string): number => scales[/[a-z]+$/iu.exec(written)?.[0].toLowerCase() ?? ''] ?? 1;

/** The number that is written: "1,200", "3.5 billion", "twenty-one", "a dozen". */
function numberOf(written: string): number {
  const lower = written.toLowerCase();
  if (/^(?:half an?|an?) dozen$/u.test(lower)) return lower.startsWith('half') ? 6 : 12;
  const inDigits = /^[\d,.]+/u.exec(lower)?.[0];
  const factor = scaleOf(lower);
  if (inDigits !== undefined) return Math.round(Number(inDigits.replaceAll(',', '')) * factor * 100) / 100;
  if (lower.startsWith('half a')) return factor / 2;
  const sum = lower.split(/[ -]/u).reduce((total, word) => total + (words[word] ?? 0), 0);
  return (sum || 1) * (sum === 0 || scales[lower.split(/[ -]/u).at(-1) ?? ''] ? factor : 1);
}
