import { z } from 'zod';
import type { Reading } from '../reading/schema.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

export const partSchema = z.strictObject({
  name: z.string(),
  bytes: count,
  /** Of the bytes, and of what stands in the zip file for them. */
  sha256: hash,
  packed: hash,
});

/** The list of a bundle's parts, with what they hold counted. */
export const manifestSchema = z.strictObject({
  bundle: z.literal(1),
  /** The version that made the bundle. */
  readout: z.string(),
  unit: z.literal('UTF-16 code units'),
  engines: z.array(z.strictObject({ version: z.string(), model: z.string() })),
  counts: z.strictObject({ documents: count, pages: count, readings: count, slices: count, mapped: count, corrections: count }),
  parts: z.array(partSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Part = z.infer<typeof partSchema>;

/** Counts what goes by: the same when a bundle is made and when it is checked. */
export class Tally {
  readonly #engines = new Set<string>();
  documents = 0;
  pages = 0;
  readings = 0;
  slices = 0;
  /** Documents whose text has its places in at least one saved page. */
  mapped = 0;
  corrections = 0;

  engine({ version, model }: Reading['engine']): void {
    this.#engines.add(JSON.stringify({ version, model }));
  }

  get counts(): Manifest['counts'] {
    const { documents, pages, readings, slices, mapped, corrections } = this;
    return { documents, pages, readings, slices, mapped, corrections };
  }

  get engines(): Manifest['engines'] {
    return [...this.#engines].sort().map((engine) => JSON.parse(engine) as Manifest['engines'][number]);
  }
}

/** One part a line, so that a person can look through it. */
export function manifestText({ parts, ...head }: Manifest): string {
  const lines = parts.map((part) => `    ${JSON.stringify(part)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "parts": [\n${lines}\n  ]\n}\n`;
}

/** For `sha256sum --check`, inside the folder. */
export const sumsText = (parts: readonly { readonly name: string; readonly sha256: string }[], folder: string): string =>
  parts.map(({ name, sha256 }) => `${sha256}  ${name.slice(folder.length + 1)}\n`).join('');
