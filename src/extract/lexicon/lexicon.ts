import type { Event } from '../../reading/schema.ts';
import type { Phrases } from './phrases.ts';

export type Gender = 'm' | 'f' | 'n';

export interface Country {
  readonly iso3: string;
  readonly iso2: string | null;
  readonly name: string;
}

/** What a known name stands for. `form`: how; an adjective ("Russian") is no name of the state, a capital or seat ("Moscow", "the Kremlin") may stand for it. */
export type Known =
  | { readonly kind: 'country'; readonly form: 'name' | 'adjective' | 'capital' | 'seat'; readonly country: Country }
  | { readonly kind: 'organisation'; readonly organisation: Organisation };

export interface Organisation {
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
}

export interface Title {
  readonly title: string;
  readonly gender: Gender | null;
  readonly role: string | null;
  readonly sector: string | null;
}

/** A noun that stands for an actor, or (`document`) for the paper that carries an actor's words. */
export interface Role {
  /** Dictionary form. */
  readonly noun: string;
  readonly kind: 'person' | 'group' | 'organisation' | 'document';
  readonly plural: boolean;
  readonly gender: Gender | null;
  readonly sector: string | null;
}

export interface Leader {
  readonly country: string;
  readonly role: string;
  readonly name: string;
  readonly gender: Gender | null;
  readonly from: number;
  readonly to: number;
}

export interface Pronoun {
  readonly person: '1' | '3' | 'r';
  readonly number: 's' | 'p' | null;
  readonly gender: Gender | null;
  readonly case: 'subject' | 'object' | 'possessive' | 'reflexive';
}

export interface Cue {
  readonly lemma: string;
  readonly kind: 'say' | 'deny' | 'believe' | 'noun';
}

/** A verb or noun of an event. `use`: it tells the mode of an event of its type, from beside it (`near`), makes an event by itself, or is never one. */
export interface EventPhrase {
  readonly phrase: string;
  readonly type: Event['type'] | '*';
  readonly mode: string | null;
  readonly use: 'tells' | 'near' | 'makes' | 'never';
}

/** Words that set a flag of every act in their scope. */
export interface FlagCue {
  readonly flag: 'negated' | 'hypothetical' | 'future' | 'historical';
  readonly scope: 'sentence' | 'condition' | 'clause' | 'verb';
}

/** Everything that the stages know of the world beforehand. */
export interface Lexicon {
  readonly countries: ReadonlyMap<string, Country>;
  readonly known: Phrases<Known>;
  /** By lower-case words without dots: `lt gov`. */
  readonly titles: ReadonlyMap<string, Title>;
  /** Longest title, in words. */
  readonly longestTitle: number;
  /** By lower-case phrase, singular and plural. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly given: ReadonlyMap<string, Gender>;
  readonly leaders: readonly Leader[];
  readonly cues: ReadonlyMap<string, Cue>;
  /** Lower-case words. `speech` doubts that it was said at all, `amount` only a number. */
  readonly hedges: Phrases<'speech' | 'fact' | 'amount'>;
  /** Lower-case forms of the verbs and nouns of events. */
  readonly events: Phrases<EventPhrase>;
  readonly flagCues: Phrases<FlagCue>;
  /** Weights of a feature for the flags, in the order negated, hypothetical, future, historical. */
  readonly flags: ReadonlyMap<string, readonly number[]>;
}
