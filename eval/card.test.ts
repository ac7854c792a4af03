import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../src/read/language.ts';
import { sameName } from './actor-names.ts';
import { fittedMap, mapped } from './calibrate.ts';
import { heldOut, linesOf } from './gold.ts';
import { f1, interval, share } from './intervals.ts';
import { bandCounts, bands, calibrationError, reliabilitySvg, rightFrom } from './reliability.ts';

const root = join(import.meta.dirname, '..');
const dev = join(root, '../shared/data/gold/dev.jsonl');

describe('the figures', () => {
  it('stand in their interval, and the interval is the same at every run', () => {
    const articles = Array.from({ length: 30 }, (_, i) => ({ right: i % 7, found: 8, gold: 9 }));
    const measured = interval(articles, f1('right', 'found', 'gold'));
    expect(measured.low).toBeLessThan(measured.value as number);
    expect(measured.high).toBeGreaterThan(measured.value as number);
    expect(interval(articles, f1('right', 'found', 'gold'))).toEqual(measured);
    expect(interval([{ n: 0 }], share('right', 'n')).value).toBeNull();
  });
  it('take a name for another as the measure does', () => {
    expect(sameName('President Donald Trump', "Trump's")).toBe(true);
    expect(sameName('Recep Tayyip Erdoğan', 'Erdogan')).toBe(true);
    expect(sameName('the state', 'President')).toBe(false);
    expect(sameName('Kim', 'Park')).toBe(false);
  });
});

describe('calibration', () => {
  it('finds the map that made the records, and its error is small there', () => {
    // 0.62, 0.5 …: what a perfect score would say, of which every third is off by its own share.
    const all = Array.from({ length: 4000 }, (_, i) => {
      const odds = ((i % 40) - 20) / 8;
      const p = 1 / (1 + Math.exp(-(0.4 + 0.6 * odds)));
      return { score: 1 / (1 + Math.exp(-odds)), right: ((i * 2654435761) % 4294967296) / 4294967296 < p, weight: 1 };
    });
    const map = fittedMap(all);
    expect(Math.abs(map.one - 0.4)).toBeLessThan(0.1);
    expect(Math.abs(map.score - 0.6)).toBeLessThan(0.1);
    expect(calibrationError(bandCounts(mapped(map, all)))).toBeLessThan(4);
    expect(calibrationError(bandCounts(all))).toBeGreaterThan(6);
  });
  it('tells an error where scores promise too much', () => {
    const all = Array.from({ length: 10 }, (_, i) => ({ score: 0.95, right: i < 5 }));
    expect(calibrationError(bandCounts(all))).toBeCloseTo(45, 6);
    expect(bands(all)).toEqual([{ from: 0.9, to: 1, records: 10, score: expect.closeTo(0.95, 6), right: 0.5 }]);
    const half = interval([bandCounts(all)], rightFrom(0.9));
    expect([half.value, interval([bandCounts(all)], rightFrom(0.8)).value]).toEqual([50, null]);
    expect(reliabilitySvg([{ title: 'Events', bands: bands(all) }])).toContain('10 records: score 0.95, right 0.50');
  });
  it('is fitted on articles that training leaves out: the twin of held_out in train/data.py', () => {
    // python3 -c "import zlib; print([zlib.crc32(i.encode()) % 8 == 0 for i in ['readout-3', 'readout-4', 'readout-8', 'readout-9', 'Łódź-9']])"
    expect(['readout-3', 'readout-4', 'readout-8', 'readout-9', 'Łódź-9'].map(heldOut)).toEqual([true, false, true, false, true]);
  });
});

describe('docs/accuracy.md', () => {
  const card = readFileSync(join(root, 'docs/accuracy.md'), 'utf8');
  it('is of the network that ships', () => {
    const { sha256 } = JSON.parse(readFileSync(join(root, 'models/manifest.json'), 'utf8'));
    expect(card, 'run npm run evaluate -- --write').toContain(sha256);
  });
  it('has an interval, records and articles for every figure, and its picture', () => {
    const rows = card.slice(card.indexOf('## Figures'), card.indexOf('## Events by type')).match(/^\| .*\|$/gmu) ?? [];
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows.slice(1)) expect(row).toMatch(/\| [\d.]+ \([\d.]+–[\d.]+\) \| \d+ \| \d+ \|$/u);
    expect(existsSync(join(root, 'docs/reliability.svg'))).toBe(true);
  });
  it.skipIf(!existsSync(dev))('shows examples of Wikinews alone', () => {
    const titles = [...card.matchAll(/\(\*(.+)\*\)$/gmu)].map(([, title]) => title);
    expect(titles.length).toBeGreaterThan(10);
    const wikinews = linesOf<{ id: string; title: string }>(dev).filter(({ id }) => id.startsWith('wikinews-'));
    expect(wikinews.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
  });
});

describe('languages', () => {
  const texts = JSON.parse(readFileSync(join(root, 'test/fixtures/languages.json'), 'utf8')) as Record<string, string>;
  it.each(Object.keys(texts))('%s is not read as English', (language) => {
    const text = texts[language] as string;
    expect(guessLanguage(text).skipped).toEqual([{ start: 0, end: text.length, reason: 'not English' }]);
    // Beside English only that paragraph is set aside.
    const english = 'The president said on Monday that he would not attend the talks, and that his deputy will travel in his place.';
    expect(guessLanguage(`${english}\n\n${text}\n\n${english}`).skipped.map(({ start, end }) => end - start)).toEqual([text.length]);
  });
});
