import { type Calibration, likely, logit, type Scored, type ScoreMap, scored } from '../src/extract/calibration.ts';
import type { Judged } from './judge.ts';

/** A record by the score it carries, and whether it was right. */
export interface Outcome {
  readonly score: number;
  readonly right: boolean;
}

/** All that is scored in an article. A speaker is asked for where the quotation is one and a speaker was given. */
export function outcomes({ quotations, events }: Judged): Readonly<Record<Scored, readonly Outcome[]>> {
  return {
    quotation: quotations.map(({ quotation, gold }) => ({ score: quotation.score, right: gold !== null })),
    speaker: quotations.flatMap(({ quotation: { speakerScore: score }, speakerRight: right }) =>
      right === null || score === null || score === undefined ? [] : [{ score, right }],
    ),
    event: events.map(({ event, gold }) => ({ score: event.score, right: gold !== null })),
  };
}

/** Pulls the weight of the score towards 1, which leaves it as it is: a few articles are not to make much of little. */
const PULL = 10;
/** Holds the constant where nothing tells of it. */
const TINY = 1e-9;
const ROUNDS = 25;
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Logistic regression by Newton's method, two equations a round: deterministic, and done in a few rounds. */
export function fittedMap(all: readonly (Outcome & { readonly weight: number })[]): ScoreMap {
  let [one, score] = [0, 1];
  for (let round = 0; round < ROUNDS; round++) {
    let [slopeOne, slopeScore] = [0, -PULL * (score - 1)];
    let [bendOne, bendBoth, bendScore] = [TINY, 0, PULL];
    for (const { score: given, right, weight } of all) {
      const x = logit(given);
      const p = 1 / (1 + Math.exp(-(one + score * x)));
      const [miss, bend] = [weight * ((right ? 1 : 0) - p), weight * p * (1 - p)];
      slopeOne += miss;
      slopeScore += miss * x;
      bendOne += bend;
      bendBoth += bend * x;
      bendScore += bend * x * x;
    }
    const whole = bendOne * bendScore - bendBoth * bendBoth;
    one += (slopeOne * bendScore - slopeScore * bendBoth) / whole;
    score += (bendOne * slopeScore - bendBoth * slopeOne) / whole;
  }
  return { one: rounded(one), score: rounded(score) };
}

/**
 * The maps out of held-out articles. Press and agency count as much as each other, though most of the articles are of the press: what Readout is given
 * is neither alone (docs/decisions/013).
 */
export function calibrationOf(held: readonly Judged[]): Calibration {
  const kinds = [held.filter(({ article }) => article.agency), held.filter(({ article }) => !article.agency)];
  const map = (what: Scored): ScoreMap => {
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
    ...scored.flatMap((what) => [`${what}\tone\t${map[what].one}`, `${what}\tscore\t${map[what].score}`]),
    '',
  ].join('\n');

/** The same records with the scores that a map gives them. */
export const mapped = (map: ScoreMap, all: readonly Outcome[]): Outcome[] =>
  all.map(({ score, right }) => ({ score: likely(map, score), right }));
