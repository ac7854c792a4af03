import type { Archive } from '../archive/port.ts';
import type { View } from '../reading/picture.ts';
import type { Format } from './format.ts';

/** What a form takes from an archive: its readings, or all that it keeps. */
export type Source = Pick<Archive, 'readings' | 'dump' | 'peopleIn'>;

export interface ArchiveFormOptions {
  /** What a table shows. */
  readonly view: View;
}

/** A form in which a whole archive goes out, bit by bit: memory does not grow with the archive. */
export interface ArchiveForm {
  readonly mediaType: string;
  /** What a file of it is called: `.csv`. */
  readonly ending: string;
  write(source: Source, options: ArchiveFormOptions): AsyncIterable<string | Uint8Array>;
}

/** A form of single readings, one after the other. */
export const ofReadings = (format: Format, mediaType: string, ending: string): ArchiveForm => ({
  mediaType,
  ending,
  async *write(source, { view }) {
    const options = { view, why: false, width: 80, colour: false } as const;
    yield format.head(options);
    for await (const reading of source.readings()) yield format.document({ reading, decisions: [] }, options);
  },
});
