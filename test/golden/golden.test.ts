import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/reading/schema.ts';
import { verify } from '../../src/reading/verify.ts';
import { read } from '../fixtures/engine.ts';
import { compare, type GoldArticle } from './compare.ts';

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('golden articles', () => {
  const readings = new Map<string, Promise<Reading>>();
  const gold = (name: string): GoldArticle => JSON.parse(readFileSync(join(here, name, 'expected.json'), 'utf8'));
  const reading = (name: string): Promise<Reading> => {
    const found = readings.get(name) ?? read(readFileSync(join(here, name, 'source.txt'), 'utf8'), gold(name).date);
    readings.set(name, found);
    return found;
  };

  test.each(cases)('%s: every slice holds', async (name) => {
    expect(verify(await reading(name))).toEqual([]);
  });

  test.each(cases)('%s: most quotations are found, most speakers right', async (name) => {
    const { found, right, gold: all, speakersRight, matched } = compare(gold(name), await reading(name));
    expect(right / all, `${right} of ${all} found`).toBeGreaterThanOrEqual(0.6);
    expect(right / found, `${right} of ${found} in the gold`).toBeGreaterThanOrEqual(0.6);
    expect(speakersRight / Math.max(1, matched), `${speakersRight} of ${matched} speakers`).toBeGreaterThanOrEqual(0.5);
  });

  test('together: four in five quotations, and of those matched three in four speakers', async () => {
    const sums = { found: 0, right: 0, gold: 0, speakersRight: 0, matched: 0 };
    for (const name of cases) {
      const one = compare(gold(name), await reading(name));
      for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += one[key];
    }
    expect((2 * sums.right) / (sums.found + sums.gold)).toBeGreaterThanOrEqual(0.8);
    expect(sums.speakersRight / sums.matched).toBeGreaterThanOrEqual(0.75);
  });
});
