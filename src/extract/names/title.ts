import type { Lexicon, Title } from '../lexicon/index.ts';
import type { Prose } from './prose.ts';

export interface FoundTitle {
  /** First word after the title, its dot included. */
  readonly to: number;
  readonly title: Title;
}

/** The longest title that starts at `at` ("Lt. Gov.", "Prime Minister", "House Speaker", "CEO"), before `limit`; null if none does. */
export function titleAt(prose: Prose, lexicon: Lexicon, at: number, limit: number): FoundTitle | null {
  let best: FoundTitle | null = null;
  let key = '';
  let words = 0;
  for (let to = at; to < limit && words < lexicon.longestTitle; ) {
    const word = prose.words[to];
    if (word === undefined) break;
    if (word.shape === 'mark') {
      if (!word.glued || (word.text !== '-' && word.text !== '.')) break;
      to++;
      continue;
    }
    key = key === '' ? word.lower : `${key} ${word.lower}`;
    words++;
    to++;
    if (prose.words[to]?.text === '.' && prose.words[to]?.glued && to < limit) to++;
    const title = lexicon.titles.get(key) ?? roleAsTitle(lexicon, key, prose.words[at]?.shape ?? 'lower');
    if (title !== undefined) best = { to, title };
  }
  return best;
}

/** "Commissioner", "CEO", "Superintendent": a capital person noun before a name does what a title does. */
function roleAsTitle(lexicon: Lexicon, key: string, shape: string): Title | undefined {
  const role = lexicon.roles.get(key);
  if (role === undefined || role.kind !== 'person' || role.plural || shape === 'lower') return undefined;
  return { title: key, gender: role.gender, role: role.noun, sector: role.sector };
}
