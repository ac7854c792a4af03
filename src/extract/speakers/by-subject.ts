import { runOf } from '../names/index.ts';
import { mentionCovering } from './mention-covering.ts';
import type { SpeakerRule } from './spoken.ts';

/** "Putin responded to reporters by saying …", "Hillary Clinton took several jabs, even comparing him to Nixon": the cue's subject stands earlier in the sentence. */
export const bySubject: SpeakerRule = {
  name: 'subject',
  why: 'A participle has the subject of its sentence.',
  find({ gathering, quotations }, index) {
    const cue = quotations[index]?.cue;
    if (!cue) return null;
    const { article } = gathering;
    const { words, lowers } = article.prose;
    const { from, to } = runOf(words, cue);
    const participle = lowers.slice(from, to).some((word) => word.endsWith('ing')) && !lowers.slice(from, to).includes('being');
    if (!participle) return null;
    const sentence = words[from]?.sentence;
    let at = from;
    while (at > 0 && words[at - 1]?.sentence === sentence) at--;
    for (; at < from; at++) {
      if (article.quotedBy[at] !== -1) continue;
      const name = article.nameAt[at] ?? -1;
      if (name >= 0 || gathering.byHead.has(at)) {
        const entity = mentionCovering(gathering, at);
        if (entity !== null) return { speakers: [entity], score: 0.6 };
      }
    }
    return null;
  },
};
