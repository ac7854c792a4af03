import type { Archive } from '../../src/archive/port.ts';
import type { Reading } from '../../src/index.ts';
import { type Described, fakeReading } from '../archive/fake-reading.ts';

type Actor = Reading['actors'][number];

/** What a test says of the actors of a document: by the single name that `fakeReading` finds. */
export interface Told extends Described {
  readonly who?: Readonly<Record<string, Partial<Pick<Actor, 'name' | 'kind' | 'role' | 'country'>>>>;
}

/** A fake reading whose actors are told in full: `{ text: 'Cruz said “a”.', who: { Cruz: { name: 'Ted Cruz' } } }`. */
export function toldReading({ who = {}, ...described }: Told): Reading {
  const reading = fakeReading(described);
  return { ...reading, actors: reading.actors.map((actor) => ({ ...actor, ...who[actor.name] })) };
}

export const putTold = (archive: Archive, told: Told) =>
  archive.put(
    { uri: told.input?.uri ?? null, original: new TextEncoder().encode(JSON.stringify({ ...told, version: undefined })) },
    [toldReading(told)],
    true,
  );

/** The first digits of a document's hash, as the commands print them. */
export const shortId = (told: Told): string => fakeReading(told).document.id.slice(7, 19);

export async function dumpOf(archive: Archive): Promise<string> {
  let text = '';
  for await (const line of archive.dump()) text += line;
  return text;
}
