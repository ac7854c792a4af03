import { describe, expect, it } from 'vitest';
import { type Marked, sample } from '../../../test/support/sample.ts';
import { gatherActors } from '../actors/index.ts';
import { keeping } from '../why.ts';
import { resolveSpeakers, speakerRules } from './index.ts';

const read = (text: string, marked: readonly Marked[]) => resolveSpeakers(gatherActors(sample(text, marked)));
const speakers = (text: string, marked: readonly Marked[]): string[] =>
  read(text, marked).map(({ speakers: list, unknown }) => list.map(({ name }) => name).join(' + ') || `(${unknown})`);

describe('the source beside the words', () => {
  it.each<[string, Marked, string]>([
    ['“No,” said Angela Merkel.', { content: '“No,”', cue: 'said', source: 'Angela Merkel' }, 'Angela Merkel'],
    ['Angela Merkel came. “No,” she said.', { content: '“No,”', cue: 'said', source: 'she' }, 'Angela Merkel'],
    [
      'Angela Merkel and Boris Johnson said “no”.',
      { content: '“no”', cue: 'said', source: 'Angela Merkel and Boris Johnson' },
      'Angela Merkel + Boris Johnson',
    ],
    ['The US said “no”.', { content: '“no”', cue: 'said', source: 'The US' }, 'United States'],
    ['“No,” said Lindsey Graham, who said “never”.', { content: '“never”', cue: 'said', source: 'who' }, 'Lindsey Graham'],
    ["They heard Trump's claim that it rained.", { content: 'that it rained', cue: 'claim', source: "Trump's", kind: 'indirect' }, 'Trump'],
    ['Experts say it rains.', { content: 'it rains', cue: 'say', source: 'Experts', kind: 'indirect' }, 'Experts'],
  ])('%s', (text, marked, expected) => expect(speakers(text, [marked])).toEqual([expected]));
});

describe('quotations without a source', () => {
  it('go on in their paragraph', () => {
    const text = '“No,” Angela Merkel said. “Never.”';
    expect(speakers(text, [{ content: '“No,”', cue: 'said', source: 'Angela Merkel' }, { content: '“Never.”' }])).toEqual([
      'Angela Merkel',
      'Angela Merkel',
    ]);
  });

  it('go on over paragraphs of nothing but words', () => {
    const text = 'Boris Johnson watched. “No,” Angela Merkel said.\n\n“Never.\n\n“And again: never.”';
    const marked = [{ content: '“No,”', cue: 'said', source: 'Angela Merkel' }, { content: '“Never.' }, { content: '“And again: never.”' }];
    expect(speakers(text, marked)).toEqual(['Angela Merkel', 'Angela Merkel', 'Angela Merkel']);
  });

  it('take the subject of a verb of speech beside them', () => {
    expect(speakers('“No,” said Angela Merkel on Monday.', [{ content: '“No,”' }])).toEqual(['Angela Merkel']);
    expect(speakers('Boris Johnson waited. Angela Merkel told him: “No.”', [{ content: '“No.”' }])).toEqual(['Angela Merkel']);
  });

  it('take the signature of a message', () => {
    expect(speakers('“A” wrote Jane Roe.\n\nRain again — Marco Rubio (@marcorubio) May 15', [{ content: 'Rain again' }])).toEqual([
      'Marco Rubio',
    ]);
  });

  it('have no speaker where the article names none', () => {
    expect(
      speakers('Angela Merkel came. It is believed that it rained.', [{ content: 'that it rained', cue: 'is believed', kind: 'indirect' }]),
    ).toEqual(['(none-named)']);
    expect(speakers('“Rain,” it read.', [{ content: '“Rain,”' }])).toEqual(['(none-named)']);
  });
});

describe('chain, denial and hedge', () => {
  it('names the medium told, and not the platform', () => {
    const via = (text: string) => read(text, [{ content: '“No,”', cue: 'told', source: 'Angela Merkel' }])[0]?.via.map(({ name }) => name);
    expect(via('“No,” Angela Merkel told NTV.')).toEqual(['NTV']);
    expect(via('“No,” Angela Merkel told Twitter users.')).toEqual([]);
  });

  it('names whoever quotes the speaker', () => {
    const text = 'John Kerry said that Angela Merkel called it “rain”.';
    const marked: Marked[] = [{ content: 'that Angela Merkel called it “rain”', cue: 'said', source: 'John Kerry', kind: 'mixed' }];
    const outer = sample(text, marked).quotations[0];
    const inner = sample(text, [{ content: '“rain”', cue: 'called', source: 'Angela Merkel' }]).quotations[0];
    if (outer === undefined || inner === undefined) throw new Error('unreachable');
    const spoken = resolveSpeakers(gatherActors({ ...sample(text), quotations: [outer, inner] }));
    expect(spoken[1]?.via.map(({ name }) => name)).toEqual(['John Kerry']);
    expect(spoken[0]?.via).toEqual([]);
  });

  it('tells a denial and a hedge', () => {
    const one = (text: string, cue: string) => read(text, [{ content: 'it rained', cue, source: 'Angela Merkel', kind: 'indirect' }])[0];
    expect(one('Angela Merkel denied it rained.', 'denied')).toMatchObject({ denied: true, hedged: false });
    expect(one('Angela Merkel did not say it rained.', 'say')).toMatchObject({ denied: true });
    expect(one('Angela Merkel said it rained.', 'said')).toMatchObject({ denied: false, hedged: false, hedge: null });
    expect(one('Angela Merkel reportedly said it rained.', 'said')).toMatchObject({ hedged: true, hedge: { start: 14, end: 24 } });
  });
});

it('notes every decision with its rule', () => {
  const trace = keeping();
  resolveSpeakers(gatherActors(sample('“No,” said Angela Merkel.', [{ content: '“No,”', cue: 'said', source: 'Angela Merkel' }])), trace);
  expect(trace.decisions).toMatchObject([{ record: '0', field: 'speaker', value: 'Angela Merkel', by: 'rule:source' }]);
});

it('has rules of different names', () => {
  expect(new Set(speakerRules.map(({ name }) => name)).size).toBe(speakerRules.length);
});

it('is quick on a million characters', () => {
  const text = '“Yes.” '.repeat(20_000);
  const marked = sample(text);
  const quotations = Array.from({ length: 20_000 }, (_, i) => ({
    kind: 'direct' as const,
    content: [{ start: i * 7, end: i * 7 + 6 }],
    cue: null,
    source: null,
    stance: 'statement' as const,
    score: 1,
    contentWord: i * 4,
    sourceWord: -1,
  }));
  const started = performance.now();
  resolveSpeakers(gatherActors({ ...marked, quotations }));
  expect(performance.now() - started).toBeLessThan(8_000);
}, 60_000);
