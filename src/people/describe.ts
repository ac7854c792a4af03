import type { Appearance } from './appearance.ts';
import { formOf, nameWords, personName } from './name.ts';

/** The value that most stories have; of several the first in the alphabet. Null where none has any. */
function most(appearances: readonly Appearance[], fieldOf: (one: Appearance) => string | null): string | null {
  const stories = new Map<string, Set<string>>();
  for (const one of appearances) {
    const value = fieldOf(one);
    if (value !== null) stories.set(value, (stories.get(value) ?? new Set()).add(one.story));
  }
  const [best] = [...stories].sort(([a, of], [b, others]) => others.size - of.size || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}

/** What is said of somebody in most of the stories. */
export function describe(appearances: readonly Appearance[]): Pick<Appearance, 'name' | 'kind' | 'role' | 'country'> {
  // "Donald Trump" rather than "Trump", though most articles have the surname.
  const longest = Math.max(...appearances.map(({ name }) => Math.min(2, nameWords(name).length)));
  const full = appearances.filter(({ name }) => nameWords(name).length >= longest);
  const plain = full.filter(({ name }) => formOf(personName(name)) === nameWords(name).join(' '));
  const kind = most(appearances, (one) => one.kind) ?? 'unnamed';
  return {
    name: most(plain.length > 0 ? plain : full, ({ name }) => name) ?? '',
    kind,
    // An organisation's "role" is a word of its name.
    role: kind === 'person' ? most(appearances, ({ role }) => role) : null,
    country: most(appearances, ({ country }) => country),
  };
}
