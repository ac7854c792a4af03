import { useEffect, useState } from 'preact/hooks';
import type { Kept } from '../../../src/archive/corrections/correction.ts';
import { makeCorrection, type ToCorrect, undoCorrection } from '../api/corrections.ts';
import { announce } from '../parts/live.ts';
import { correctionWords } from './words.ts';

/** What was corrected last in this page, to be undone by a key; views that show the archive ask again after every change. */
export interface Changes {
  /** How many changes there were: part of every question whose answer they may alter. */
  readonly count: number;
  /** The corrections of this page that stand, the newest last. */
  readonly made: readonly Kept[];
  /** The newest of them, until it is put away. */
  readonly told: Kept | null;
}

let changes: Changes = { count: 0, made: [], told: null };
const heard = new Set<(changes: Changes) => void>();

function set(next: Changes): void {
  changes = next;
  for (const hear of heard) hear(next);
}

/** Keeps corrections one after the other. @throws Refusal of the first that cannot be kept; those before it stand */
export async function correctAll(asked: readonly ToCorrect[]): Promise<void> {
  for (const one of asked) {
    const kept = await makeCorrection(one);
    set({ count: changes.count + 1, made: [...changes.made, kept], told: kept });
    announce(`Kept: ${correctionWords(kept)}. u takes it back.`);
  }
}

export async function takeBack(kept: Kept): Promise<void> {
  await undoCorrection(kept.id);
  set({ count: changes.count + 1, made: changes.made.filter(({ id }) => id !== kept.id), told: null });
  announce(`Taken back: ${correctionWords(kept)}.`);
}

/** The newest correction of this page that stands; null where there is none. */
export const newest = (): Kept | null => changes.made.at(-1) ?? null;

export const putAway = (): void => set({ ...changes, told: null });

export function useChanges(): Changes {
  const [now, setNow] = useState(changes);
  useEffect(() => {
    heard.add(setNow);
    setNow(changes);
    return () => {
      heard.delete(setNow);
    };
  }, []);
  return now;
}
