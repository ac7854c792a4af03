/**
 * Does work for each item, at most so many at a time, and gives what comes of it in the order of the items. Nothing is begun before the
 * first is asked for. The work tells its faults in what it gives.
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    const begun = work(item);
    // It is awaited in its turn; until then a rejection must not count as unhandled.
    begun.catch(() => undefined);
    underWay.push(begun);
    if (underWay.length < most) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const rest of underWay) yield await rest;
}
