import { z } from 'zod';
import type { Input } from '../document/document.ts';
import { asReadoutError, ReadoutError } from '../error.ts';
import { isoDate } from './dates.ts';
import { readHtml } from './html.ts';
import type { ReadResult } from './result.ts';
import { type Known, readText } from './text.ts';

const text = z.string().nullish();
/** One line of JSON lines; fields that it does not name are ignored. */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text,
  html: text,
  title: text,
  url: text,
  published: text,
  outlet: text,
});
type Line = z.infer<typeof lineSchema>;

/** What holds for all lines of one input. */
export interface LineOptions {
  /** Name of the file or address; null for standard input. */
  readonly uri?: string | null;
  /** Publication date for lines that name none. */
  readonly published?: string | null;
}

const given = (value: string | null | undefined): string | null =>
  value === undefined || value === null || value.trim() === '' ? null : value;

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : '';
    throw new ReadoutError(
      'READOUT_JSON_INVALID',
      `Line ${number + 1} is not valid JSON (${why}).`,
      'Write one JSON object a line, for example with JSON.stringify or json.dumps.',
      error,
    );
  }
}

function shape(value: unknown, number: number): Line {
  const fault = (what: string): ReadoutError =>
    new ReadoutError(
      'READOUT_JSON_SHAPE',
      `Line ${number + 1} ${what}.`,
      'A line needs "text" or "html" as a string; "id", "title", "url", "published" and "outlet" are optional.',
    );
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault('is JSON, but not an object');
  const checked = lineSchema.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw fault(`has a wrong "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'invalid'}`);
  }
  if (typeof checked.data.text !== 'string' && typeof checked.data.html !== 'string') throw fault('has neither "text" nor "html"');
  return checked.data;
}

/** The caller's id even where the rest of the line is wrong, so that the error can be told by it. */
function idOf(value: unknown): string | null {
  const id: unknown = typeof value === 'object' && value !== null && Object.hasOwn(value, 'id') ? (value as { id: unknown }).id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

/**
 * One line of JSON lines (`number` counts from 0) as a document; `text` comes through unchanged to the character, lone surrogates included.
 * Null for a line of nothing but white space. Never throws: problems (READOUT_JSON_INVALID, READOUT_JSON_SHAPE, READOUT_INPUT_EMPTY …) are results.
 * @example readLine('{"id": 7, "text": "“No,” he said."}', 0) // { document: { text: '“No,” he said.', input: { id: '7', … }, … } }
 */
export function readLine(line: string, number: number, options: LineOptions = {}): ReadResult | null {
  const uri = options.uri ?? null;
  const plain = number === 0 && line.startsWith('\ufeff') ? line.slice(1) : line;
  if (plain.trim() === '') return null;
  let input: Input = { id: null, uri, record: number };
  try {
    const value = parse(plain, number);
    input = { ...input, id: idOf(value) };
    const fields = shape(value, number);
    const published = given(fields.published);
    const known: Known = {
      url: given(fields.url),
      outlet: given(fields.outlet),
      title: given(fields.title),
      published: (published === null ? null : isoDate(published)) ?? options.published ?? null,
    };
    return { document: typeof fields.text === 'string' ? readText(fields.text, input, known) : readHtml(fields.html ?? '', input, known) };
  } catch (error) {
    return { error: asReadoutError(error), input };
  }
}
