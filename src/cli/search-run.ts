import { placeAsked } from '../archive/place-asked.ts';
import type { Item, Query } from '../archive/query.ts';
import { ReadoutError } from '../error.ts';
import { eventTypes } from '../reading/schema.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { itemText } from './item-text.ts';
import { writeOut } from './output.ts';

/** The flags of `readout search`, as parsed. */
export interface SearchChoices extends Omit<Query, 'words' | 'sort' | 'place' | 'limit'> {
  readonly archive?: string;
  readonly record?: Item['sort'];
  readonly place?: string;
  readonly limit: number;
  readonly json?: boolean;
}

function typeOf(text: string): string {
  const type = text.toUpperCase();
  if ((eventTypes as readonly string[]).includes(type)) return type;
  throw new ReadoutError('READOUT_USAGE', `--type ${text} is none of PLOVER's types.`, `Take one of ${eventTypes.join(', ')}.`);
}

/** What the flags ask for. @throws ReadoutError READOUT_USAGE */
export function queryOf(words: readonly string[], choices: SearchChoices): Query {
  const { archive: _archive, json: _json, record, place, type, ...same } = choices;
  return {
    ...same,
    ...(words.length === 0 ? {} : { words }),
    ...(record === undefined ? {} : { sort: record }),
    ...(type === undefined ? {} : { type: typeOf(type) }),
    ...(place === undefined ? {} : { place: placeAsked(place) }),
  };
}

/** Prints a page of what is found. @returns the exit code */
export async function searchRun(words: readonly string[], choices: SearchChoices): Promise<number> {
  const query = queryOf(words, choices);
  const page = await withArchive(choices.archive, { create: false }, (archive) => archive.find(query));
  const people = () => {
    const more = page.next === null ? '' : `More: the same with --cursor ${page.next}\n`;
    return page.items.length === 0
      ? 'Nothing found.\n'
      : `${page.items.map((item) => itemText(item)).join('\n')}${more === '' ? '' : `\n${more}`}`;
  };
  await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(page)}\n` : people()));
  return exits.done;
}
