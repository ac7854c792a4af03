import type { Task } from '../work/task.ts';
import { following } from './follow.ts';
import type { Limits } from './limits.ts';
import { offersOf } from './offers.ts';
import type { Source } from './sources.ts';
import { type Get, offersOfVisit, visits } from './web.ts';

/**
 * Everything that sources offer, in their order. The web is asked some addresses ahead.
 * @param getLinked asks for the pages that items of feeds link to; null where items are read as the feed has them
 */
export async function* tasksOf(
  sources: readonly Source[],
  get: Get,
  limits: Limits,
  read: (bytes: number) => void,
  getLinked: Get | null = null,
): AsyncGenerator<Task> {
  const follow = getLinked === null ? null : following(getLinked, limits);
  const pages = visits(
    sources.filter((source) => 'address' in source),
    get,
  );
  for (const source of sources) {
    if (!('address' in source)) {
      yield* offersOf(source, limits, read, follow);
      continue;
    }
    const next = await pages.next();
    if (!next.done) yield* offersOfVisit(next.value, get, limits, follow);
  }
}
