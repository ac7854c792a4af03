import { eventDate, findTimes } from '../src/extract/times/index.ts';
import type { Time } from '../src/reading/schema.ts';

/** One line of times/tbaq.jsonl. */
export interface TimesGold {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly { readonly start: number; readonly end: number; readonly type: string; readonly value: string }[];
}

/** Precision, recall and F1 in hundredths, with their counts. */
export interface Figure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly gold: number;
  readonly found: number;
}

const lines = <T>(jsonl: string): T[] =>
  jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
const tenth = (value: number): number => Math.round(value * 10) / 10;

function figure(hits: number, found: number, gold: number): Figure {
  const p = found === 0 ? 0 : (100 * hits) / found;
  const r = gold === 0 ? 0 : (100 * hits) / gold;
  return { p: tenth(p), r: tenth(r), f1: p + r === 0 ? 0 : tenth((2 * p * r) / (p + r)), gold, found };
}

/** The articles to tune on (the first two thirds by id) or to report on (the last third). */
export function timesPart(jsonl: string, part: 'tune' | 'report' | 'all'): readonly TimesGold[] {
  const sorted = lines<TimesGold>(jsonl).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const cut = Math.floor((sorted.length * 2) / 3);
  return part === 'all' ? sorted : part === 'tune' ? sorted.slice(0, cut) : sorted.slice(cut);
}

/** The readings that `score.py times` takes: one line an id (two ids of the set are there twice with one text). */
export function timesReadings(gold: readonly TimesGold[]): string {
  const seen = new Set<string>();
  const rows = gold.filter(({ id }) => !seen.has(id) && seen.add(id));
  return rows
    .map(
      (row) =>
        `${JSON.stringify({ document: { input: { id: row.id }, text: row.text }, times: findTimes(row.text, { published: row.published }) })}\n`,
    )
    .join('');
}

/** The same figures as `score.py times`: relaxed (overlap), strict (span), value. */
export function scoreTimes(gold: readonly TimesGold[]): { readonly relaxed: Figure; readonly strict: Figure; readonly value: Figure } {
  let [total, found, relaxed, strict, value] = [0, 0, 0, 0, 0];
  for (const row of gold) {
    const left = findTimes(row.text, { published: row.published });
    total += row.times.length;
    found += left.length;
    for (const time of row.times) {
      const index = left.findIndex((each) => each.start < time.end && time.start < each.end);
      const [hit] = index < 0 ? [] : left.splice(index, 1);
      if (hit === undefined) continue;
      relaxed++;
      if (hit.start === time.start && hit.end === time.end) strict++;
      if (hit.value === time.value) value++;
    }
  }
  return { relaxed: figure(relaxed, found, total), strict: figure(strict, found, total), value: figure(value, found, total) };
}

/** An event of gold/train as far as its date goes. */
export interface DatedEvent {
  readonly trigger: readonly [number, number];
  readonly date: string | null;
  readonly hypothetical: boolean;
}

const boundary = /(?<=[a-z0-9”"')]{2}[.!?])["”’']?\s+(?=[A-Z“"‘])|\n+/gu;

/** Sentences near enough for measuring: the pipeline's own splitter is not asked here. */
function sentences(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    found.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...found, { start, end: text.length }];
}

/** How often the event's date is the annotator's to the character (null too), and precision and recall of the dates given. */
export function scoreEventDates(
  articles: Iterable<{ readonly text: string; readonly published: string | null; readonly events: readonly DatedEvent[] }>,
): {
  readonly accuracy: number;
  readonly dates: Figure;
} {
  let [asked, right, given, dated, hits] = [0, 0, 0, 0, 0];
  for (const article of articles) {
    const times: readonly Time[] = findTimes(article.text, { published: article.published });
    const split = sentences(article.text);
    for (const event of article.events) {
      const [start, end] = event.trigger;
      const sentence = split.find((each) => each.start <= start && start <= each.end) ?? { start: 0, end: article.text.length };
      const { date } = eventDate(article.text, times, { trigger: { start, end }, sentence, hypothetical: event.hypothetical });
      asked++;
      if (date === event.date) right++;
      if (date !== null) given++;
      if (event.date !== null) dated++;
      if (date !== null && date === event.date) hits++;
    }
  }
  return { accuracy: asked === 0 ? 0 : tenth((100 * right) / asked), dates: figure(hits, given, dated) };
}
