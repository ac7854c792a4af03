import { type Calibration, type Features, features, likely, type Scored, scored } from '../src/extract/calibration.ts';
import type { Judged } from './judge.ts';

/** A record as the maps see it, and whether it was right. */
export interface Outcome {
  readonly looked: Features;
  /** The score it carries. */
  readonly score: number;
  readonly right: boolean;
}

/** All that is scored in an article. A speaker is asked for where the quotation is one and a speaker was given. */
export function outcomes({ quotations, events }: Judged): Readonly<Record<Scored, readonly Outcome[]>> {
  return {
    quotation: quotations.map(({ quotation, gold }) => ({
      looked: features(quotation.score),
      score: quotation.score,
      right: gold !== null,
    })),
    speaker: quotations.flatMap(({ quotation, speakerRight }) => {
      const { speakerScore } = quotation;
      if (speakerRight === null || speakerScore === null || speakerScore === undefined) return [];
      return [{ looked: features(speakerScore), score: speakerScore, right: speakerRight }];
    }),
    event: events.map(({ event, gold }) => ({ looked: features(event.score), score: event.score, right: gold !== null })),
  };
}

/** Pulls the weight of the score towards 1, which leaves it as it is: a few articles are not to make much of little. */
const PULL = 10;
const usual = (name: string): number => (name === 'one' ? 0 : 1);
const ROUNDS = 25;

/** Logistic regression by Newton's method: deterministic, and done in a few rounds. */
export function fittedMap(all: readonly (Outcome & { readonly weight: number })[]): ReadonlyMap<string, number> {
  const names = Object.keys(all[0]?.looked ?? {});
  const rows = all.map(({ looked }) => names.map((name) => looked[name] ?? 0));
  let weights = names.map(usual);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = names.map((name, i) => (name === 'one' ? 0 : -PULL * ((weights[i] as number) - usual(name))));
    const curve = names.map((name, i) => names.map((_, j) => (i === j && name !== 'one' ? PULL : i === j ? 1e-9 : 0)));
    rows.forEach((row, n) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)));
      const weight = all[n]?.weight ?? 0;
      const miss = weight * ((all[n]?.right ? 1 : 0) - p);
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] as number) + miss * value;
        const own = curve[i] as number[];
        row.forEach((other, j) => {
          own[j] = (own[j] as number) + weight * p * (1 - p) * value * other;
        });
      });
    });
    const step = solve(curve, gradient);
    weights = weights.map((weight, i) => weight + (step[i] as number));
  }
  return new Map(names.map((name, i) => [name, Math.round((weights[i] as number) * 1e4) / 1e4]));
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++) if (Math.abs(rows[row]?.[at] as number) > Math.abs(rows[best]?.[at] as number)) best = row;
    [rows[at], rows[best]] = [rows[best] as number[], rows[at] as number[]];
    const pivot = rows[at] as number[];
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] as number) / (pivot[at] as number);
      for (let k = at; k <= size; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}

/**
 * The maps out of held-out articles. Press and agency count as much as each other: 53 of the 65 articles are of the US political press, where
 * 78 of 100 found quotations were right; of the agency's 92 were. What Readout is given is neither alone (docs/decisions/013).
 */
export function calibrationOf(held: readonly Judged[]): Calibration {
  const kinds = [held.filter(({ article }) => article.agency), held.filter(({ article }) => !article.agency)];
  const map = (what: Scored): ReadonlyMap<string, number> => {
    const all = kinds.map((kind) => kind.flatMap((one) => outcomes(one)[what]));
    const whole = all.reduce((total, own) => total + own.length, 0);
    return fittedMap(all.flatMap((own) => own.map((one) => ({ ...one, weight: whole / kinds.length / own.length }))));
  };
  return { quotation: map('quotation'), speaker: map('speaker'), event: map('event') };
}

export const calibrationTsv = (map: Calibration, articles: number): string =>
  [
    '# A logistic map from the scores of network and rules to the share of such records that are right (src/extract/calibration.ts).',
    `# Fitted by \`npm run evaluate -- --write\` on the ${articles} articles of train/gold on which nothing was trained; holds no text of them. Apache-2.0.`,
    'record\tfeature\tweight',
    ...scored.flatMap((what) => [...map[what]].map(([feature, weight]) => `${what}\t${feature}\t${weight}`)),
    '',
  ].join('\n');

/** The same records with the scores that a map gives them. */
export const mapped = (map: Calibration, what: Scored, all: readonly Outcome[]): Outcome[] =>
  all.map((one) => ({ ...one, score: likely(map[what], one.looked) }));
