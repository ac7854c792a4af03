import type { Scene, SpeakerRule } from './spoken.ts';

/** Paragraph of the first word of a quotation's content. */
export const paragraphOf = ({ gathering, quotations }: Scene, index: number): number =>
  gathering.article.prose.words[quotations[index]?.contentWord ?? 0]?.paragraph ?? 0;

/** Neighbours looked at on each side: a paragraph of more quotations than that is no prose. */
export const NEIGHBOURS = 24;

/** Whether a quotation stands inside the words of another: its speaker is somebody whom the speaker quotes. */
export const nested = ({ outer }: Scene, index: number): boolean => outer[index] !== null;

/** "“We will always be with Russia,” he said. “…”": the marks go on in one paragraph, and so does the speaker. */
export const bySameParagraph: SpeakerRule = {
  name: 'same-paragraph',
  why: 'A paragraph seldom quotes two people without saying so.',
  find(scene, index) {
    const quotation = scene.quotations[index];
    if (quotation === undefined || quotation.kind === 'indirect') return null;
    const paragraph = paragraphOf(scene, index);
    const place = scene.placeOf[index] ?? 0;
    for (const step of [-1, 1])
      for (let at = place + step; Math.abs(at - place) <= NEIGHBOURS; at += step) {
        const other = scene.order[at];
        if (other === undefined || paragraphOf(scene, other) !== paragraph) break;
        const answer = scene.resolved[other];
        if (!answer || answer.speakers.length === 0 || nested(scene, other)) continue;
        return { speakers: answer.speakers, score: 0.8 };
      }
    return null;
  },
};
