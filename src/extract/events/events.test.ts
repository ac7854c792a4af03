import { describe, expect, test } from 'vitest';
import { testLexicon } from '../../../test/fixtures/lexicon.ts';
import { signalsOf } from '../../../test/fixtures/signals.ts';
import { paragraphs as paragraphsOf } from '../../document/paragraphs.ts';
import { sentences as sentencesOf } from '../../document/sentences.ts';
import { slice } from '../../document/span.ts';
import { eventTypes, type Place } from '../../reading/schema.ts';
import { gatherActors } from '../actors/index.ts';
import { findQuotations } from '../quotations/index.ts';
import { resolveSpeakers } from '../speakers/index.ts';
import { findTimes } from '../times/index.ts';
import { silent } from '../why.ts';
import { findEvents } from './index.ts';
import { quadOf } from './quad.ts';

type Arguments = Parameters<typeof signalsOf>;

function find(text: string, heads: Arguments[1], pointing: Arguments[2] = [], flags: Arguments[3] = [], places: readonly Place[] = []) {
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  // The network points to an actor twice: in the sentence, and anywhere.
  const anywhere = pointing
    .filter(({ relation }) => relation.startsWith('trigger-'))
    .map((one) => ({ ...one, relation: one.relation === 'trigger-actor' ? ('act-actor' as const) : ('act-recipient' as const) }));
  const signals = signalsOf(text, heads, [...pointing, ...anywhere], flags);
  const quotations = findQuotations(text, paragraphs, signals, testLexicon, silent);
  const gathering = gatherActors({ text, paragraphs, sentences, signals, quotations, lexicon: testLexicon, published: '2023-09-13' });
  const spoken = resolveSpeakers(gathering);
  const times = findTimes(text, { published: '2023-09-13', paragraphs });
  return findEvents({ text, sentences, signals, gathering, spoken, times, places, published: '2023-09-13', trace: silent });
}

const names = (entities: readonly { readonly name: string }[]): string[] => entities.map(({ name }) => name);

describe('findEvents', () => {
  test('trigger, type, actor, recipient and date', () => {
    const text = 'On Tuesday Russia attacked Ukraine.';
    const [event] = find(text, { events: { ASSAULT: ['attacked'] }, names: { LOC: ['Russia', 'Ukraine'] } }, [
      { relation: 'trigger-actor', from: 'attacked', to: 'Russia' },
      { relation: 'trigger-recipient', from: 'attacked', to: 'Ukraine' },
    ]);
    expect(event?.event).toMatchObject({ type: 'ASSAULT', quad: 4, date: '2023-09-12', negated: false, hypothetical: false });
    expect(slice(text, event?.event.trigger ?? { start: 0, end: 0 })).toBe('attacked');
    expect(names(event?.actor ?? [])).toEqual(['Russia']);
    expect(names(event?.recipient ?? [])).toEqual(['Ukraine']);
    expect(event?.saidBy).toBeNull();
  });

  test('what somebody says stands on his word', () => {
    const text = 'Angela Merkel said Russia attacked Ukraine.';
    const said = { content: ['Russia attacked Ukraine'], cue: ['said'], source: ['Angela Merkel'] };
    const [event] = find(
      text,
      {
        attribution: said,
        quotation: said,
        events: { ASSAULT: ['attacked'] },
        names: { PER: ['Angela Merkel'], LOC: ['Russia', 'Ukraine'] },
      },
      [
        { relation: 'content-cue', from: 'Russia attacked', to: 'said' },
        { relation: 'content-source', from: 'Russia attacked', to: 'Angela' },
      ],
    );
    expect(event?.saidBy?.name).toBe('Angela Merkel');
    expect(event?.quotation).toBe(0);
  });

  test('an act that is somebody’s cue is not on his word', () => {
    const text = 'Angela Merkel accused Russia of lying.';
    const said = { content: ['of lying'], cue: ['accused'], source: ['Angela Merkel'] };
    const [event] = find(text, { attribution: said, quotation: said, events: { ACCUSE: ['accused'] } });
    expect(event?.quotation).toBeNull();
    expect(event?.saidBy).toBeNull();
  });

  test('flags are set only where the network is surer than not', () => {
    const text = 'Russia did not attack Ukraine.';
    const [event] = find(text, { events: { ASSAULT: ['attack'] } }, [], [{ flag: 'negated', at: 'attack' }]);
    expect(event?.event).toMatchObject({ negated: true, hypothetical: false, future: false, historical: false });
  });

  test('a hedge belongs to the act beside it, not to one in the next sentence', () => {
    const text = 'Russia reportedly attacked Ukraine. Police arrested him.';
    const [first, second] = find(text, { events: { ASSAULT: ['attacked'], COERCE: ['arrested'] }, hedge: { HEDGE: ['reportedly'] } });
    expect(first?.event.hedge).toEqual({ start: 7, end: 17 });
    expect(second?.event.hedge).toBeNull();
  });

  test('two that share an act are both its actors', () => {
    const text = 'Vladimir Putin and Kim Jong-un met.';
    const [event] = find(text, { events: { CONSULT: ['met'] }, names: { PER: ['Vladimir Putin', 'Kim Jong-un'] } }, [
      { relation: 'trigger-actor', from: 'met', to: 'Putin', p: 0.5 },
      { relation: 'trigger-actor', from: 'met', to: 'un', p: 0.4 },
    ]);
    expect(names(event?.actor ?? []).sort()).toEqual(['Kim Jong-un', 'Vladimir Putin']);
  });

  test('where the network points to nobody and nobody is near, nobody is named', () => {
    const text = 'The bridge was bombed.';
    const [event] = find(text, { events: { ASSAULT: ['bombed'] } }, []);
    expect(event?.actor).toEqual([]);
    expect(event?.recipient).toEqual([]);
  });

  test('"each other" are those who do it', () => {
    const text = 'Russia and Ukraine attacked each other.';
    const [event] = find(text, { events: { ASSAULT: ['attacked'] } }, [
      { relation: 'trigger-actor', from: 'attacked', to: 'Russia', p: 0.5 },
      { relation: 'trigger-actor', from: 'attacked', to: 'Ukraine', p: 0.45 },
      { relation: 'trigger-recipient', from: 'attacked', to: 'other', p: 0.95 },
    ]);
    expect(event?.actor.map(({ name }) => name)).toEqual(['Russia', 'Ukraine']);
    expect(event?.recipient.map(({ name }) => name)).toEqual(['Russia', 'Ukraine']);
  });

  test('an act is where a preposition puts it, never where somebody is named after a place', () => {
    const text = 'Moscow said police arrested protesters in Minsk.';
    const place = (name: string, id: string): Place => ({
      id,
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      name,
      geonames: null,
      lat: null,
      lon: null,
      country: null,
      unknown: 'not-in-gazetteer',
      candidates: [],
      score: 0.9,
    });
    const [event] = find(text, { events: { COERCE: ['arrested'] } }, [], [], [place('Moscow', 'p1'), place('Minsk', 'p2')]);
    expect(event?.event.place).toBe('p2');
  });

  test('every type has its quad class', () => {
    expect(eventTypes.map(quadOf)).toEqual([1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4]);
  });
});
