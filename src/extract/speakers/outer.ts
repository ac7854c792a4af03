import type { FoundQuotation } from '../quotations/found.ts';

/** The smallest quotation in whose words this one stands. */
export function outerOf(quotations: readonly FoundQuotation[], index: number): number | null {
  const inner = quotations[index];
  const first = inner?.content[0];
  if (inner === undefined || first === undefined) return null;
  let best: number | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (let i = Math.max(0, index - 40); i < Math.min(quotations.length, index + 40); i++) {
    const outer = quotations[i];
    if (outer === undefined || i === index || outer.cue?.start === inner.cue?.start) continue;
    for (const span of outer.content) {
      const length = span.end - span.start;
      if (span.start <= first.start && first.end <= span.end && length > first.end - first.start && length < size) {
        best = i;
        size = length;
      }
    }
  }
  return best;
}
