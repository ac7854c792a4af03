import { at, pastHyphen, reads, type Token, word } from './tokens.ts';
import { cardinals, ordinals, tens } from './words.ts';

/** A number read from the text; `amount` is null where it is vague ("a few", "several"). `to` is the token after it. */
export interface Quantity {
  readonly amount: number | null;
  readonly to: number;
}

const vague = new Set(['several', 'many', 'some', 'numerous', 'recent', 'dozens', 'hundreds', 'thousands', 'countless']);

/** The words that a quantity may start with; `#` is any run of digits. */
export const quantityStarts: readonly string[] = [
  '#',
  'a',
  'an',
  'half',
  'another',
  'couple',
  'few',
  ...cardinals.keys(),
  ...tens.keys(),
  ...vague,
  'hundred',
  'thousand',
];

/** Digits with groups, decimals and fractions: "1,000", "2.5", "2 1/2", "5½". */
function inDigits(tokens: readonly Token[], from: number): Quantity | null {
  let digits = word(tokens, from);
  if (!at(tokens, from).digits || digits.length > 9) return null;
  let to = from + 1;
  while (
    word(tokens, to) === ',' &&
    at(tokens, to + 1).digits &&
    word(tokens, to + 1).length === 3 &&
    !at(tokens, to + 1).spaced &&
    digits.length <= 9
  ) {
    digits += word(tokens, to + 1);
    to += 2;
  }
  let amount = Number(digits);
  if (word(tokens, to) === '.' && at(tokens, to + 1).digits && !at(tokens, to + 1).spaced && word(tokens, to + 1).length <= 3) {
    amount = Number(`${digits}.${word(tokens, to + 1)}`);
    to += 2;
  } else if (word(tokens, to) === '½') {
    amount += 0.5;
    to++;
  } else {
    const fraction = pastHyphen(tokens, to);
    if (reads(tokens, fraction, '1', '/', '2')) {
      amount += 0.5;
      to = fraction + 3;
    } else if (reads(tokens, to, '/', '2') && amount === 1) {
      amount = 0.5;
      to += 2;
    }
  }
  return { amount, to };
}

/** "twenty-four", "a hundred", "two hundred and ten", "two thousand". */
function inWords(tokens: readonly Token[], from: number): Quantity | null {
  let total = 0;
  let part = 0;
  let to = from;
  let last: 'none' | 'one' | 'ten' | 'power' = 'none';
  for (let steps = 0; steps < 8; steps++) {
    const next = to === from ? to : pastHyphen(tokens, to);
    const each = word(tokens, next);
    const unit = cardinals.get(each);
    const ten = tens.get(each);
    if (unit !== undefined && (last === 'none' || last === 'power' || (last === 'ten' && unit < 10))) {
      part += unit;
      last = 'one';
    } else if (ten !== undefined && (last === 'none' || last === 'power')) {
      part += ten;
      last = 'ten';
    } else if (each === 'hundred' && last !== 'ten') {
      part = Math.max(part, 1) * 100;
      last = 'power';
    } else if (each === 'thousand') {
      total += Math.max(part, 1) * 1000;
      part = 0;
      last = 'power';
    } else if (each === 'and' && last === 'power' && (cardinals.has(word(tokens, next + 1)) || tens.has(word(tokens, next + 1)))) {
      to = next + 1;
      continue;
    } else break;
    to = next + 1;
  }
  if (last === 'none') return null;
  return reads(tokens, to, 'and', 'a', 'half') ? { amount: total + part + 0.5, to: to + 3 } : { amount: total + part, to };
}

/** The number, article or vague amount at `from`: "3", "two", "a", "half an", "a couple of", "several". */
export function quantity(tokens: readonly Token[], from: number): Quantity | null {
  const first = word(tokens, from);
  if (at(tokens, from).digits) return inDigits(tokens, from);
  if (first === 'a' || first === 'an' || first === 'another') {
    const next = word(tokens, from + 1);
    if (next === 'couple') return { amount: 2, to: from + (word(tokens, from + 2) === 'of' ? 3 : 2) };
    if (next === 'few') return { amount: null, to: from + (word(tokens, from + 2) === 'more' ? 3 : 2) };
    if (next === 'dozen') return { amount: 12, to: from + 2 };
    if (next === 'half') return { amount: 0.5, to: from + 2 };
    if (reads(tokens, from + 1, 'number', 'of')) return { amount: null, to: from + 3 };
    if (next === 'hundred' || next === 'thousand') return inWords(tokens, from + 1);
    return { amount: 1, to: from + 1 };
  }
  if (first === 'couple') return { amount: 2, to: from + (word(tokens, from + 1) === 'of' ? 2 : 1) };
  if (first === 'half') {
    const next = pastHyphen(tokens, from + 1);
    return { amount: 0.5, to: word(tokens, next) === 'a' || word(tokens, next) === 'an' ? next + 1 : next };
  }
  if (first === 'few') return { amount: null, to: from + 1 };
  if (vague.has(first)) return { amount: null, to: from + (word(tokens, from + 1) === 'of' ? 2 : 1) };
  return inWords(tokens, from);
}

/** "first", "21st", "twenty-first"; the number and the token after it. */
export function ordinal(tokens: readonly Token[], from: number): { readonly amount: number; readonly to: number } | null {
  const first = at(tokens, from);
  if (first.digits) {
    const suffix = at(tokens, from + 1);
    return /^(?:st|nd|rd|th)$/u.test(suffix.word) && !suffix.spaced && first.word.length <= 4
      ? { amount: Number(first.word), to: from + 2 }
      : null;
  }
  const whole = ordinals.get(first.word);
  if (whole !== undefined) return { amount: whole, to: from + 1 };
  const ten = tens.get(first.word);
  if (ten === undefined) return null;
  const next = pastHyphen(tokens, from + 1);
  const unit = ordinals.get(word(tokens, next));
  return unit !== undefined && unit < 10 ? { amount: ten + unit, to: next + 1 } : null;
}

/** Years said aloud, as broadcasts print them: "nineteen ninety-six", "two thousand", "twenty sixteen". */
export function spokenYear(tokens: readonly Token[], from: number): { readonly year: number; readonly to: number } | null {
  const first = word(tokens, from);
  if (first === 'two' && word(tokens, from + 1) === 'thousand') {
    const rest = inWords(tokens, from);
    return rest?.amount != null && rest.amount < 2100 ? { year: rest.amount, to: rest.to } : null;
  }
  const century = first === 'nineteen' ? 1900 : first === 'eighteen' ? 1800 : first === 'twenty' ? 2000 : null;
  if (century === null) return null;
  const rest = inWords(tokens, from + 1);
  return rest?.amount != null && rest.amount >= 10 && rest.amount < 100 && word(tokens, from + 1) !== '-'
    ? { year: century + rest.amount, to: rest.to }
    : null;
}
