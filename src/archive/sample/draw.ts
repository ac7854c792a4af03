import { grouped } from '../../people/grouped.ts';
import { hashOfText } from '../ids.ts';
import type { SampleAsked, Stratum } from './sample.ts';

/** A record that may be drawn. */
export interface Candidate {
  readonly record: string;
  readonly type: string;
  readonly outlet: string | null;
}

export type Drawn<One extends Candidate> = One & {
  /** How many records it stands for: those of its stratum over those drawn of it. */
  readonly weight: number;
};

const stratumOf = ({ type, outlet }: Candidate, by: Stratum | null): string => (by === null ? '' : by === 'type' ? type : (outlet ?? ''));

/** As much for each as there is, and what the small ones leave for the others. @param sizes how many there are of each */
export function shares(sizes: readonly number[], size: number): readonly number[] {
  const given = sizes.map(() => 0);
  let left = Math.min(
    size,
    sizes.reduce((sum, one) => sum + one, 0),
  );
  while (left > 0) {
    const open = sizes.flatMap((all, at) => (all > (given[at] ?? 0) ? [at] : []));
    const each = Math.max(1, Math.floor(left / open.length));
    for (const at of open) {
      const more = Math.min(each, left, (sizes[at] ?? 0) - (given[at] ?? 0));
      given[at] = (given[at] ?? 0) + more;
      left -= more;
    }
  }
  return given;
}

/**
 * Draws records: those whose hash with the seed is least, so that neither the store nor the order of ingesting has a say, and a record that
 * comes later pushes out no more than its share. They come in the order of the hash: the first of them are a drawing too.
 */
export function draw<One extends Candidate>(candidates: readonly One[], { size, seed, by }: SampleAsked): readonly Drawn<One>[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: hashOfText(`${seed}\0${candidate.record}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const strata = [...grouped(ranked, ({ candidate }) => stratumOf(candidate, by))].sort(([a], [b]) => (a < b ? -1 : 1));
  const given = shares(
    strata.map(([, some]) => some.length),
    size,
  );
  return strata
    .flatMap(([, some], at) => some.slice(0, given[at]).map((one) => ({ ...one, weight: some.length / (given[at] ?? 1) })))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ candidate, weight }) => ({ ...candidate, weight }));
}
