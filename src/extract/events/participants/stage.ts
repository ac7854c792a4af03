import type { Signals } from '../../../model/signals.ts';
import type { Entity, Gathering } from '../../actors/index.ts';
import { runOf } from '../../names/index.ts';
import type { Spoken } from '../../speakers/index.ts';
import { newPast, type Past } from './past.ts';
import { type Appearance, type Profile, profileOf } from './profile.ts';

/** One article's entities and its acts so far, as the choice of participants looks at them. */
export interface Stage {
  readonly gathering: Gathering;
  readonly signals: Signals;
  /** The quotation in whose words a word stands. */
  readonly saidAt: (word: number) => Spoken | undefined;
  /** The quotation whose cue holds a word. */
  readonly cueAt: (word: number) => Spoken | undefined;
  readonly past: Past;
  /** Where an entity is meant; what pointers make of phrases that nobody had looked up counts too. */
  profile(entity: Entity): Profile;
  /** Everybody meant in a sentence or paragraph, as known before the first act. */
  readonly bySentence: ReadonlyMap<number, readonly Appearance[]>;
  readonly byParagraph: ReadonlyMap<number, readonly Entity[]>;
  /** Sources of quotations by sentence. */
  readonly speakersIn: ReadonlyMap<number, readonly Entity[]>;
  /** Those who are no places, the most mentioned first. */
  readonly most: readonly Entity[];
  /** All mentions of the article. */
  readonly mentions: number;
}

/** The most mentioned of an article may be meant anywhere in it. */
const ALWAYS = 8;

/** @param spoken the quotations, whose cues are acts more often than not */
export function newStage(
  gathering: Gathering,
  signals: Signals,
  spoken: readonly Spoken[],
  saidAt: (word: number) => Spoken | undefined,
): Stage {
  const { entities } = gathering.cast;
  const { words } = gathering.article.prose;
  const profiles = new Map<Entity, { readonly size: number; readonly profile: Profile }>();
  // An entity grows while participants are sought: a phrase that a pointer lands on may become its mention.
  const profile = (entity: Entity): Profile => {
    const known = profiles.get(entity);
    if (known?.size === entity.mentions.length) return known.profile;
    const fresh = profileOf(entity, gathering);
    profiles.set(entity, { size: entity.mentions.length, profile: fresh });
    return fresh;
  };
  const bySentence = new Map<number, Appearance[]>();
  const byParagraph = new Map<number, Entity[]>();
  let mentions = 0;
  for (const entity of entities) {
    const own = profile(entity);
    mentions += own.count;
    for (const [sentence, list] of own.bySentence) bySentence.set(sentence, (bySentence.get(sentence) ?? []).concat(list));
    for (const paragraph of own.paragraphs) append(byParagraph, paragraph, entity);
  }
  const speakersIn = new Map<number, Entity[]>();
  for (const { head, entity } of gathering.recent)
    if (gathering.sourceAt[head] === 1) append(speakersIn, words[head]?.sentence ?? -1, entity);
  const cues = cueWords(gathering, spoken);
  return {
    gathering,
    signals,
    saidAt,
    cueAt: (word) => cues.get(word),
    past: newPast(),
    profile,
    bySentence,
    byParagraph,
    speakersIn,
    most: entities
      .filter(({ kind, mentions }) => kind !== 'place' && mentions.length > 0)
      .sort((a, b) => b.mentions.length - a.mentions.length || a.index - b.index)
      .slice(0, ALWAYS),
    mentions,
  };
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** For each word of a cue its quotation. */
function cueWords({ article }: Gathering, spoken: readonly Spoken[]): ReadonlyMap<number, Spoken> {
  const { words } = article.prose;
  const cues = new Map<number, Spoken>();
  for (const said of spoken) {
    const { cue } = said.quotation;
    if (!cue) continue;
    const { from, to } = runOf(words, cue);
    for (let word = from; word < to; word++) cues.set(word, said);
  }
  return cues;
}
