import { ReadoutError } from '../../error.ts';
import { eventTypes } from '../../reading/schema.ts';
import { inflect } from './inflect.ts';
import type { EventPhrase } from './lexicon.ts';
import { type Phrases, phrases } from './phrases.ts';
import { one, type Row, several } from './table.ts';

const USES = ['tells', 'near', 'makes', 'never'] as const;
const PARTS = new Set(['v', 'n', 'w']);

/**
 * The verbs and nouns of events by their lower-case forms. A user's row comes before ours, so his mode wins.
 * @throws ReadoutError READOUT_LEXICON_INVALID where a type, part or use is none that exists
 */
export function eventPhrases(rows: readonly Row[]): Phrases<EventPhrase> {
  return phrases(rows.flatMap((row) => formsOf(row).map((form) => [form, phraseOf(row)] as const)));
}

const formsOf = (row: Row): readonly string[] => {
  const phrase = (row['phrase'] ?? '').toLowerCase();
  return [...new Set([...inflect(phrase, one(row, 'part') ?? 'w'), ...several(row, 'forms').map((form) => form.toLowerCase())])];
};

function phraseOf(row: Row): EventPhrase {
  const type = row['type'] ?? '';
  const use = one(row, 'use') ?? 'tells';
  const known = USES.find((name) => name === use);
  const types = (type === '*' && use === 'never') || (eventTypes as readonly string[]).includes(type);
  if (known === undefined || !types || !PARTS.has(one(row, 'part') ?? 'w'))
    throw new ReadoutError(
      'READOUT_LEXICON_INVALID',
      `${row['#'] ?? ''}: type “${type}”, part “${row['part'] ?? ''}” and use “${use}” do not belong together.`,
      `Types are ${eventTypes.join(', ')}, and * with never; parts v, n and w; uses ${USES.join(', ')} or nothing.`,
    );
  return { phrase: row['phrase'] ?? '', type: type as EventPhrase['type'], mode: one(row, 'mode'), use: known };
}
