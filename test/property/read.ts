import { readdirSync, readFileSync } from 'node:fs';
import { type Engine, openEngine } from '../../src/engine.ts';
import { readText } from '../../src/read/text.ts';
import type { Reading } from '../../src/reading/schema.ts';

let engine: Promise<Engine> | undefined;

/** The reading of a plain text, with one engine for all tests of a file. */
export async function read(text: string, published: string | null = '2020-01-15'): Promise<Reading> {
  engine ??= openEngine({});
  const document = readText(text, { id: null, uri: null, record: null }, { published });
  return (await (await engine).read(document, { why: false })).reading;
}

const folder = new URL('../../examples/', import.meta.url);

/** The bundled articles without their title and date lines. */
export const examples: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8').split('\n\n').slice(2).join('\n\n').trimEnd() }));

/** What a reading says of its quotations, freed of where they stand: offsets less `shift`, speakers by name. */
export const saidIn = (reading: Reading, shift = 0): string[] =>
  reading.quotations.map(({ kind, content, cue, source, speaker }) => {
    const moved = (span: { start: number; end: number } | null) => span && [span.start - shift, span.end - shift];
    return JSON.stringify([kind, content.map(moved), moved(cue), moved(source), reading.actors.find(({ id }) => id === speaker)?.name]);
  });
