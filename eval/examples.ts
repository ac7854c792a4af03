import type { Reading } from '../src/reading/schema.ts';
import type { GoldArticle, Pair } from './gold.ts';
import type { Judged } from './judge.ts';

/** A way to be wrong, how often, and a few sentences where it was. */
export interface Weakness {
  readonly what: string;
  readonly times: number;
  readonly of: string;
  readonly examples: readonly string[];
}

const MOST = 3;
/** Wikinews may be shown (CC BY 2.5); what the press wrote may not. */
const mayBeShown = ({ id }: GoldArticle): boolean => id.startsWith('wikinews-');

interface Case {
  readonly judged: Judged;
  readonly at: Pair;
  readonly told: string;
}

const line = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|').replaceAll('*', '\\*').trim();

/** The sentence around some words, cut to what can be read in a line, with the words in bold. */
function shown({ judged, at: [start, end], told }: Case): string {
  const { text, title } = judged.article;
  const to = Math.min(end, start + 160);
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - 70);
  const stop = text.indexOf('\n', to);
  const after = text.slice(to, Math.min(stop < 0 ? text.length : stop, to + 60));
  const words = `…${line(text.slice(from, start))} **${line(text.slice(start, to))}**${to < end ? '…' : ''} ${line(after)}…`;
  return `- ${words} ${told} (*${line(title ?? judged.article.id)}*)`;
}

/** One an article, spread over the articles, always the same. */
function some(cases: readonly Case[]): string[] {
  const seen = new Set<string>();
  const one = cases.filter(({ judged }) => mayBeShown(judged.article) && !seen.has(judged.article.id) && seen.add(judged.article.id));
  return one.slice(0, MOST).map(shown);
}

const named = (reading: Reading, ids: readonly string[]): string =>
  ids.map((id) => reading.actors.find((actor) => actor.id === id)?.name ?? id).join(' and ') || 'nobody';

const wanted = ({ actors }: GoldArticle, ids: string | readonly string[] | null): string =>
  (ids === null ? [] : typeof ids === 'string' ? [ids] : ids)
    .map((id) => actors.find((actor) => actor.id === id)?.name ?? id)
    .join(' and ') || 'nobody';

/** What Readout gets wrong on gold/dev, most often first. */
export function weaknesses(all: readonly Judged[]): Weakness[] {
  const cases = (from: (judged: Judged) => Case[]): Case[] => all.flatMap(from);
  const weakness = (what: string, of: string, found: readonly Case[]): Weakness => ({
    what,
    of,
    times: found.length,
    examples: some(found),
  });
  const gold = (key: 'quotations' | 'events'): number => all.reduce((total, { article }) => total + article[key].length, 0);
  const found = (key: 'quotations' | 'events'): number => all.reduce((total, judged) => total + judged[key].length, 0);
  const matched = all.reduce((total, { events }) => total + events.filter((one) => one.gold !== null).length, 0);
  const span = ({ start, end }: { start: number; end: number }): Pair => [start, end];
  const role = (which: 'actor' | 'recipient'): Case[] =>
    cases((judged) =>
      judged.events
        .filter((one) => one.gold !== null && !one[`${which}Right`])
        .map(({ event, gold: theirs }) => ({
          judged,
          at: span(event.trigger),
          told: `${event.type}: ${which} told ${named(judged.reading, event[which])}, is ${wanted(judged.article, theirs?.[which] ?? [])}`,
        })),
    );
  return [
    weakness(
      'Events that it does not see',
      `of ${gold('events')} in the gold`,
      cases((judged) => judged.missedEvents.map(({ trigger, type }) => ({ judged, at: trigger, told: `is ${type}` }))),
    ),
    weakness(
      'Events that the annotator does not have, or has as another type',
      `of ${found('events')} found`,
      cases((judged) =>
        judged.events
          .filter((one) => one.gold === null)
          .sort((a, b) => b.event.score - a.event.score)
          .map(({ event }) => ({ judged, at: span(event.trigger), told: `told as ${event.type} at ${event.score.toFixed(2)}` })),
      ),
    ),
    weakness('The wrong recipient of an event', `of ${matched} matched`, role('recipient')),
    weakness('The wrong actor of an event', `of ${matched} matched`, role('actor')),
    weakness(
      'Quotations that it does not see, or less than half of',
      `of ${gold('quotations')} in the gold`,
      cases((judged) => judged.missedQuotations.map(({ content, kind }) => ({ judged, at: content[0] as Pair, told: `is ${kind}` }))),
    ),
    weakness(
      'Quotations that the annotator does not have, or has otherwise',
      `of ${found('quotations')} found`,
      cases((judged) =>
        judged.quotations
          .filter((one) => one.gold === null)
          .map(({ quotation }) => ({
            judged,
            at: span(quotation.content[0] as { start: number; end: number }),
            told: `told as ${quotation.kind} at ${quotation.score.toFixed(2)}`,
          })),
      ),
    ),
    weakness(
      'The wrong speaker',
      `of ${all.reduce((total, { quotations }) => total + quotations.filter((one) => one.gold !== null).length, 0)} matched quotations`,
      cases((judged) =>
        judged.quotations
          .filter(({ speakerRight }) => speakerRight === false)
          .map(({ quotation, gold: theirs }) => ({
            judged,
            at: span(quotation.content[0] as { start: number; end: number }),
            told: `speaker told ${named(judged.reading, quotation.speakers)}, is ${wanted(judged.article, theirs?.speaker ?? null)}`,
          })),
      ),
    ),
  ].sort((a, b) => b.times - a.times);
}
