import { ReadoutError } from '../error.ts';
import type { Findings } from '../reading/assemble.ts';

/** What is scored: that a quotation is one, that its speaker is the right one, that an event is one of its type. */
export const scored = ['quotation', 'speaker', 'event'] as const;
export type Scored = (typeof scored)[number];

/** A logistic map from what network and rules think to how often such a record was right: a constant, and the weight of the score. */
export interface ScoreMap {
  readonly one: number;
  readonly score: number;
}
export type Calibration = Readonly<Record<Scored, ScoreMap>>;

/** The logarithm of the odds. Held off 0 and 1, where it has no end. */
export function logit(score: number): number {
  const held = Math.min(0.995, Math.max(0.005, score));
  return Math.log(held / (1 - held));
}

/** The share of records of this score that were right. */
export const likely = (map: ScoreMap, score: number): number => 1 / (1 + Math.exp(-(map.one + map.score * logit(score))));

const damaged = (what: string): ReadoutError =>
  new ReadoutError(
    'READOUT_DATA_MISSING',
    `The calibration is damaged: ${what}.`,
    'Install Readout again; data/calibration.tsv comes with the package and is made by npm run evaluate -- --write.',
  );

/**
 * The map out of data/calibration.tsv: lines of what is scored, `one` or `score`, and its number.
 * @throws ReadoutError READOUT_DATA_MISSING where a line is none of these, or where a number is not there: without it scores would be told that mean nothing
 */
export function parseCalibration(tsv: string): Calibration {
  const numbers = new Map<string, number>();
  for (const line of tsv.split('\n')) {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('record\t')) continue;
    const [record = '', feature = '', weight = ''] = line.split('\t');
    const known = scored.some((what) => what === record) && (feature === 'one' || feature === 'score');
    if (!known || weight.trim() === '' || !Number.isFinite(Number(weight))) throw damaged(`it has a line “${line.slice(0, 80)}”`);
    numbers.set(`${record} ${feature}`, Number(weight));
  }
  const number = (what: Scored, feature: keyof ScoreMap): number => {
    const found = numbers.get(`${what} ${feature}`);
    if (found === undefined) throw damaged(`it has no line “${what} ${feature}”`);
    return found;
  };
  const map = (what: Scored): ScoreMap => ({ one: number(what, 'one'), score: number(what, 'score') });
  return { quotation: map('quotation'), speaker: map('speaker'), event: map('event') };
}

/** The findings with scores that say how often such a record is right. Last of all: the stages' thresholds are over the network's own scores. */
export function calibrated(found: Findings, map: Calibration): Findings {
  return {
    ...found,
    quotations: found.quotations.map((quotation) => ({
      ...quotation,
      score: likely(map.quotation, quotation.score),
      speakerScore:
        quotation.speakerScore === null || quotation.speakerScore === undefined ? null : likely(map.speaker, quotation.speakerScore),
    })),
    events: found.events.map((event) => ({ ...event, score: likely(map.event, event.score) })),
  };
}
