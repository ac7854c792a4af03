import { picture } from '../reading/picture.ts';
import type { Format } from './format.ts';

/** The picture for people. */
export const terminal: Format = {
  head: () => '',
  separator: '\n\n',
  document: ({ reading, decisions }, { view, width, colour, why }) =>
    picture(reading, { view, width, colour, ...(why ? { decisions } : {}) }),
  problem: () => '',
};
