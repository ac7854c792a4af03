import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluatePages, type PageFigures } from './pages.ts';
import { type GoldSet, type Scores, score } from './score.ts';
import { scoreTimes, timesPart } from './times.ts';

/** A line of the table: what is asked of a figure, and how it is read off the scores. */
interface Row {
  readonly on: string;
  readonly figure: string;
  readonly asked: number;
  readonly measured: number | null;
}

const attribution: GoldSet = {
  task: 'attribution',
  texts: 'data/attribution/polnear-dev.jsonl',
  gold: 'data/attribution/polnear-dev.jsonl',
};
const gold: GoldSet = { task: 'gold', texts: 'data/gold/dev.jsonl', gold: 'data/gold/dev' };
const names: GoldSet = { task: 'names', texts: 'data/names/worldwide-dev.jsonl', gold: 'data/names/worldwide-dev.jsonl' };

const f1 = (scores: Scores, name: string): number | null => {
  const value = scores[name];
  return typeof value === 'object' && value !== null ? value.f1 : null;
};
const figure = (scores: Scores, name: string): number | null => {
  const value = scores[name];
  return typeof value === 'number' ? value : null;
};
const percent = (share: number): number => Math.round(1000 * share) / 10;

async function readingRows(shared: string): Promise<Row[]> {
  const a = await score(shared, attribution);
  const g = await score(shared, gold);
  const n = await score(shared, names);
  const polnear = 'attribution/polnear-dev, score.py attribution';
  const hand = 'gold/dev, score.py gold';
  return [
    { on: polnear, figure: 'source, exact F1', asked: 81, measured: f1(a, 'source') },
    { on: polnear, figure: 'cue, exact F1', asked: 74.5, measured: f1(a, 'cue') },
    { on: polnear, figure: 'content, exact F1', asked: 66, measured: f1(a, 'content') },
    { on: polnear, figure: 'whole triple, exact F1', asked: 52, measured: f1(a, 'triple') },
    { on: polnear, figure: 'content characters, F1', asked: 86, measured: f1(a, 'content characters') },
    { on: hand, figure: 'quotations F1', asked: 86, measured: f1(g, 'quotations') },
    { on: hand, figure: 'speaker end to end, direct and mixed', asked: 90, measured: figure(g, 'speaker end to end, direct and mixed') },
    { on: hand, figure: 'speaker end to end, all', asked: 78, measured: figure(g, 'speaker end to end (of gold)') },
    { on: 'names/worldwide-dev, score.py names', figure: 'PER, ORG, LOC F1', asked: 84, measured: f1(n, 'all') },
    { on: hand, figure: 'events F1', asked: 55, measured: f1(g, 'events') },
    { on: hand, figure: 'actor and recipient right on matched', asked: 75, measured: figure(g, 'actor and recipient right') },
    { on: hand, figure: 'flags accuracy', asked: 92, measured: figure(g, 'flags accuracy') },
    { on: hand, figure: 'flags set: recall', asked: 65, measured: figure(g, 'flags set: recall') },
    { on: hand, figure: 'flags set: precision', asked: 75, measured: figure(g, 'flags set: precision') },
    { on: hand, figure: 'saidBy accuracy', asked: 85, measured: figure(g, 'saidBy accuracy') },
    { on: hand, figure: 'saidBy recall where set', asked: 75, measured: figure(g, 'saidBy recall where set') },
  ];
}

/** Times on the last third by name order (the rest was tuned on); places on the half of each set that no weight was learnt on. */
async function otherRows(shared: string): Promise<Row[]> {
  const times = scoreTimes(timesPart(readFileSync(join(shared, 'data/times/tbaq.jsonl'), 'utf8'), 'report'));
  const rows: Row[] = [
    { on: 'times/tbaq.jsonl, last third', figure: 'relaxed F1', asked: 90, measured: times.relaxed.f1 },
    { on: 'times/tbaq.jsonl, last third', figure: 'value F1', asked: 78, measured: times.value.f1 },
  ];
  for (const set of ['tr-news', 'lgl']) {
    const p = await score(shared, { task: 'places', texts: `data/places/${set}.jsonl`, gold: `data/places/${set}.jsonl` });
    const on = `places/${set}.jsonl (half of it was learnt on)`;
    rows.push(
      { on, figure: 'spans F1', asked: 80, measured: f1(p, 'spans') },
      { on, figure: 'id right on matched', asked: 80, measured: figure(p, 'id right on matched') },
      { on, figure: 'within 161 km on matched', asked: 88, measured: figure(p, 'within 161 km on matched') },
    );
  }
  return rows;
}

function pageRows(shared: string): Row[] {
  const figures = evaluatePages(shared);
  if (!figures) return [];
  const { readability, fundus, both } = figures;
  const of = (on: string, figures: PageFigures): Row[] => [
    { on, figure: 'body text, F1 of 4-word shingles', asked: 96, measured: percent(figures.body) },
    { on, figure: 'title right', asked: 97, measured: percent(figures.title.right) },
    { on, figure: 'date right', asked: 95, measured: percent(figures.published.right) },
    { on, figure: 'byline right', asked: 85, measured: percent(figures.byline.right) },
  ];
  return [...of('pages/readability + pages/fundus', both), ...of('pages/readability', readability), ...of('pages/fundus', fundus)];
}

const markdown = (rows: readonly Row[]): string =>
  [
    '| on | figure | asked | measured |',
    '|---|---|---|---|',
    ...rows.map((r) => `| ${r.on} | ${r.figure} | ${r.asked} | ${r.measured ?? '–'} |`),
  ].join('\n');

/** Measures everything and prints the table. @param root the project's folder @returns the table, null where the sets are not there */
export async function main(root: string): Promise<string | null> {
  const shared = join(root, '..', 'shared');
  if (!existsSync(join(shared, 'data'))) {
    console.log(`Nothing was measured: the development sets (${shared}) are not here.`);
    return null;
  }
  const table = markdown([...(await readingRows(shared)), ...(await otherRows(shared)), ...pageRows(shared)]);
  console.log(table);
  return table;
}
