import { mentionCovering } from './mention-covering.ts';
import type { SpeakerRule } from './spoken.ts';

/** Below this the pointer is no evidence. */
const SURE = 0.5;

/** The network's pointer from the content to its speaker, when it lands on somebody. */
export const byPointer: SpeakerRule = {
  name: 'pointer',
  why: 'The network reads more of the article than any one rule.',
  find({ gathering, quotations }, index) {
    const word = quotations[index]?.contentWord ?? -1;
    if (word < 0 || quotations[index]?.kind === 'indirect') return null;
    const best = gathering.article.signals.point('content-speaker', word)[0];
    if (best === undefined || best.word < 0 || best.p < SURE) return null;
    const entity = mentionCovering(gathering, best.word);
    return entity === null ? null : { speakers: [entity], score: best.p };
  },
};
