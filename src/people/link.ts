import type { Appearance, Company, Group } from './appearance.ts';
import { inQuestion } from './countries.ts';
import { nameWords, personName, surnameOf } from './name.ts';
import { linkOrganisations } from './organisations.ts';
import { linkPersons } from './persons.ts';

/** So many letters are no name; an index of a store takes no longer key either. */
const LONGEST = 500;

/** A name, not a description: "the Taliban", not "protesters". */
const isName = (name: string): boolean => /\p{Lu}/u.test(name.replace(/^the\s/iu, ''));

const withoutArticle = (words: readonly string[]): readonly string[] => (words[0] === 'the' && words.length > 1 ? words.slice(1) : words);

/**
 * What is compared with what: the persons of one surname, the organisations of one name, a country. Nothing is ever linked over two blocks,
 * so that a new document has only its own names' blocks linked again. Null for whom no other document can know: "an official".
 */
export function blockOf({ name, kind, country }: Pick<Appearance, 'name' | 'kind' | 'country'>): string | null {
  const words = nameWords(name);
  if (words.length === 0 || words.join('').length > LONGEST || !isName(name)) return null;
  if (kind === 'person') return `person ${surnameOf(personName(name))}`;
  if (kind === 'country') return `country ${country ?? withoutArticle(words).join(' ')}`;
  if (kind === 'organisation' || kind === 'group') return `organisation ${withoutArticle(words).join(' ')}`;
  return null;
}

/** Whether the others in its documents must be known to link a block. */
export const needsCompany = (appearances: readonly Appearance[]): boolean =>
  inQuestion(appearances) && appearances.some(({ country }) => country === null);

/** The groups of a block; those it holds to be nobody else's are in none. Depends on the set of appearances only, not on their order. */
export function linkBlock(block: string, given: readonly Appearance[], company: Company): readonly Group[] {
  const appearances = [...given].sort((a, b) =>
    a.document !== b.document ? (a.document < b.document ? -1 : 1) : a.local < b.local ? -1 : a.local > b.local ? 1 : 0,
  );
  if (block.startsWith('person ')) return linkPersons(appearances, company);
  if (block.startsWith('country ')) return [{ signature: block, members: appearances.map((appearance) => ({ appearance, rule: 'c' })) }];
  return linkOrganisations(block.slice('organisation '.length).split(' '), appearances, company);
}
