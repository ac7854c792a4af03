import { ReadoutError } from '../error.ts';
import type { Outcome, Work } from '../work/task.ts';

/** Readings that are asked for by requests: so many at a time, so that a crowd is told to come later and does not fill the memory. */
export function readingWithin(most: number, read: (task: Work) => Promise<Outcome>) {
  let waiting = 0;
  return {
    waiting: () => waiting,
    async read(task: Work): Promise<Outcome> {
      if (waiting >= most)
        throw new ReadoutError('READOUT_REQUEST_BUSY', `${most} texts are being read or waiting already.`, 'Try again in a few seconds.');
      waiting++;
      try {
        return await read(task);
      } finally {
        waiting--;
      }
    },
  };
}
