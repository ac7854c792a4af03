import { expect, it } from 'vitest';
import { cleanByline } from './byline.ts';

it.each([
  ['By Jane Doe', ['Jane Doe']],
  ['By JANE DOE, Associated Press', ['JANE DOE']],
  ['Jane Doe, John Roe and Mary Major', ['Jane Doe', 'John Roe', 'Mary Major']],
  ['Jane Doe, Senior Political Correspondent', ['Jane Doe']],
  ['by: Jane O’Neill-Smith & José Muñoz, Staff Writers', ['Jane O’Neill-Smith', 'José Muñoz']],
  ['Jane Doe in Moscow', ['Jane Doe']],
  ['Jane Doe for Daily Paper', ['Jane Doe']],
  ['Associated Press', ['Associated Press']],
  ['Jane Doe | Reuters', ['Jane Doe']],
  ['Jane Doe, MA', ['Jane Doe']],
  ['Par Sébastien Farcis', ['Sébastien Farcis']],
  ['jane-doe', ['Jane Doe']],
  ['By Jane Doe March 25, 2015', ['Jane Doe']],
  ['   ', []],
  ['https://example.org/jane', []],
])('%s', (raw, names) => expect(cleanByline(raw)).toEqual(names));
