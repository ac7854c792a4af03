import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTimes } from '../src/extract/times/index.ts';
import { calibrationOf, calibrationTsv } from './calibrate.ts';
import { card } from './card.ts';
import { type Attributed, attributionCounts, goldCounts, type Named, nameCounts, type Placed, placeCounts, timeCounts } from './counts.ts';
import { figures, type Measured, measure, type SetName, sets } from './figures.ts';
import { agreementOf, devArticles, heldOutArticles, linesOf, reportedTimes } from './gold.ts';
import type { Counts } from './intervals.ts';
import { judge } from './judge.ts';
import { refusedEnglish, triedLanguages } from './languages.ts';
import { evaluatePages, type PageScore } from './pages.ts';
import { byId, readArticles, readFiles } from './readings.ts';
import { disagreements } from './score.ts';

/** What `npm run evaluate` makes: the table of README.md, the card, its picture, and the map of scores. */
export interface Evaluated {
  readonly table: string;
  readonly card: string;
  readonly svg: string;
  readonly calibration: string;
  /** Where `../shared/score/score.py` has other figures, or was not asked: then nothing is to be written. */
  readonly disagreements: readonly string[];
}

const pageCounts = ({ body, title, published, byline }: PageScore): Counts => {
  const field = (name: string, right: boolean | null): Counts => (right === null ? {} : { [name]: 1, [`${name} right`]: right ? 1 : 0 });
  return { pages: 1, body, ...field('title', title), ...field('published', published), ...field('byline', byline) };
};

/** The lines of README.md: what is asked for, without intervals. */
const short = (measured: readonly Measured[]): string =>
  [
    '| on | figure | asked | measured |',
    '|---|---|---|---|',
    ...measured
      .filter(({ asked }) => asked !== null)
      .map(({ set, name, asked, interval: { value } }) => `| ${sets[set]} | ${name} | ${asked} | ${value ?? '–'} |`),
  ].join('\n');

/** Measures everything. @param root the project's folder @returns null where the development sets are not there */
export async function main(root: string): Promise<Evaluated | null> {
  const shared = join(root, '..', 'shared');
  if (!existsSync(join(shared, 'data'))) {
    console.log(`Nothing was measured: the development sets (${shared}) are not here.`);
    return null;
  }
  const data = (name: string): string => join(shared, 'data', `${name}.jsonl`);
  const [polnearFile, namesFile] = [data('attribution/polnear-dev'), data('names/worldwide-dev')];
  const placeFiles = { trNews: data('places/tr-news'), lgl: data('places/lgl') };
  const lines = await readFiles([polnearFile, namesFile, ...Object.values(placeFiles)]);
  const of = (path: string) => byId(lines.get(path) ?? []);
  const against = <T extends { readonly id: string }>(
    path: string,
    counts: (gold: T, reading: ReturnType<typeof get>) => Counts,
  ): Counts[] => linesOf<T>(path).map((gold) => counts(gold, get(path, gold.id)));
  const get = (path: string, id: string) => {
    const reading = readings.get(path)?.get(id);
    if (reading === undefined) throw new Error(`${path}: ${id} was not read.`);
    return reading;
  };
  const readings = new Map([...lines.keys()].map((path) => [path, of(path)]));

  const dev = devArticles(shared);
  const heldOut = heldOutArticles(root, shared);
  const held = (await readArticles(heldOut)).map((reading, i) => judge(heldOut[i] as (typeof heldOut)[number], reading));
  const devReadings = await readArticles(dev);
  const judged = devReadings.map((reading, i) => judge(dev[i] as (typeof dev)[number], reading));
  const calibration = calibrationOf(held);

  const attributed = linesOf<Attributed>(polnearFile).map((gold) => ({
    outlet: /^[a-z-]+/u.exec(gold.id)?.[0] ?? 'other',
    counts: attributionCounts(gold, get(polnearFile, gold.id)),
  }));
  const timed = reportedTimes(data('times/tbaq')).map((gold) => ({ ...gold, found: findTimes(gold.text, { published: gold.published }) }));
  const pages = evaluatePages(shared);
  const counts: Record<SetName, readonly Counts[]> = {
    polnear: attributed.map((one) => one.counts),
    gold: judged.map(goldCounts),
    names: against<Named>(namesFile, nameCounts),
    times: timed.map(({ times, found }) => timeCounts(times, found)),
    trNews: against<Placed>(placeFiles.trNews, placeCounts),
    lgl: against<Placed>(placeFiles.lgl, placeCounts),
    readability: (pages?.readabilityScores ?? []).map(pageCounts),
    fundus: (pages?.fundusScores ?? []).map(pageCounts),
  };
  const measured = figures.map((figure) => measure(figure, counts[figure.set]));

  const folder = mkdtempSync(join(tmpdir(), 'readout-evaluate-'));
  let apart: readonly string[];
  try {
    const timesGold = join(folder, 'times-gold.jsonl');
    writeFileSync(timesGold, timed.map((gold) => `${JSON.stringify(gold)}\n`).join(''));
    const of = (path: string) => readings.get(path)?.values() ?? [];
    apart = disagreements(
      shared,
      folder,
      [
        { set: 'polnear', gold: polnearFile, readings: of(polnearFile) },
        { set: 'gold', gold: join(shared, 'data/gold/dev'), readings: devReadings },
        { set: 'names', gold: namesFile, readings: of(namesFile) },
        { set: 'times', gold: timesGold, readings: timed.map(({ id, found }) => ({ document: { input: { id } }, times: found })) },
        { set: 'trNews', gold: placeFiles.trNews, readings: of(placeFiles.trNews) },
        { set: 'lgl', gold: placeFiles.lgl, readings: of(placeFiles.lgl) },
      ],
      measured,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  const english = refusedEnglish([...devReadings, ...[...readings.values()].flatMap((set) => [...set.values()])]);
  const model = devReadings[0]?.engine.model ?? 'none';
  const { markdown, svg } = card({
    model,
    figures: measured,
    judged,
    held,
    agreement: agreementOf(shared),
    calibration,
    polnear: attributed,
    languages: triedLanguages(root),
    english,
  });
  const table = short(measured);
  console.log(table);
  for (const line of apart) console.error(`! ${line}`);
  return { table, card: markdown, svg, calibration: calibrationTsv(calibration, held.length), disagreements: apart };
}
