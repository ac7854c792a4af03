import { z } from 'zod';
import type { Kept } from '../archive/kept.ts';
import { pageSource, ways } from './page-source.ts';
import { placeMap, type Row } from './place-map.ts';
import { slicesOf } from './slices.ts';

const documentId = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const whole = z.int().min(0);

/** What stands beside a document: where its text is in each saved page, and every slice of every reading in words. */
export const evidenceSchema = z.strictObject({
  document: documentId,
  unit: z.literal('UTF-16 code units'),
  pages: z.array(
    z.strictObject({
      page: documentId,
      way: z.enum(ways).nullable(),
      places: z.array(z.tuple([whole, whole, whole, whole, whole])).nullable(),
    }),
  ),
  readings: z.array(
    z.strictObject({
      engine: z.strictObject({ version: z.string(), model: z.string() }),
      slices: z.array(z.strictObject({ at: z.string(), start: whole, end: whole, words: z.string() })),
    }),
  ),
});

export type Evidence = z.infer<typeof evidenceSchema>;

/** The pages of a document: each once, with the first place where it was found. */
function pagesOf({ printings }: Kept): readonly { readonly page: string; readonly uri: string | null }[] {
  const pages = new Map<string, string | null>();
  for (const { original, input } of printings) if (!pages.has(original)) pages.set(original, input.uri);
  return [...pages].map(([page, uri]) => ({ page, uri })).sort((a, b) => (a.page < b.page ? -1 : 1));
}

/** @param original the bytes of a page */
export async function evidenceOf(kept: Kept, original: (id: string) => Promise<Uint8Array>): Promise<Evidence> {
  const text = kept.readings[0]?.reading.document.text ?? '';
  const pages: Evidence['pages'] = [];
  for (const { page, uri } of pagesOf(kept)) {
    const found = pageSource(await original(page), uri);
    const places = found === null ? null : placeMap(text, found);
    pages.push({
      page,
      way: places === null ? null : (found?.way ?? null),
      places: places === null ? null : places.map((row: Row) => [...row]),
    });
  }
  return {
    document: kept.document,
    unit: 'UTF-16 code units',
    pages,
    readings: kept.readings.map(({ reading }) => ({
      engine: { version: reading.engine.version, model: reading.engine.model },
      slices: slicesOf(reading).map((one) => ({ ...one })),
    })),
  };
}
