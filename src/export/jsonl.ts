import type { Format } from './format.ts';

/** One JSON object a line: the contract's form. With `--why` each has its decisions as `why`. */
export const jsonl: Format = {
  head: () => '',
  separator: '',
  document: ({ reading, decisions }, { why }) => `${JSON.stringify(why ? { ...reading, why: decisions } : reading)}\n`,
  problem: (problem) => `${JSON.stringify(problem)}\n`,
};
