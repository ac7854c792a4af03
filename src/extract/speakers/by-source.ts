import { resolveSpan } from '../actors/index.ts';
import { runOf } from '../names/index.ts';
import type { SpeakerRule } from './spoken.ts';
import { whoBefore } from './who-before.ts';

/** The words beside the quotation that name who says it: "Kim", "the Russian leader", "he", "Merkel and Johnson". */
export const bySource: SpeakerRule = {
  name: 'source',
  why: 'The article names the speaker at the quotation itself.',
  find({ gathering, quotations, resolved }, index) {
    const source = quotations[index]?.source;
    if (!source) return null;
    const { article } = gathering;
    const { from, to } = runOf(article.prose.words, source);
    const first =
      to - from === 1 && article.nameAt[from] === -1 ? article.lexicon.pronouns.get(article.prose.lowers[from] ?? '') : undefined;
    if (first?.person === 'r') {
      const entity = whoBefore(gathering, from);
      return entity === null ? null : { speakers: [entity], score: 0.8 };
    }
    // "I" inside somebody's words is that somebody.
    if (first?.person === '1') {
      const outer = article.saidIn[from] ?? -1;
      const answer = outer >= 0 && outer !== index ? resolved[outer] : null;
      return answer ? { speakers: answer.speakers, score: 0.8 } : null;
    }
    const speakers = resolveSpan(gathering, source);
    return speakers.length > 0 ? { speakers, score: 0.9 } : null;
  },
};
