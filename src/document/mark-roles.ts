import type { Sign } from './mark-signs.ts';

/** What a mark does where it stands: `reopen` opens and shows that the one before was never closed. */
export type Role = 'open' | 'close' | 'reopen' | 'none';

/** What follows a mark in its paragraph. */
export interface Following {
  readonly next: Sign | undefined;
  /** The next double mark and the one after it. */
  readonly double: Sign | undefined;
  readonly doubleAfter: Sign | undefined;
  /** Whether a single mark that may close stands anywhere later. */
  readonly closerFollows: boolean;
}

/** @param opener the newest open mark of the same family */
export function roleOf(sign: Sign, opener: Sign | undefined, following: Following): Role {
  if (sign.family === 'double') return doubleRole(sign, opener, following);
  if (sign.family === 'single') return singleRole(sign, opener, following);
  // »So« is written in German, «so» in French.
  if (opener === undefined) return sign.shape === 'open' || sign.looksOpen ? 'open' : 'none';
  if (sign.shape !== opener.shape) return 'close';
  return sign.looksOpen ? 'open' : 'none';
}

function doubleRole(sign: Sign, opener: Sign | undefined, { double, doubleAfter }: Following): Role {
  if (opener === undefined) return sign.shape === 'open' || sign.looksOpen || (sign.shape === null && !sign.looksClosed) ? 'open' : 'none';
  if (sign.shape === 'close') return 'close';
  // The mark that opens “so” closes „so“, and “so“ where the writer knew no better.
  if (sign.looksClosed && !sign.looksOpen) return 'close';
  if (sign.shape === null && !(sign.looksOpen && !sign.looksClosed && closes(double))) return 'close';
  // "He told me "no" to my face," has a closing mark for both.
  return closes(double) && closes(doubleAfter) ? 'open' : 'reopen';
}

const closes = (sign: Sign | undefined): boolean =>
  sign !== undefined && (sign.shape === 'close' || (sign.shape === null && sign.looksClosed && !sign.looksOpen));

function singleRole(sign: Sign, opener: Sign | undefined, { next, closerFollows }: Following): Role {
  const mayClose = opener !== undefined && sign.looksClosed;
  if (sign.shape !== 'close' && sign.looksOpen && !mayClose) {
    if (sign.style !== 'single-straight') return 'open';
    // A straight mark that nothing can close is an apostrophe.
    return opener === undefined && closerFollows ? 'open' : 'none';
  }
  // ‘the workers’ rights’: a possessive, when the next mark can close as well.
  const possessive = sign.beforeGenitive && next?.family === 'single' && next.looksClosed && !next.looksOpen;
  return mayClose && !possessive ? 'close' : 'none';
}
