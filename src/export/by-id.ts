/** The items by their ids: a table asks for an actor in every row, a document may have thousands of both. */
export const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));
