/** A key that does something, as the help tells it. */
export interface Shortcut {
  /** What is pressed, one key after the other. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** Where to: `g` and then a letter. */
export const places: Readonly<Record<string, { readonly view: string; readonly name: string }>> = {
  r: { view: 'read', name: 'Read' },
  s: { view: 'search', name: 'Search' },
  t: { view: 'timeline', name: 'Timeline' },
  n: { view: 'network', name: 'Network' },
  m: { view: 'map', name: 'Map' },
  c: { view: 'claims', name: 'Claims' },
  k: { view: 'corrections', name: 'Corrections' },
  q: { view: 'trust', name: 'Trust card' },
  l: { view: 'ledger', name: 'Ledger' },
};

/** Every shortcut of the page, by where it holds; the help dialog shows this list, and a test presses each. */
export const shortcuts: readonly { readonly where: string; readonly list: readonly Shortcut[] }[] = [
  {
    where: 'Everywhere',
    list: [
      { keys: ['?'], does: 'this help' },
      { keys: ['/'], does: 'search' },
      { keys: ['u'], does: 'undo the last correction' },
      {
        keys: ['g', 'r'],
        does: 'go to Read; with s Search, t Timeline, n Network, m Map, c Claims, k Corrections, q Trust card, l Ledger',
      },
    ],
  },
  {
    where: 'In an article, on the record that is chosen',
    list: [
      { keys: ['j'], does: 'the next record' },
      { keys: ['k'], does: 'the record before' },
      { keys: ['a'], does: 'accept it: it is right as it stands' },
      { keys: ['x'], does: 'reject it: it is none' },
      { keys: ['c'], does: 'correct it' },
      { keys: ['w'], does: 'why?' },
      { keys: ['p'], does: 'where else it was printed' },
      { keys: ['o'], does: 'the original page, with its words lit' },
    ],
  },
  {
    where: 'On a person’s page',
    list: [
      { keys: ['e'], does: 'give another name' },
      { keys: ['m'], does: 'merge with another person' },
      { keys: ['s'], does: 'split off what is another person' },
    ],
  },
  {
    where: 'On the trust card',
    list: [
      { keys: ['y'], does: 'right' },
      { keys: ['n'], does: 'wrong' },
      { keys: ['i'], does: 'I cannot tell' },
      { keys: ['j'], does: 'the next record' },
      { keys: ['k'], does: 'the record before' },
    ],
  },
];
