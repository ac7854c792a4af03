import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../src/reading/schema.ts';
import type { Measured, SetName } from './figures.ts';

/** A figure of ours as score.py calls it: its key, where that holds several which of them, and which of them says over how many records. */
type Twin = readonly [key: string, part?: 'p' | 'r' | 'f1', records?: 'gold' | 'found'];
const whole = (key: string): Twin => [key, 'f1', 'gold'];

/** A task of `../shared/score/score.py`, and what it gives that eval/figures.ts gives too. */
interface Task {
  readonly task: 'attribution' | 'gold' | 'names' | 'times' | 'places';
  readonly twins: Readonly<Record<string, Twin>>;
}

const places: Task = {
  task: 'places',
  twins: {
    'places, F1': whole('spans'),
    'GeoNames id right on matched': ['id right on matched'],
    'within 161 km on matched': ['within 161 km on matched'],
  },
};

/** By set; it has no measure of pages. */
const tasks: Readonly<Partial<Record<SetName, Task>>> = {
  polnear: {
    task: 'attribution',
    twins: {
      'source, exact F1': whole('source'),
      'cue, exact F1': whole('cue'),
      'content, exact F1': whole('content'),
      'whole triple, exact F1': whole('triple'),
      'content characters, F1': whole('content characters'),
    },
  },
  gold: {
    task: 'gold',
    twins: {
      'quotations, F1': whole('quotations'),
      'quotations, precision': ['quotations', 'p', 'found'],
      'quotations, recall': ['quotations', 'r', 'gold'],
      'kind right on matched': ['kind accuracy'],
      'speaker right on matched': ['speaker accuracy on matched'],
      'speaker end to end, direct and mixed': ['speaker end to end, direct and mixed'],
      'speaker end to end, all': ['speaker end to end (of gold)'],
      'events, F1': whole('events'),
      'events, precision': ['events', 'p', 'found'],
      'events, recall': ['events', 'r', 'gold'],
      'actor right on matched': ['actor right on matched'],
      'recipient right on matched': ['recipient right on matched'],
      'actor and recipient right on matched': ['actor and recipient right'],
      'flags, accuracy': ['flags accuracy'],
      'flags set, recall': ['flags set: recall'],
      'flags set, precision': ['flags set: precision'],
      'saidBy, accuracy': ['saidBy accuracy'],
      'saidBy set, recall': ['saidBy recall where set'],
    },
  },
  names: { task: 'names', twins: { 'PER, ORG, LOC, F1': whole('all') } },
  times: { task: 'times', twins: { 'relaxed F1': whole('relaxed'), 'value F1': whole('value') } },
  trNews: places,
  lgl: places,
};

export type Theirs = Readonly<Record<string, unknown>>;
/** Both round to tenths, a half not always the same way. */
const ROUNDING = 0.11;

/** Where our figures of a set are not theirs. A figure that only one of both has is a disagreement: else a key that was renamed would compare nothing. */
export function compared(set: SetName, theirs: Theirs, measured: readonly Measured[]): string[] {
  const twins = tasks[set]?.twins ?? {};
  const ours = new Map(measured.filter((one) => one.set === set).map((one) => [one.name, one]));
  return [...new Set([...ours.keys(), ...Object.keys(twins)])].flatMap((name) => {
    const [one, twin] = [ours.get(name), twins[name]];
    if (one === undefined || twin === undefined) return [`${set}, ${name}: ${one === undefined ? 'not measured here' : 'not compared'}.`];
    const [key, part, records] = twin;
    const held = theirs[key];
    const of = (which: string | undefined): unknown =>
      which === undefined ? held : typeof held === 'object' && held !== null ? (held as Theirs)[which] : undefined;
    const [value, total] = [of(part), records === undefined ? one.total : of(records)];
    const { value: own } = one.interval;
    if (typeof value === 'number' && own !== null && Math.abs(value - own) <= ROUNDING && total === one.total) return [];
    return [`${set}, ${name}: ${own} of ${one.total} here, ${String(value)} of ${String(total)} by score.py.`];
  });
}

/** A set as score.py takes it. */
export interface Scored {
  readonly set: SetName;
  /** The file of the gold, or its folder. */
  readonly gold: string;
  /** Of each article one. */
  readonly readings: Iterable<Pick<Reading, 'document'> | { readonly document: { readonly input: { readonly id: string } } }>;
}

/**
 * Where eval/ and `../shared/score/score.py` do not give the same figures for the same readings.
 * That python3 is not there, or that score.py breaks, is a line too: nothing was compared then.
 * @param folder where readings are put for score.py to read
 */
export function disagreements(
  shared: string,
  folder: string,
  scored: readonly Scored[],
  measured: readonly Measured[],
  python = 'python3',
) {
  return scored.flatMap(({ set, gold, readings }): string[] => {
    const path = join(folder, `${set}.jsonl`);
    writeFileSync(path, [...readings].map((reading) => `${JSON.stringify(reading)}\n`).join(''));
    const script = join(shared, 'score/score.py');
    const { stdout, stderr, status, error } = spawnSync(python, [script, tasks[set]?.task ?? set, gold, path], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
    });
    if (error !== undefined) return [`${set}: score.py was not asked, ${python} could not be run (${error.message}).`];
    if (status !== 0) return [`${set}: score.py ended with ${status}: ${stderr.trim().split('\n').at(-1)}.`];
    try {
      return compared(set, JSON.parse(stdout) as Theirs, measured);
    } catch {
      return [`${set}: score.py printed no JSON.`];
    }
  });
}
