import type { Gathering } from '../actors/index.ts';
import { runOf } from '../names/index.ts';
import { mentionCovering } from './mention-covering.ts';
import type { SpeakerRule } from './spoken.ts';

/** Words between a verb of speech and its subject: "Kim also repeatedly said", "Kim has said". */
const BETWEEN = 4;
/** How far from the content the verb may stand, in words. */
const NEAR = 9;

/** `"…," said Graham`, `Putin told Kim: "…"`: a verb of speech beside the words and somebody beside the verb, when no source was found. */
export const byBeside: SpeakerRule = {
  name: 'beside',
  why: 'A verb of speech at the edge of the words has the speaker for its subject.',
  find({ gathering, quotations }, index) {
    const quotation = quotations[index];
    if (quotation === undefined || quotation.kind === 'indirect') return null;
    const { words } = gathering.article.prose;
    for (const span of [...quotation.content].reverse()) {
      const { to } = runOf(words, span);
      const after = subjectNear(gathering, to, Math.min(words.length, to + NEAR), true);
      if (after !== null) return { speakers: [after], score: 0.7 };
    }
    const first = runOf(words, quotation.content[0] ?? { start: 0, end: 0 });
    const before = subjectNear(gathering, Math.max(0, first.from - NEAR), first.from, false);
    return before === null ? null : { speakers: [before], score: 0.7 };
  },
};

function subjectNear(gathering: Gathering, from: number, to: number, behind: boolean) {
  const { prose, lexicon, saidIn, nameAt } = gathering.article;
  const { words, lowers } = prose;
  const edge = behind ? from - 1 : to;
  const at = (i: number): number => (behind ? from + i : to - 1 - i);
  for (let i = 0; i < to - from; i++) {
    const verb = at(i);
    const word = words[verb];
    if (word === undefined || word.paragraph !== words[edge]?.paragraph) return null;
    if (behind && (word.text === '.' || word.text === '“' || word.text === '"') && i > 0) return null;
    if (!behind && (word.text === '.' || word.text === '”')) return null;
    const cue = nameAt[verb] === -1 ? lexicon.cues.get(word.lower) : undefined;
    if (cue === undefined || cue.kind === 'noun' || cue.kind === 'believe' || saidIn[verb] !== -1) continue;
    for (let back = verb - 1; back >= Math.max(0, verb - BETWEEN); back--) {
      if (words[back]?.shape === 'mark' || saidIn[back] !== -1) break;
      const entity = isHead(gathering, back) ? mentionCovering(gathering, back) : null;
      if (entity !== null && entity.kind !== 'place') return entity;
    }
    // Turned round: "said Graham".
    for (let forth = verb + 1; behind && forth < verb + 8; forth++) {
      const next = words[forth];
      if (next === undefined || (next.shape === 'mark' && next.text !== '.' && next.text !== '-')) break;
      const entity = isHead(gathering, forth) ? mentionCovering(gathering, forth) : null;
      if (entity !== null && entity.kind !== 'place') return entity;
      if (['that', 'to', 'in', 'on', 'the'].includes(lowers[forth] ?? '') && lowers[forth] !== 'the') break;
    }
  }
  return null;
}

const isHead = (gathering: Gathering, word: number): boolean => (gathering.article.nameAt[word] ?? -1) >= 0 || gathering.byHead.has(word);
