import type { Found, Rule } from '../found.ts';
import { at, reads, type Token, word } from '../tokens.ts';
import { durationValue } from '../value.ts';
import { units } from '../words.ts';

const past = (from: number, to: number): Found => ({ from, to, type: 'DATE', value: () => 'PAST_REF' });
const present = (from: number, to: number): Found => ({ from, to, type: 'DATE', value: () => 'PRESENT_REF' });
const future = (from: number, to: number): Found => ({ from, to, type: 'DATE', value: () => 'FUTURE_REF' });

type Reading = (tokens: readonly Token[], from: number) => Found | null;

/** "recent years", "coming months": vague stretches. */
const stretch: Reading = (tokens, from) => {
  const unit = units.get(word(tokens, from + 1));
  if (unit === undefined || !word(tokens, from + 1).endsWith('s')) return null;
  const first = word(tokens, from);
  if (unit === 'D') return first === 'recent' ? past(from, from + 2) : future(from, from + 2);
  return { from, to: from + 2, type: 'DURATION', value: () => durationValue(null, unit) };
};

const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['now', (tokens, from) => (reads(tokens, from + 1, '-') || at(tokens, from - 1).word === '-' ? null : present(from, from + 1))],
  ['currently', (_, from) => present(from, from + 1)],
  ['nowadays', (_, from) => present(from, from + 1)],
  ['presently', (_, from) => present(from, from + 1)],
  ['recently', (_, from) => past(from, from + 1)],
  ['lately', (_, from) => past(from, from + 1)],
  ['recent', (tokens, from) => stretch(tokens, from)],
  ['coming', (tokens, from) => stretch(tokens, from)],
  [
    'past',
    (tokens, from) =>
      word(tokens, from - 1) === 'the' && (word(tokens, from - 2) === 'in' || !/^[a-z0-9]/u.test(word(tokens, from + 1)))
        ? past(from, from + 1)
        : null,
  ],
  [
    'future',
    (tokens, from) =>
      at(tokens, from).capital
        ? null
        : future(['near', 'foreseeable', 'distant'].includes(word(tokens, from - 1)) ? from - 1 : from, from + 1),
  ],
  [
    'some',
    (tokens, from) =>
      reads(tokens, from + 1, 'time') && !/^(?:to|in|at|on|ago|with|off|for)$/u.test(word(tokens, from + 2))
        ? { from, to: from + 2, type: 'DURATION', value: () => 'PXM' }
        : null,
  ],
  [
    'while',
    (tokens, from) => (reads(tokens, from - 2, 'for', 'a') ? { from: from - 1, to: from + 1, type: 'DURATION', value: () => 'PXX' } : null),
  ],
  ['these', (tokens, from) => (reads(tokens, from + 1, 'days') ? present(from, from + 2) : null)],
]);

/** References to past, present and future that name no date. */
export const vague: Rule = {
  name: 'vague',
  starts: readings.keys(),
  match: (tokens, from) => readings.get(word(tokens, from))?.(tokens, from) ?? null,
};
