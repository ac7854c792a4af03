import { mulberry32 } from '../../eval/mulberry32.ts';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number in `[0, below)`. */
  below(limit: number): number;
  one<T>(of: readonly T[]): T;
}

export function randomOf(seed: number): Random {
  const next = mulberry32(seed);
  const below = (limit: number): number => (limit <= 0 ? 0 : next() % limit);
  return { below, one: (of) => of[below(of.length)] as (typeof of)[number] };
}
