import type { Ref } from '../archive/queue/queue.ts';

/** A message that something waits. Whoever does not answer for it in time has it given to another. */
export interface Hint {
  readonly ref: Ref;
  /** Whether it was given to a worker before. */
  readonly again: boolean;
  /** It need not be given to anybody again. */
  done(): void;
  /** Somebody else may have it, after so many milliseconds. */
  leave(milliseconds: number): void;
  /** It is still being worked on. */
  working(): void;
}

/** The stream of hints: it may lose them, give them twice or out of order, and be gone for a while. Methods reject while it is. */
export interface Hints {
  /** How many more it takes. @returns also whether it had to be made anew, so that whatever it held is lost */
  room(): Promise<{ readonly room: number; readonly made: boolean }>;
  /** Offers them to the workers; those that wait there already are not doubled. @returns those for which there was no room */
  offer(refs: readonly Ref[]): Promise<readonly Ref[]>;
  /** The next one; null where none came for a while. */
  next(): Promise<Hint | null>;
  /** How many wait in it, and how many workers have in hand. */
  state(): Promise<{ readonly waiting: number; readonly inHand: number }>;
  connected(): boolean;
  close(): Promise<void>;
}
