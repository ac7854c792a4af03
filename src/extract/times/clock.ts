import { two } from './calendar.ts';
import { at, reads, type Token, word } from './tokens.ts';
import { cardinals, dayParts, zones } from './words.ts';

/** A time of day as read: `22:00`; `to` is the token after it and its zone. */
export interface Clock {
  readonly value: string;
  readonly to: number;
}

/** "a.m.", "pm", "p.m": whether afternoon, and the token after it. */
function meridiem(tokens: readonly Token[], from: number): { readonly pm: boolean; readonly to: number } | null {
  const first = word(tokens, from);
  if (first === 'am' || first === 'pm') return { pm: first === 'pm', to: from + 1 };
  if ((first !== 'a' && first !== 'p') || !reads(tokens, from + 1, '.', 'm')) return null;
  return { pm: first === 'p', to: word(tokens, from + 3) === '.' && !at(tokens, from + 3).spaced ? from + 4 : from + 3 };
}

/** After the time: a zone, in brackets or not, or "local time". */
function pastZone(tokens: readonly Token[], from: number): number {
  if (reads(tokens, from, 'local', 'time') || reads(tokens, from, 'eastern', 'time') || reads(tokens, from, 'pacific', 'time'))
    return from + 2;
  const zone = at(tokens, from);
  return zones.has(zone.word) && zone.capital && zone.end - zone.start >= 2 ? from + 1 : from;
}

/** "10:35 a.m.", "5 p.m. EST", "18:30", "0735 GMT", "4 in the morning", "seven o'clock"; null where `from` is no time of day. */
export function clockAt(tokens: readonly Token[], from: number): Clock | null {
  const first = at(tokens, from);
  const spoken = cardinals.get(first.word);
  if (!first.digits && spoken === undefined) return null;
  let hour = spoken ?? Number(first.word);
  let minute = 0;
  let to = from + 1;
  let sure = false;
  if (first.word.length > 4) return null;
  const minutes = at(tokens, from + 2);
  if (
    first.digits &&
    (word(tokens, to) === ':' || word(tokens, to) === '.') &&
    minutes.digits &&
    minutes.word.length === 2 &&
    !minutes.spaced &&
    !at(tokens, to).spaced
  ) {
    minute = Number(minutes.word);
    sure = word(tokens, to) === ':';
    to += 2;
    if (word(tokens, to) === ':' && at(tokens, to + 1).digits && at(tokens, to + 1).word.length === 2) to += 2;
  }
  const half = meridiem(tokens, to);
  if (half !== null) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.pm ? 12 : 0);
    to = half.to;
    sure = true;
  } else if (first.digits && first.word.length === 4) {
    if (pastZone(tokens, to) === to || minute > 0) return null;
    minute = hour % 100;
    hour = Math.floor(hour / 100);
    sure = true;
  } else if (reads(tokens, to, 'o', "'", 'clock') || reads(tokens, to, 'o', '’', 'clock')) {
    to += 3;
    sure = true;
  }
  if (reads(tokens, to, 'in', 'the') && dayParts.has(word(tokens, to + 2)) && hour <= 12 && (sure || minute === 0)) {
    const part = word(tokens, to + 2);
    if (part !== 'morning' && hour < 12) hour += 12;
    to += 3;
    sure = true;
  }
  return sure && hour < 24 && minute < 60 ? { value: `${two(hour)}:${two(minute)}`, to: pastZone(tokens, to) } : null;
}

/** The time that is glued to an ISO date, "T10:30:00Z". */
export function clockAfter(tokens: readonly Token[], from: number): Clock | null {
  if (word(tokens, from) !== 't' || at(tokens, from).spaced || !at(tokens, from + 1).digits || word(tokens, from + 2) !== ':') return null;
  const clock = clockAt(tokens, from + 1);
  return clock === null ? null : { value: clock.value, to: word(tokens, clock.to) === 'z' ? clock.to + 1 : clock.to };
}
