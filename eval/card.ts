import { type Calibration, type Scored, scored } from '../src/extract/calibration.ts';
import { eventTypes } from '../src/reading/schema.ts';
import { mapped, type Outcome, outcomes } from './calibrate.ts';
import { goldCounts, typeCounts } from './counts.ts';
import { weaknesses } from './examples.ts';
import { type Measured, sets } from './figures.ts';
import { type Counts, f1, type Interval, interval, share } from './intervals.ts';
import type { Judged } from './judge.ts';
import type { Tried } from './languages.ts';
import { bandCounts, bands, calibrationError, reliabilitySvg, rightFrom } from './reliability.ts';

export interface CardInput {
  readonly model: string;
  readonly figures: readonly Measured[];
  /** gold/dev with scores as the network and the rules give them. */
  readonly judged: readonly Judged[];
  readonly held: readonly Judged[];
  /** How the gold was made, in the words of `../shared/data/README.md`. */
  readonly agreement: string | null;
  readonly calibration: Calibration;
  /** Attribution on polnear-dev, by the outlet that the id names. */
  readonly polnear: readonly { readonly outlet: string; readonly counts: Counts }[];
  readonly languages: readonly Tried[];
  readonly english: { readonly refused: number; readonly of: number; readonly articles: number };
}

const COMMAND = '`npm run evaluate`';
const told = ({ value, low, high }: Interval): string => (value === null ? '–' : `${value} (${low}–${high})`);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');

const heading: Readonly<Record<Scored, string>> = { quotation: 'Quotations', speaker: 'Speakers', event: 'Events' };

/** By outlet, the greatest first; those with one article alone are told together. */
function grouped<T>(all: readonly T[], outlet: (one: T) => string): (readonly [string, readonly T[]])[] {
  const by = new Map<string, T[]>();
  for (const one of all) by.set(outlet(one), [...(by.get(outlet(one)) ?? []), one]);
  const alone = [...by].filter(([, own]) => own.length === 1).flatMap(([, own]) => own);
  const several = [...by].filter(([, own]) => own.length > 1).sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return alone.length > 0 ? [...several, [`others, one article each`, alone] as const] : several;
}

function byType(judged: readonly Judged[]): string {
  const rows = eventTypes.map((type) => {
    const counts = judged.map((one) => typeCounts(type, one));
    const sum = (key: string): number => counts.reduce((total, one) => total + (one[key] ?? 0), 0);
    return [
      type,
      sum('gold'),
      sum('found'),
      told(interval(counts, share('right', 'found'))),
      told(interval(counts, share('right', 'gold'))),
      told(interval(counts, f1('right', 'found', 'gold'))),
    ];
  });
  return table(['type', 'in the gold', 'found', 'precision', 'recall', 'F1'], rows);
}

function byOutlet({ judged, polnear }: CardInput): string {
  const hand = grouped(judged, ({ article }) => article.outlet).map(([outlet, own]) => {
    const counts = own.map(goldCounts);
    return [
      outlet,
      own.length,
      told(interval(counts, f1('q right', 'q found', 'q gold'))),
      told(interval(counts, share('s right', 'q gold'))),
      told(interval(counts, f1('e right', 'e found', 'e gold'))),
    ];
  });
  const press = grouped(polnear, ({ outlet }) => outlet).map(([outlet, own]) => {
    const counts = own.map((one) => one.counts);
    return [
      outlet,
      own.length,
      told(interval(counts, f1('content right', 'content found', 'content gold'))),
      told(interval(counts, f1('triple right', 'triple found', 'triple gold'))),
      told(interval(counts, f1('characters right', 'characters found', 'characters gold'))),
    ];
  });
  return [
    `${sets.gold}:\n`,
    table(['outlet', 'articles', 'quotations, F1', 'speaker end to end', 'events, F1'], hand),
    `\n${sets.polnear}:\n`,
    table(['outlet', 'articles', 'content, exact F1', 'whole triple, exact F1', 'content characters, F1'], press),
  ].join('\n');
}

/** One kind of score: its bands, and its error before and after calibration. */
function scores(input: CardInput, what: Scored, after: readonly (readonly Outcome[])[]): string {
  const counts = after.map(bandCounts);
  const rows = bands(after.flat()).map(({ from, to, records, score }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    records,
    (100 * score).toFixed(1),
    told(interval(counts, rightFrom(from))),
  ]);
  const before = input.judged.map((one) => bandCounts(outcomes(one)[what]));
  const error = (all: readonly Counts[]): string => told(interval(all, calibrationError));
  return [
    `**${heading[what]}**: expected calibration error ${error(counts)} points over ${after.flat().length} records (${error(before)} before calibration).\n`,
    table(['score', 'records', 'mean score', 'right'], rows),
  ].join('\n');
}

/** `docs/accuracy.md`, and the picture that it shows. */
export function card(input: CardInput): { readonly markdown: string; readonly svg: string } {
  const { judged, held, agreement, calibration, figures, languages, english } = input;
  const after = Object.fromEntries(
    scored.map((what) => [what, judged.map((one) => mapped(calibration[what], outcomes(one)[what]))]),
  ) as unknown as Record<Scored, Outcome[][]>;
  const refused = languages.filter((one) => one.refused);
  const taken = languages.filter((one) => !one.refused);
  const markdown = `# How right it is

Made by ${COMMAND} with \`-- --write\`; no line of it is written by hand. The network: \`${input.model}\`.

A figure stands with the interval in which 95 of 100 draws of as many articles lie (bootstrap, 1,000 draws of whole articles, since the records of one
article stand and fall together). *Records* are what the figure divides by. Every line comes from ${COMMAND}, which needs the development sets
in \`../shared\`. Nothing was trained on these sets; the half of places/tr-news and places/lgl, and the first two thirds of times/tbaq (not measured here),
taught the rules of places and times. The measure is that of \`../shared/score/score.py\`: a quotation is right that shares half of its characters with one
of the annotator's, an event that has the type and the words of one.

## Figures

${table(
  ['set', 'figure', 'asked', 'measured', 'records', 'articles'],
  figures.map(({ set, name, asked, interval: measured, total, articles }) => [
    sets[set],
    name,
    asked ?? '–',
    told(measured),
    total,
    articles,
  ]),
)}

${agreement === null ? '' : `How far two annotators agree was not measured here. \`../shared/data/README.md\` says: “${agreement}.” More than that cannot be measured.`}

## Events by type

${sets.gold}, ${judged.length} articles, ${COMMAND}:

${byType(judged)}

## By outlet

${COMMAND}. An outlet with one or two articles says little; its interval tells.

${byOutlet(input)}

## Scores

A score says how often such a record is right. \`score\` of a quotation and an event: that an annotator has it too. \`speakerScore\`: that a quotation's speaker is
the annotator's. The network's own numbers are mapped by \`data/calibration.tsv\`, fitted on ${held.length} articles of \`train/gold\` on which nothing was trained, never
on dev; its form was chosen with dev's error in sight ([decision 013](decisions/013-scores-that-mean-something.md)). Measured on ${sets.gold}, ${judged.length} articles, ten bands of equal width, ${COMMAND}:

![Reliability of scores: the share of right records over the score](reliability.svg)

${scored.map((what) => scores(input, what, after[what])).join('\n\n')}

## What it is bad at

On ${sets.gold}, ${COMMAND}. The examples are from Wikinews (CC BY 2.5), the first of as many articles; the words in question are bold.

${weaknesses(judged)
  .map(({ what, times, of, examples }) => `**${what}**: ${times} ${of}.\n\n${examples.join('\n')}`)
  .join('\n\n')}

## Languages

It reads English. A paragraph of at least eight words that is plainly in another language is not read and stands in \`ledger.skipped\` with the reason \`not English\`; where no
paragraph is English that is the whole text, and \`document.language\` says what it was taken for. Shorter stretches are read as English whatever they are.

Two sentences of news in each of ${languages.length} languages (test/fixtures/languages.json), ${COMMAND}: ${refused.length} set aside (${refused
    .map(({ language, taken: as }) => (language === as ? language : `${language} as ${as}`))
    .join(
      ', ',
    )})${taken.length > 0 ? `; read as if English: ${taken.map(({ language }) => language).join(', ')}` : ''}. Of ${english.of} characters of ${english.articles} English articles
(the sets above) ${english.refused} were set aside as another language (${((100 * english.refused) / Math.max(1, english.of)).toFixed(3)} %).
`;
  const svg = reliabilitySvg(scored.map((what) => ({ title: heading[what], bands: bands(after[what].flat()) })));
  return { markdown, svg };
}
