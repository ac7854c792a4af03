import { ReadoutError } from '../../error.ts';
import type { FlagCue } from './lexicon.ts';
import { type Phrases, phrases } from './phrases.ts';
import type { Row } from './table.ts';

const FLAGS = ['negated', 'hypothetical', 'future', 'historical'] as const;
const SCOPES = ['sentence', 'condition', 'clause', 'verb'] as const;

/** @throws ReadoutError READOUT_LEXICON_INVALID where a flag or scope is none that exists */
export function flagCues(rows: readonly Row[]): Phrases<FlagCue> {
  return phrases(
    rows.flatMap((row) => {
      const flag = FLAGS.find((name) => name === row['flag']);
      const scope = SCOPES.find((name) => name === row['scope']);
      if (flag === undefined || scope === undefined)
        throw new ReadoutError(
          'READOUT_LEXICON_INVALID',
          `${row['#'] ?? ''}: flag “${row['flag'] ?? ''}” or scope “${row['scope'] ?? ''}” is none that exists.`,
          `Flags are ${FLAGS.join(', ')}; scopes ${SCOPES.join(', ')}.`,
        );
      const cue = (row['cue'] ?? '').toLowerCase();
      return [cue, cue.replaceAll("'", '’')].map((form) => [form, { flag, scope }] as const);
    }),
  );
}

/** A user's row comes first and holds. */
export const flagWeights = (rows: readonly Row[]): ReadonlyMap<string, readonly number[]> =>
  new Map(rows.toReversed().map((row) => [row['feature'] ?? '', FLAGS.map((flag) => Number(row[flag] || 0) || 0)]));
