import type { Appearance, Company, Member, Rule } from './appearance.ts';
import { grouped } from './grouped.ts';

/** Appearances of one name that are of one country, as far as any of them says. */
export interface Cluster {
  readonly country: string | null;
  readonly members: readonly Member[];
}

/** From this share of the stories on, one country (or none) is the rule for a name, and others are exceptions. */
const NEARLY_ALL = 0.8;
/** Fewer stories make no rule. */
const FEW = 3;
/** So many of the same other names in two articles are the same company. */
const COMPANY = 2;

const member = (rule: Rule) => (appearance: Appearance) => ({ appearance, rule });
const storiesOf = (appearances: readonly Appearance[]): number => new Set(appearances.map(({ story }) => story)).size;

/** The country whose bearers of the name are mentioned with the same others as this one, where no other country's are. */
function companionsOf(one: Appearance, companies: ReadonlyMap<string, ReadonlySet<string>>, company: Company): string | null {
  const own = [...company(one)];
  const common = [...companies].map(([country, names]) => ({ country, shared: own.filter((name) => names.has(name)).length }));
  const some = common.filter(({ shared }) => shared > 0);
  const [only] = some;
  return some.length === 1 && only !== undefined && only.shared >= COMPANY ? only.country : null;
}

/** Whether one name is said to be of several countries, so that those without one are in question. */
export const inQuestion = (appearances: readonly Appearance[]): boolean =>
  new Set(appearances.flatMap(({ country }) => country ?? [])).size > 1;

/**
 * Parts the appearances of one full name by country. Those that name none go with the rest where there is but one; else where their
 * company, or nearly all the others, tell; else they are nobody's: two men of one name are not to be mixed.
 */
export function byCountry(appearances: readonly Appearance[], company: Company): readonly Cluster[] {
  const without = appearances.filter(({ country }) => country === null);
  const countries = grouped(
    appearances.filter(({ country }) => country !== null),
    ({ country }) => country ?? '',
  );
  if (countries.size <= 1) return [{ country: [...countries.keys()][0] ?? null, members: appearances.map(member('n')) }];
  const all = storiesOf(appearances);
  const isRule = (some: readonly Appearance[], of: number) => storiesOf(some) >= Math.max(FEW, of * NEARLY_ALL);
  const clusters = new Map([...countries].map(([country, some]) => [country, some.map(member('n'))]));
  if (isRule(without, all)) return [...named(clusters), { country: null, members: without.map(member('n')) }];
  const said = storiesOf([...countries.values()].flat());
  const usual = [...countries].find(([, some]) => isRule(some, said))?.[0];
  const companies = new Map([...countries].map(([country, some]) => [country, new Set(some.flatMap((one) => [...company(one)]))]));
  for (const one of without) {
    const companions = companionsOf(one, companies, company);
    if (companions !== null) clusters.get(companions)?.push({ appearance: one, rule: 'y' });
    else if (usual !== undefined) clusters.get(usual)?.push({ appearance: one, rule: 'd' });
  }
  return named(clusters);
}

const named = (clusters: ReadonlyMap<string, readonly Member[]>): readonly Cluster[] =>
  [...clusters].map(([country, members]) => ({ country, members }));
