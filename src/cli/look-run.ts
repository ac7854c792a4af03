import type { Archive } from '../archive/port.ts';
import type { Query } from '../archive/query.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { claimsText, networkText, quotedText, timelineText } from './look-text.ts';
import { writeOut } from './output.ts';
import { queryOf, type SearchChoices } from './search-run.ts';

/** The flags of the looks over a whole archive, as parsed. */
export type LookChoices = Omit<SearchChoices, 'cursor'>;

interface Look {
  readonly found: unknown;
  readonly some: boolean;
  readonly text: string;
}

/** The looks; a new one is a line here and a command. */
const looks = {
  timeline: async (archive: Archive, query: Query): Promise<Look> => {
    const found = await archive.timeline(query);
    return { found, some: found.all > 0, text: timelineText(found) };
  },
  network: async (archive: Archive, query: Query): Promise<Look> => {
    const found = await archive.network(query);
    return { found, some: found.all > 0, text: networkText(found) };
  },
  quoted: async (archive: Archive, query: Query): Promise<Look> => {
    const found = await archive.quoted(query);
    return { found, some: found.quotations > 0, text: quotedText(found) };
  },
  claims: async (archive: Archive, query: Query): Promise<Look> => {
    const found = await archive.claims(query);
    return { found, some: found.all > 0, text: claimsText(found) };
  },
} as const;

/** Looks at an archive and prints what is seen. @returns the exit code */
export async function lookRun(look: keyof typeof looks, words: readonly string[], choices: LookChoices): Promise<number> {
  const query = queryOf(words, choices);
  const { found, some, text } = await withArchive(choices.archive, { create: false }, (archive) => looks[look](archive, query));
  await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(found)}\n` : some ? `${text.trimEnd()}\n` : 'Nothing found.\n'));
  return exits.done;
}
