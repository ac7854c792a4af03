import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { signalsOf } from '../../../test/fixtures/signals.ts';
import { paragraphs } from '../../document/paragraphs.ts';
import { slice } from '../../document/span.ts';
import { keeping, silent } from '../why.ts';
import { findQuotations } from './index.ts';

type Heads = Parameters<typeof signalsOf>[1];
type Pointing = Parameters<typeof signalsOf>[2];

function find(text: string, heads: Heads, pointing: Pointing = []) {
  return findQuotations(text, paragraphs(text), signalsOf(text, heads, pointing), testLexicon, silent).map((q) => ({
    kind: q.kind,
    content: q.content.map((span) => slice(text, span)),
    cue: q.cue && slice(text, q.cue),
    source: q.source && slice(text, q.source),
    stance: q.stance,
  }));
}

const both = (tags: NonNullable<Heads['attribution']>): Heads => ({ attribution: tags, quotation: tags });

describe('findQuotations', () => {
  test('content, cue and source are joined by the pointers', () => {
    const text = '“We will go,” the minister said.';
    const tags = { content: ['“We will go,”'], cue: ['said'], source: ['the minister'] };
    expect(
      find(text, both(tags), [
        { relation: 'content-cue', from: '“We will go,”', to: 'said' },
        { relation: 'content-source', from: '“We will go,”', to: 'the minister' },
      ]),
    ).toEqual([{ kind: 'direct', content: ['“We will go,”'], cue: 'said', source: 'the minister', stance: 'statement' }]);
  });

  test('contents around their cue are one quotation', () => {
    const text = '“We will go,” she said, “and soon.”';
    const pointing = ['“We will go,”', '“and soon.”'].flatMap((from) => [
      { relation: 'content-cue' as const, from, to: 'said' },
      { relation: 'content-source' as const, from, to: 'she' },
    ]);
    const found = find(text, both({ content: ['“We will go,”', '“and soon.”'], cue: ['said'], source: ['she'] }), pointing);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ content: ['“We will go,”', '“and soon.”'], kind: 'direct' });
  });

  test('the same cue word in two paragraphs makes two quotations', () => {
    const text = '“We will go,” Ann said.\n“We will stay,” Bob said.';
    const found = find(text, both({ content: ['“We will go,”', '“We will stay,”'], cue: ['said', 'said#2'], source: ['Ann', 'Bob'] }), [
      { relation: 'content-cue', from: '“We will go,”', to: 'said' },
      { relation: 'content-cue', from: '“We will stay,”', to: 'said#2' },
      { relation: 'content-source', from: '“We will go,”', to: 'Ann' },
      { relation: 'content-source', from: '“We will stay,”', to: 'Bob' },
    ]);
    expect(found.map(({ source }) => source)).toEqual(['Ann', 'Bob']);
  });

  test('a cue that no content chose goes to the content beside it', () => {
    const text = '“We will go,” she said.';
    expect(find(text, both({ content: ['“We will go,”'], cue: ['said'] }))[0]).toMatchObject({ cue: 'said', source: null });
  });

  test('a quotation without cue and source is one all the same', () => {
    const text = 'He left the room.\n“We will go.”';
    expect(find(text, both({ content: ['“We will go.”'] }))).toEqual([
      { kind: 'direct', content: ['“We will go.”'], cue: null, source: null, stance: 'statement' },
    ]);
  });

  test('words outside marks that nothing reports are no quotation', () => {
    expect(find('She left. We will go.', both({ content: ['We will go'] }))).toEqual([]);
  });

  test('what only PolNeAR counts is an intent', () => {
    const text = 'She hopes to win the election.';
    const found = find(text, { attribution: { content: ['to win the election'], cue: ['hopes'], source: ['She'] } }, [
      { relation: 'content-cue', from: 'to win the election', to: 'hopes' },
    ]);
    expect(found).toMatchObject([{ stance: 'intent', kind: 'indirect' }]);
  });

  test('a cue of thinking makes a belief', () => {
    const text = 'Experts believe the deal is near.';
    const tags = { content: ['the deal is near'], cue: ['believe'], source: ['Experts'] };
    expect(find(text, both(tags), [{ relation: 'content-cue', from: 'the deal is near', to: 'believe' }])).toMatchObject([
      { stance: 'belief' },
    ]);
  });

  test('what only the guide counts is added', () => {
    const text = 'She warned of a “long war”.';
    expect(find(text, { quotation: { content: ['of a “long war”'], cue: ['warned'], source: ['She'] } })).toMatchObject([
      { content: ['of a “long war”'], kind: 'mixed', cue: 'warned' },
    ]);
  });

  test.each([
    ['“We will go,” she said.', '“We will go,”', 'direct'],
    ['She said that “we will go”.', 'that “we will go”', 'direct'],
    ['She said we “will go”.', 'we “will go”', 'mixed'],
    ['She said we will go.', 'we will go', 'indirect'],
    ['She said «we will go».', '«we will go»', 'direct'],
    ["She said ''we will go''.", "''we will go''", 'direct'],
    ['She said ‘we will go’.', '‘we will go’', 'direct'],
    ["She said it's the workers' choice.", "it's the workers' choice", 'indirect'],
    ['“We will go.\n“And soon,” she said.', '“We will go.', 'direct'],
  ])('kind of %s', (text, content, kind) => {
    expect(find(text, both({ content: [content], cue: ['said'] }))[0]?.kind).toBe(kind);
  });

  test('the trace tells the losers', () => {
    const text = '“We will go,” she said, he added.';
    const trace = keeping();
    findQuotations(
      text,
      paragraphs(text),
      signalsOf(text, both({ content: ['“We will go,”'], cue: ['said', 'added'] }), [
        { relation: 'content-cue', from: '“We will go,”', to: 'said', p: 0.6 },
        { relation: 'content-cue', from: '“We will go,”', to: 'added', p: 0.3 },
      ]),
      testLexicon,
      trace,
    );
    const cue = trace.decisions.find(({ field }) => field === 'cue');
    expect(cue).toMatchObject({ by: 'head:content-cue', score: 0.6 });
    expect(cue?.rejected.map(({ score }) => score?.toFixed(1))).toEqual(['0.3', '0.1']);
  });
});
