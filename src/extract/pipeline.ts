import type { Document } from '../document/document.ts';
import type { Span } from '../document/span.ts';
import type { Signals } from '../model/signals.ts';
import type { Findings } from '../reading/assemble.ts';
import { gatherActors, listActors } from './actors/index.ts';
import { pairDenials } from './answers.ts';
import { findEvents } from './events/index.ts';
import { entitiesOf, listEvents } from './events/list.ts';
import type { Watch } from './events/participants/index.ts';
import type { Lexicon } from './lexicon/index.ts';
import { listNames } from './names/list.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { findPlaces } from './places/index.ts';
import { findQuotations } from './quotations/index.ts';
import { listQuotations } from './quotations/list.ts';
import { resolveSpeakers } from './speakers/index.ts';
import { findTimes } from './times/index.ts';
import type { Trace } from './why.ts';
import { explainPlacesAndTimes } from './why-places-and-times.ts';

/** What the stages may look at. */
export interface Sight {
  readonly document: Document;
  /** Paragraphs that are read, in order. */
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly signals: Signals;
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly trace: Trace;
  /** Told of every choice of a participant of an event: for fitting its weights (train/participants). */
  readonly watch?: Watch;
}

/** From what the network saw to what the article says: the stages in order, each knowing only those above it. The file to read first. */
export function extract({ document, paragraphs, sentences, signals, lexicon, gazetteer, trace, watch }: Sight): Findings {
  const { text, published } = document;
  // Which words are reported, by which cue and source; nobody asks yet who that is.
  const quotations = findQuotations(text, paragraphs, signals, lexicon, trace);
  // Names, descriptions and pronouns become actors; they need the quotations, for "I" in one is not "I" in another.
  const gathering = gatherActors({ text, paragraphs, sentences, signals, quotations, lexicon, published });
  // Who speaks, through whom, and whether the article doubts or denies it.
  const spoken = resolveSpeakers(gathering, trace);
  const times = findTimes(text, { published, paragraphs });
  const names = listNames(signals);
  const places = findPlaces(text, names, gazetteer, { published, outlet: document.outlet });
  explainPlacesAndTimes(text, places, times, published, trace);
  // After the quotations, since an event stands on the word of whoever the words around it belong to.
  const happened = findEvents({ text, sentences, signals, gathering, spoken, times, places, published, trace, watch });
  // Last, since only now it is known who of the unnamed speaks or acts.
  const speaking = spoken.flatMap(({ speakers, candidates, via }) => [...speakers, ...candidates, ...via]);
  const { actors, idOf } = listActors(gathering, new Set([...speaking, ...entitiesOf(happened)]));
  const said = listQuotations(spoken, idOf);
  const events = listEvents(happened, idOf, (index) => said[index]?.id ?? '');
  // Who denies what another claims; asked at the very end, for it needs speakers, actors and flags.
  const called = new Map(actors.map(({ id, name }) => [id, name]));
  const paired = pairDenials(text, said, events, called, lexicon, trace);
  return { names, actors, ...paired, places, times };
}
