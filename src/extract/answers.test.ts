import { expect, test } from 'vitest';
import { testLexicon } from '../../test/fixtures/lexicon.ts';
import type { Event, Quotation } from '../reading/schema.ts';
import { pairDenials } from './answers.ts';
import { silent } from './why.ts';

const names = new Map([
  ['a1', 'Anna Kern'],
  ['a2', 'Boris Lund'],
]);
/** A text of lines "speaker|cue|content". */
type Line = readonly [speaker: string, cue: string, content: string];
function said(...lines: readonly Line[]) {
  let text = '';
  const quotations = lines.map(([speaker, cue, content], i): Quotation => {
    const start = text.length;
    text += `${cue} ${content}. `;
    const at = start + cue.length + 1;
    return {
      id: `q${i + 1}`,
      kind: 'indirect',
      content: [{ start: at, end: at + content.length }],
      cue: { start, end: start + cue.length },
      source: null,
      speaker,
      speakers: [speaker],
      unknown: null,
      candidates: [],
      via: [],
      stance: 'statement',
      denied: cue === 'denied',
      hedged: false,
      hedge: null,
      score: 1,
    };
  });
  return { text, quotations };
}
const answers = (...lines: readonly Line[]) => {
  const { text, quotations } = said(...lines);
  return pairDenials(text, quotations, [], names, testLexicon, silent).quotations.map((quotation) => quotation.answers);
};
const claim = ['a1', 'said', 'that the ministry had sold rifles to smugglers'] as const;

test('a denial answers the claim that it denies', () => {
  expect(answers(claim, ['a2', 'denied', 'that the ministry sold rifles to smugglers'])).toEqual([null, 'q1']);
});
test('not one of its own speaker, nor one about something else, nor a mere statement', () => {
  expect(answers(claim, ['a1', 'denied', 'that the ministry sold rifles to smugglers'])).toEqual([null, null]);
  expect(answers(claim, ['a2', 'denied', 'that the bridge was closed on Monday'])).toEqual([null, null]);
  expect(answers(claim, ['a2', 'said', 'that the ministry sold rifles to smugglers'])).toEqual([null, null]);
  expect(answers(['a1', 'said', 'the court should dismiss the travel ban'], ['a2', 'dismissed', 'a challenge to the travel ban'])).toEqual([
    null,
    null,
  ]);
});
test('of several claims the one with most in common', () => {
  expect(
    answers(['a1', 'said', 'that the ministry sold a bridge'], claim, ['a2', 'denied', 'that the ministry sold rifles to smugglers']),
  ).toEqual([null, null, 'q2']);
});
test('an event that one claims and another denies', () => {
  const { text, quotations } = said(claim, ['a2', 'said', 'we never struck the port']);
  const event = (id: string, quotation: string, saidBy: string, negated: boolean): Event => ({
    id,
    type: 'ASSAULT',
    mode: null,
    trigger: { start: Number(id.slice(1)), end: 9 },
    actor: ['a2'],
    recipient: [],
    negated,
    hypothetical: false,
    future: false,
    historical: false,
    place: null,
    time: null,
    date: null,
    quotation,
    saidBy,
    via: [],
    hedge: null,
    quad: 4,
    score: 1,
  });
  const paired = (second: Event) =>
    pairDenials(text, quotations, [{ ...event('e1', 'q1', 'a1', false), recipient: ['a3'] }, second], names, testLexicon, silent).events[1]
      ?.answers;
  expect(paired(event('e2', 'q2', 'a2', true))).toBe('q1');
  expect(paired(event('e2', 'q2', 'a2', false))).toBeNull();
  expect(paired(event('e2', 'q2', 'a1', true))).toBeNull();
});
