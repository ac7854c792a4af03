import type { Appearance, Company, Group, Member } from './appearance.ts';
import { byCountry } from './countries.ts';
import { grouped } from './grouped.ts';
import { type Joined, join, type Named } from './joins.ts';
import { formOf, isFull, type PersonName, personName } from './name.ts';
import { officeOf, officesOf } from './office.ts';

/** A person found, while surnames are still being given to it. */
interface Person {
  readonly signature: string;
  readonly names: readonly PersonName[];
  readonly members: Member[];
  readonly country: string | null;
  readonly offices: ReadonlySet<string>;
  readonly stories: ReadonlySet<string>;
}

const membersOf = ({ clusters, rules }: Joined): Member[] =>
  clusters.flatMap((cluster) => {
    const rule = rules.get(cluster);
    return cluster.members.map((member) => (rule !== undefined && member.rule === 'n' ? { ...member, rule } : member));
  });

/** Named by the least that is said of the person; more only where another of that name is known. */
function signed(joined: readonly Joined[]): readonly (readonly [string, Joined])[] {
  const short = ({ clusters }: Joined) => formOf((clusters[0] as Named).name);
  const long = ({ clusters }: Joined) => {
    const country = clusters.find((cluster) => cluster.country !== null)?.country ?? '';
    return `${formOf((clusters.at(-1) as Named).name)} ${country}`;
  };
  const counts = new Map<string, number>();
  for (const one of joined) counts.set(short(one), (counts.get(short(one)) ?? 0) + 1);
  return joined.map((one) => [counts.get(short(one)) === 1 ? `person ${short(one)}` : `person ${short(one)} / ${long(one)}`, one]);
}

/** The full names of a surname as persons. */
function fullyNamed(appearances: readonly Appearance[], company: Company): readonly Person[] {
  const named = [...grouped(appearances, ({ name }) => formOf(personName(name))).values()].flatMap((some) => {
    const name = personName(some[0]?.name ?? '');
    return byCountry(some, company).map((cluster) => ({ ...cluster, name }));
  });
  return signed(join(named)).map(([signature, joined]) => {
    const members = membersOf(joined);
    const all = members.map(({ appearance }) => appearance);
    return {
      signature,
      names: joined.clusters.map(({ name }) => name),
      members,
      country: all.find(({ country }) => country !== null)?.country ?? null,
      offices: officesOf(all),
      stories: new Set(all.map(({ story }) => story)),
    };
  });
}

/** Whether `J. Smith` or `Smith` may be of this person. */
function mayBe(weak: PersonName, person: Person): boolean {
  const [first = ''] = weak.words;
  return person.names.some(
    ({ words, suffix }) =>
      (weak.suffix === '' || weak.suffix === suffix) && (weak.words.length === 1 || (words[0] ?? '').startsWith(first)),
  );
}

const only = (persons: readonly Person[]): Person | null => (persons.length === 1 ? (persons[0] ?? null) : null);

/** Longer than this without a word of them, another may have come into the office under the same name. */
const YEARS = 3;

/** A surname with an office, article after article: one person as long as no years lie between. */
function officeHolders(weak: readonly Appearance[]): readonly Group[] {
  const sorted = weak
    .filter(({ published }) => published !== null)
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : (a.published ?? '') > (b.published ?? '') ? 1 : 0));
  const runs: Appearance[][] = [];
  for (const one of sorted) {
    const last = runs.at(-1)?.at(-1);
    const near = last !== undefined && Date.parse(one.published ?? '') - Date.parse(last.published ?? '') <= YEARS * 366 * 86_400_000;
    if (near) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs.map((run, i) => {
    const [first] = run;
    const name = formOf(personName(first?.name ?? ''));
    const signature = `office ${name} / ${first === undefined ? '' : officeOf(first)}${i === 0 ? '' : ` / ${first?.published?.slice(0, 4)}`}`;
    return { signature, members: run.map((appearance) => ({ appearance, rule: 'o' as const })) };
  });
}

/**
 * Links the appearances of one surname. Full names first; a surname alone joins a full name only by the office and country, or in a near
 * copy of the same article, and only where no second person could be meant.
 */
export function linkPersons(appearances: readonly Appearance[], company: Company): readonly Group[] {
  const full = appearances.filter((one) => isFull(personName(one.name)));
  const persons = fullyNamed(full, company);
  const holders: Appearance[] = [];
  for (const one of appearances) {
    const name = personName(one.name);
    if (isFull(name)) continue;
    const able = persons.filter((person) => mayBe(name, person));
    const office = officeOf(one);
    const inStory = only(
      able.filter(({ stories, country }) => stories.has(one.story) && (one.country === null || one.country === country)),
    );
    const inOffice = office === null ? [] : able.filter(({ offices }) => offices.has(office));
    const person = only(inOffice) ?? (inOffice.length === 0 ? inStory : null);
    if (person !== null) person.members.push({ appearance: one, rule: person === only(inOffice) ? 'o' : 's' });
    else if (office !== null && inOffice.length === 0 && name.words.length === 1) holders.push(one);
  }
  const holding = grouped(holders, (one) => `${formOf(personName(one.name))} ${officeOf(one)}`);
  return [...persons, ...[...holding.values()].flatMap(officeHolders)];
}
