import { stat } from 'node:fs/promises';
import type { Source } from '../ingest/sources.ts';

/** Which files are as they were when this process last took them in: those need not be read through again, round after round. */
export class ChangedFiles {
  readonly #taken = new Map<string, string>();

  /** The sources without such files, and what to call when they have been taken in. */
  async among(sources: readonly Source[]): Promise<{ readonly changed: readonly Source[]; taken(): void }> {
    const changed: Source[] = [];
    const marks = new Map<string, string>();
    for (const source of sources) {
      if (!('size' in source)) {
        changed.push(source);
        continue;
      }
      const mark = await markOf(source.path);
      if (mark !== null && this.#taken.get(source.path) === mark) continue;
      // Marked as it was before it is read: what is written meanwhile is seen in the next round.
      if (mark !== null) marks.set(source.path, mark);
      changed.push(source);
    }
    return {
      changed,
      taken: () => {
        for (const [path, mark] of marks) this.#taken.set(path, mark);
      },
    };
  }
}

async function markOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}
