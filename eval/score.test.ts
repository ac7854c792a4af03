import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { figures, measure } from './figures.ts';
import { compared, disagreements } from './score.ts';
import { write } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-score-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const counts = { 'times right': 8, 'times found': 10, 'times gold': 10, 'values right': 5 };
const measured = figures.filter(({ set }) => set === 'times').map((figure) => measure(figure, [counts]));
const theirs = { relaxed: { f1: 80, gold: 10, found: 10 }, strict: { f1: 1 }, value: { f1: 50, gold: 10, found: 10 } };

describe('our figures and those of score.py', () => {
  it('agree where they are the same', () => {
    expect(compared('times', theirs, measured)).toEqual([]);
  });
  it.each([
    ['another figure', { ...theirs, value: { f1: 50.2, gold: 10 } }],
    ['other records', { ...theirs, value: { f1: 50, gold: 11 } }],
    ['a key that is not there', { relaxed: theirs.relaxed }],
    ['no number', { ...theirs, value: null }],
  ])('disagree by %s', (_, other) => {
    expect(compared('times', other, measured)).toEqual([expect.stringContaining('times, value F1: 50 of 10 here')]);
  });
  it('disagree where one of both does not have a figure', () => {
    expect(compared('times', theirs, measured.slice(1))).toEqual(['times, relaxed F1: not measured here.']);
    const more = { ...(measured[0] as (typeof measured)[number]), name: 'strict F1' };
    expect(compared('times', theirs, [...measured, more])).toEqual(['times, strict F1: not compared.']);
  });
  it('are all compared, in every set but those of pages', () => {
    const all = figures.map((figure) => measure(figure, []));
    for (const set of new Set(figures.map((figure) => figure.set))) {
      const told = compared(set, {}, all);
      const pages = set === 'readability' || set === 'fundus';
      expect(told).toHaveLength(figures.filter((figure) => figure.set === set).length);
      for (const line of told) expect(line).toMatch(pages ? /not compared/u : /undefined of \S+ by score\.py/u);
    }
  });
  it('are a line where python is not there, and where score.py breaks', () => {
    const scored = [{ set: 'times', gold: 'gold.jsonl', readings: [] }] as const;
    expect(disagreements(folder, folder, scored, measured, join(folder, 'no-python'))).toEqual([
      expect.stringMatching(/^times: score\.py was not asked/u),
    ]);
    // Node stands for a python whose script breaks.
    mkdirSync(join(folder, 'score'), { recursive: true });
    writeFileSync(join(folder, 'score/score.py'), 'throw new Error("broken")');
    expect(disagreements(folder, folder, scored, measured, process.execPath)).toEqual([
      expect.stringMatching(/^times: score\.py ended with 1/u),
    ]);
    writeFileSync(join(folder, 'score/score.py'), 'console.log("{")');
    expect(disagreements(folder, folder, scored, measured, process.execPath)).toEqual([
      expect.stringMatching(/^times: score\.py printed no JSON/u),
    ]);
  });
});

describe('npm run evaluate -- --write', () => {
  const files = ['data/calibration.tsv', 'docs/accuracy.md', 'docs/reliability.svg'].map((name) => join(folder, name));
  const made = { card: 'card', svg: '<svg/>', calibration: 'map' };
  it('writes nothing while the two measures disagree', () => {
    for (const room of ['data', 'docs']) mkdirSync(join(folder, room), { recursive: true });
    expect(write(folder, { ...made, disagreements: ['gold, events, F1: 1 here, 2 by score.py.'] })).toBe(false);
    expect(files.filter((file) => existsSync(file))).toEqual([]);
    expect(write(folder, { ...made, disagreements: [] })).toBe(true);
    expect(files.filter((file) => existsSync(file))).toEqual(files);
  });
});
