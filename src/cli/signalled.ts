import { exits } from './exit.ts';

/** Waits for the word to stop, in place of main's handlers, which would not wait for what is under way. */
export const signalled = (): Promise<number> =>
  new Promise((resolve) => {
    for (const [signal, code] of [
      ['SIGINT', exits.interrupted],
      ['SIGTERM', exits.done],
    ] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve(code));
    }
  });
