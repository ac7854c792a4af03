import { runOf } from '../names/index.ts';
import { mentionCovering } from './mention-covering.ts';
import type { SpeakerRule } from './spoken.ts';

/** Words after the content within which a signature may stand: a message of several paragraphs is signed once. */
const NEAR = 90;

/** "… — Marco Rubio (@marcorubio) May 15, 2019": a message printed with its signature. */
export const bySignature: SpeakerRule = {
  name: 'signature',
  why: 'A dash, a name and a handle in brackets sign the message above them.',
  find({ gathering, quotations }, index) {
    const quotation = quotations[index];
    const last = quotation?.content.at(-1);
    if (last === undefined || quotation?.source || quotation?.kind === 'indirect') return null;
    const { prose, nameAt } = gathering.article;
    const { texts } = prose;
    const { to } = runOf(prose.words, last);
    for (let at = to; at < Math.min(texts.length, to + NEAR); at++) {
      if (texts[at] === '“') return null;
      if (texts[at] !== '—' && texts[at] !== '–' && texts[at] !== '-') continue;
      for (let bracket = at + 2; bracket < at + 8; bracket++) {
        if (texts[bracket] !== '(' || texts[bracket + 1] !== '@') continue;
        const entity = (nameAt[at + 1] ?? -1) >= 0 ? mentionCovering(gathering, at + 1) : null;
        if (entity !== null) return { speakers: [entity], score: 0.8 };
      }
    }
    return null;
  },
};
