import type { Task } from '../work/task.ts';
import type { Limits } from './limits.ts';
import { offersOf } from './offers.ts';
import type { Source } from './sources.ts';
import { type Get, offersOfVisit, visits } from './web.ts';

/** Everything that sources offer, in their order. The web is asked some addresses ahead. */
export async function* tasksOf(sources: readonly Source[], get: Get, limits: Limits, read: (bytes: number) => void): AsyncGenerator<Task> {
  const pages = visits(
    sources.filter((source) => 'address' in source),
    get,
  );
  for (const source of sources) {
    if (!('address' in source)) {
      yield* offersOf(source, limits, read);
      continue;
    }
    const next = await pages.next();
    if (!next.done) yield* offersOfVisit(next.value, get, limits);
  }
}
