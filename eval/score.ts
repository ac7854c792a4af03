import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measured } from './figures.ts';

/** Figures of gold/dev by the names that the project's own measure, score.py, gives them. */
const names: Readonly<Record<string, string>> = {
  'quotations, F1': 'quotations',
  'speaker end to end, direct and mixed': 'speaker end to end, direct and mixed',
  'speaker end to end, all': 'speaker end to end (of gold)',
  'events, F1': 'events',
  'actor and recipient right on matched': 'actor and recipient right',
  'flags, accuracy': 'flags accuracy',
  'saidBy, accuracy': 'saidBy accuracy',
};

/** Where eval/judge.ts and `../shared/score/score.py` do not give the same figure for the same readings of gold/dev. Without python3: nothing is compared, and said so. */
export function disagreements(shared: string, readings: string, measured: readonly Measured[]): string[] {
  const { stdout, status } = spawnSync('python3', [join(shared, 'score/score.py'), 'gold', join(shared, 'data/gold/dev'), readings], {
    encoding: 'utf8',
  });
  if (status !== 0) return ['score.py was not asked: it needs python3.'];
  const theirs = JSON.parse(stdout) as Record<string, number | { readonly f1: number }>;
  return measured
    .filter(({ set }) => set === 'gold')
    .flatMap(({ name, interval }) => {
      const value = theirs[names[name] ?? ''];
      const other = typeof value === 'object' ? value.f1 : value;
      if (other === undefined || interval.value === null || Math.abs(other - interval.value) <= 0.11) return [];
      return [`${name}: ${interval.value} here, ${other} by score.py.`];
    });
}
