import { ReadoutError } from '../error.ts';
import type { Findings } from '../reading/assemble.ts';

/** What is scored: that a quotation is one, that its speaker is the right one, that an event is one of its type. */
export const scored = ['quotation', 'speaker', 'event'] as const;
export type Scored = (typeof scored)[number];

/** A weight by feature for each of what is scored: a logistic map from what network and rules think to how often such a record was right. */
export type Calibration = Readonly<Record<Scored, ReadonlyMap<string, number>>>;
export type Features = Readonly<Record<string, number>>;

const logit = (p: number): number => {
  const held = Math.min(0.995, Math.max(0.005, p));
  return Math.log(held / (1 - held));
};

/** What the maps look at: the score before calibration, and a constant. More (the kind, the quotation's score for its speaker) was no better on articles of another press. */
export const features = (score: number): Features => ({ one: 1, score: logit(score) });

/** The share of records with these features that were right. */
export function likely(weights: ReadonlyMap<string, number>, looked: Features): number {
  let odds = 0;
  for (const [name, value] of Object.entries(looked)) odds += value * (weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-odds));
}

/**
 * The map out of data/calibration.tsv: lines of what is scored, feature, weight.
 * @throws ReadoutError READOUT_DATA_MISSING where a line is none of these
 */
export function parseCalibration(tsv: string): Calibration {
  const maps: Record<Scored, Map<string, number>> = { quotation: new Map(), speaker: new Map(), event: new Map() };
  for (const line of tsv.split('\n')) {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('record\t')) continue;
    const [record = '', feature = '', weight = ''] = line.split('\t');
    const map = maps[record as Scored];
    if (map === undefined || feature === '' || weight.trim() === '' || !Number.isFinite(Number(weight))) {
      throw new ReadoutError(
        'READOUT_DATA_MISSING',
        `A line of the calibration is damaged: “${line.slice(0, 80)}”.`,
        'Install Readout again; data/calibration.tsv comes with the package and is made by npm run evaluate -- --write.',
      );
    }
    map.set(feature, Number(weight));
  }
  return maps;
}

/** The findings with scores that say how often such a record is right. Last of all: the stages' thresholds are over the network's own scores. */
export function calibrated(found: Findings, map: Calibration): Findings {
  return {
    ...found,
    quotations: found.quotations.map((quotation) => ({
      ...quotation,
      score: likely(map.quotation, features(quotation.score)),
      speakerScore:
        quotation.speakerScore === null || quotation.speakerScore === undefined
          ? null
          : likely(map.speaker, features(quotation.speakerScore)),
    })),
    events: found.events.map((event) => ({ ...event, score: likely(map.event, features(event.score)) })),
  };
}
