import { NEIGHBOURS, nested, paragraphOf } from './by-same-paragraph.ts';
import type { SpeakerRule } from './spoken.ts';

/** A paragraph of nothing but quoted words goes on with the speaker of the paragraph before. */
export const byCarryOver: SpeakerRule = {
  name: 'carry-over',
  why: 'A quotation over several paragraphs names its speaker once.',
  find(scene, index) {
    const quotation = scene.quotations[index];
    if (quotation === undefined || quotation.kind === 'indirect') return null;
    const paragraph = paragraphOf(scene, index);
    const place = scene.placeOf[index] ?? 0;
    for (let at = place - 1; at >= Math.max(0, place - NEIGHBOURS); at--) {
      const other = scene.order[at];
      if (other === undefined || paragraphOf(scene, other) < paragraph - 1) return null;
      const answer = scene.resolved[other];
      if (answer && answer.speakers.length > 0 && !nested(scene, other)) return { speakers: answer.speakers, score: 0.7 };
    }
    return null;
  },
};
