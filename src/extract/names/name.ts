import type { Known, Title } from '../lexicon/index.ts';
import type { Run } from './prose.ts';

export type NameType = 'person' | 'organisation' | 'place' | 'people' | 'other' | 'unknown';

/** A name in the text, without title: `[from, to)` words. */
export interface FoundName extends Run {
  readonly type: NameType;
  /** What the lexicon knows it for. */
  readonly known: Known | null;
  /** Titles right before a person's name, and where the first one starts. */
  readonly titles: readonly Title[];
  readonly titleFrom: number;
  readonly by: 'head:names' | 'rule:lexicon' | 'rule:capital-run';
  readonly p: number;
}
