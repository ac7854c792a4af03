import { byBeside } from './by-beside.ts';
import { byCarryOver } from './by-carry-over.ts';
import { byForce } from './by-force.ts';
import { byPointer } from './by-pointer.ts';
import { bySameParagraph } from './by-same-paragraph.ts';
import { bySignature } from './by-signature.ts';
import { bySource } from './by-source.ts';
import { bySubject } from './by-subject.ts';
import type { SpeakerRule } from './spoken.ts';

/** The rules in the order in which they are asked; the first answer holds. */
export const speakerRules: readonly SpeakerRule[] = [
  // What the article says itself comes first.
  bySource,
  bySignature,
  bySubject,
  byBeside,
  bySameParagraph,
  byPointer,
  byCarryOver,
  byForce,
];
