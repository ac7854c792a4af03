import { inForce } from '../actors/index.ts';
import type { SpeakerRule } from './spoken.ts';

/** Where two are as likely, nobody can be told. */
const MARGIN = 0.15;

/** The person most spoken of right before quoted words that nobody is named beside. */
export const byForce: SpeakerRule = {
  name: 'in-force',
  why: 'A reader gives words without a name to whom the last sentences were about.',
  find({ gathering, quotations }, index) {
    const quotation = quotations[index];
    if (quotation === undefined || quotation.kind === 'indirect') return null;
    const ranked = inForce(gathering, quotation.contentWord);
    const [first, second] = ranked;
    if (first === undefined) return null;
    if (second !== undefined && first.score - second.score < MARGIN)
      return { speakers: [], candidates: [first.entity, second.entity], score: 0.3 };
    return { speakers: [first.entity], score: 0.5 };
  },
};
