import type { Archive } from '../archive/port.ts';
import type { Item } from '../archive/query.ts';
import { itemText } from './item-text.ts';
import { paint } from './look-text.ts';
import { viewText } from './people-run.ts';

/** So many of each are shown; `readout search` has them all. */
const SHOWN = 5;

/** Somebody over all documents, as a page of a person: who it is, and the newest of what was said and done. */
export async function personOf(archive: Archive, id: string) {
  const view = await archive.person(id);
  const newest = async (query: { speaker: string } | { actor: string } | { recipient: string }) =>
    (await archive.find({ ...query, limit: SHOWN })).items;
  return {
    ...view,
    said: await newest({ speaker: id }),
    did: await newest({ actor: id }),
    received: await newest({ recipient: id }),
  };
}

export function personText({ said, did, received, ...view }: Awaited<ReturnType<typeof personOf>>): string {
  const part = (title: string, flag: string, items: readonly Item[]): readonly string[] => {
    if (items.length === 0) return [];
    const all = items.length < SHOWN ? '' : paint('dim', `  all: readout search --${flag} ${view.id}`);
    return ['', `${paint('bold', title)}${all}`, ...items.map((item) => itemText(item).trimEnd())];
  };
  const parts = [...part('Said', 'speaker', said), ...part('Did', 'actor', did), ...part('Was done to', 'recipient', received)];
  return `${[viewText(view), ...parts].join('\n')}\n`;
}
