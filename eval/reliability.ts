import type { Outcome } from './calibrate.ts';
import { type Counts, share } from './intervals.ts';

/** Records whose score lies in `[from, to)`. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly records: number;
  /** The mean of their scores, and the share that was right. */
  readonly score: number;
  readonly right: number;
}

const BANDS = 10;
const bandOf = (score: number): number => Math.min(BANDS - 1, Math.floor(score * BANDS + 1e-9));

/** Ten bands of equal width; those without a record are left out. */
export function bands(all: readonly Outcome[]): Band[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const own = all.filter(({ score }) => bandOf(score) === band);
    const mean = (of: (one: Outcome) => number): number => own.reduce((total, one) => total + of(one), 0) / own.length;
    return {
      from: band / BANDS,
      to: (band + 1) / BANDS,
      records: own.length,
      score: own.length === 0 ? 0 : mean(({ score }) => score),
      right: own.length === 0 ? 0 : mean(({ right }) => (right ? 1 : 0)),
    };
  }).filter(({ records }) => records > 0);
}

/** What one article adds to the bands, so that the error can be drawn by article. */
export function bandCounts(all: readonly Outcome[]): Counts {
  const counts: Record<string, number> = {};
  const add = (key: string, n: number): void => {
    counts[key] = (counts[key] ?? 0) + n;
  };
  for (const { score, right } of all) {
    add('n', 1);
    add(`n ${bandOf(score)}`, 1);
    add(`s ${bandOf(score)}`, score);
    add(`r ${bandOf(score)}`, right ? 1 : 0);
  }
  return counts;
}

/** The share of right ones in the band that begins here, out of what `bandCounts` counts. */
export const rightFrom = (from: number): ((counts: Counts) => number | null) => share(`r ${bandOf(from)}`, `n ${bandOf(from)}`);

/** Expected calibration error in hundredths: the distance of a band's mean score from its share of right ones, weighted by its records. */
export function calibrationError(counts: Counts): number | null {
  const n = counts['n'] ?? 0;
  if (n === 0) return null;
  let error = 0;
  for (let band = 0; band < BANDS; band++) error += Math.abs((counts[`s ${band}`] ?? 0) - (counts[`r ${band}`] ?? 0));
  return (100 * error) / n;
}

const SIZE = 260;
const PAD = 44;

/** One plot beside the other: the share of right ones over the score, the size of a dot by its records; a perfect score's dots lie on the line. */
export function reliabilitySvg(plots: readonly { readonly title: string; readonly bands: readonly Band[] }[]): string {
  const width = plots.length * (SIZE + PAD) + PAD;
  const x = (value: number): string => (value * SIZE).toFixed(1);
  const y = (value: number): string => ((1 - value) * SIZE).toFixed(1);
  const plot = ({ title, bands: all }: (typeof plots)[number], index: number): string => {
    const records = all.reduce((total, band) => total + band.records, 0);
    const dots = all.map(
      ({ score, right, records: n }) =>
        `<circle cx="${x(score)}" cy="${y(right)}" r="${(3 + 14 * Math.sqrt(n / records)).toFixed(1)}" class="dot"><title>${n} records: score ${score.toFixed(2)}, right ${right.toFixed(2)}</title></circle>`,
    );
    const ticks = [0, 0.25, 0.5, 0.75, 1].map(
      (at) =>
        `<text x="${x(at)}" y="${SIZE + 16}" text-anchor="middle">${at}</text><text x="-6" y="${Number(y(at)) + 4}" text-anchor="end">${at}</text>`,
    );
    return `<g transform="translate(${PAD + index * (SIZE + PAD)} 34)"><text x="0" y="-12" class="title">${title}</text><rect width="${SIZE}" height="${SIZE}" class="frame"/><path d="M0 ${SIZE}L${SIZE} 0" class="line"/>${dots.join('')}${ticks.join('')}<text x="${SIZE / 2}" y="${SIZE + 34}" text-anchor="middle">score</text></g>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${SIZE + 80}" viewBox="0 0 ${width} ${SIZE + 80}" role="img" aria-label="Reliability: how often records of a score are right">
<style>text{font:12px sans-serif;fill:#444}.title{font-weight:bold;fill:#111}.frame{fill:#fff;stroke:#999}.line{stroke:#999;stroke-dasharray:4 4}.dot{fill:#1f5fa8;fill-opacity:.65;stroke:#1f5fa8}</style>
<rect width="100%" height="100%" fill="#fff"/>
${plots.map(plot).join('\n')}
</svg>
`;
}
