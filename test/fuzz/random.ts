/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** A whole number in `[0, below)`. */
  below(limit: number): number;
  one<T>(of: readonly T[]): T;
}

export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (limit: number): number => (limit <= 0 ? 0 : next() % limit);
  return { below, one: (of) => of[below(of.length)] as (typeof of)[number] };
}
