import type { Scene, SpeakerRule } from './spoken.ts';

/** Paragraph of the first word of a quotation's content. */
export const paragraphOf = ({ gathering, quotations }: Scene, index: number): number =>
  gathering.article.prose.words[quotations[index]?.contentWord ?? 0]?.paragraph ?? 0;

/** Whether a quotation stands inside the words of another: its speaker is somebody whom the speaker quotes. */
export function nested({ gathering, quotations }: Scene, index: number): boolean {
  const quotation = quotations[index];
  if (quotation === undefined) return false;
  const first = quotation.content[0];
  return (
    quotations.some(
      (other, i) =>
        i !== index &&
        first !== undefined &&
        Math.abs(other.contentWord - quotation.contentWord) < 300 &&
        other.content.some((span) => span.start <= first.start && first.end <= span.end && span.end - span.start > first.end - first.start),
    ) || gathering.article.saidIn[quotation.contentWord - 1] === gathering.article.saidIn[quotation.contentWord]
  );
}

/** "“We will always be with Russia,” he said. “…”": the marks go on in one paragraph, and so does the speaker. */
export const bySameParagraph: SpeakerRule = {
  name: 'same-paragraph',
  why: 'A paragraph seldom quotes two people without saying so.',
  find(scene, index) {
    const quotation = scene.quotations[index];
    if (quotation === undefined || quotation.kind === 'indirect') return null;
    const paragraph = paragraphOf(scene, index);
    const place = scene.order.indexOf(index);
    for (const step of [-1, 1])
      for (let at = place + step; ; at += step) {
        const other = scene.order[at];
        if (other === undefined || paragraphOf(scene, other) !== paragraph) break;
        const answer = scene.resolved[other];
        if (!answer || answer.speakers.length === 0 || nested(scene, other)) continue;
        return { speakers: answer.speakers, score: 0.8 };
      }
    return null;
  },
};
