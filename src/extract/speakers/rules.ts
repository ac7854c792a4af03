import { byBeside } from './by-beside.ts';
import { byCarryOver } from './by-carry-over.ts';
import { byForce } from './by-force.ts';
import { byPointer } from './by-pointer.ts';
import { bySameParagraph } from './by-same-paragraph.ts';
import { bySignature } from './by-signature.ts';
import { bySource } from './by-source.ts';
import { bySubject } from './by-subject.ts';
import type { SpeakerRule } from './spoken.ts';

/** The rules in the order in which they are asked; the first answer holds. Figures: right of answered on the training articles, see docs/decisions/007. */
export const speakerRules: readonly SpeakerRule[] = [
  // What the article says itself comes first (90 of 100).
  bySource,
  // A signed message is its signer's, whoever spoke before (15 of 16); before all that look at the text around.
  bySignature,
  // A participle's subject is grammar, the next four are habit.
  bySubject,
  // A verb of speech at the very edge of the words (83 of 100 where sources are hidden on purpose) before what was said further off.
  byBeside,
  // Nearer than the paragraph before.
  bySameParagraph,
  // The network, where it is sure: behind the paragraph's own speaker, before the one of the paragraph before.
  byPointer,
  // Paragraphs of nothing but words go on with their speaker (79 of 101).
  byCarryOver,
  // The last resort, and often wrong (1 in 3): who was spoken of. It also says when two are as likely.
  byForce,
];
