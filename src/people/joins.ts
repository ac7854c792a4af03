import type { Rule } from './appearance.ts';
import type { Cluster } from './countries.ts';
import { grouped } from './grouped.ts';
import { agree, formOf, isTail, type PersonName } from './name.ts';
import { isShortForm, shortForms } from './nicknames.ts';
import { officesOf } from './office.ts';

/** A cluster of one form of a full name. */
export interface Named extends Cluster {
  readonly name: PersonName;
}

/** Clusters that are one person, with the rule that joined each to the fuller ones. */
export interface Joined {
  readonly clusters: readonly Named[];
  readonly rules: ReadonlyMap<Named, Rule>;
}

const countriesAgree = (one: Cluster, other: Cluster): boolean =>
  one.country === null || other.country === null || one.country === other.country;

const shareOffice = (one: Named, other: Named): boolean => {
  const offices = officesOf(other.members.map(({ appearance }) => appearance));
  return [...officesOf(one.members.map(({ appearance }) => appearance))].some((office) => offices.has(office));
};

/** Why two forms of a name may be one person; null where they may not. */
function ruleFor(one: Named, other: Named): Rule | null {
  if (!countriesAgree(one, other)) return null;
  if (agree(one.name, other.name)) return 'm';
  if (isTail(one.name, other.name) && one.country !== null && one.country === other.country) return 't';
  if (isShortForm(one.name, other.name) && shareOffice(one, other)) return 'k';
  return null;
}

/** From the name that says least to the one that says most; the same for the same names in whatever order they came. */
const order = (one: Named): string =>
  `${String(one.name.words.length).padStart(3, '0')} ${String(formOf(one.name).length).padStart(4, '0')} ${formOf(one.name)} ${one.country ?? ''}`;

/** What a form could be short for is looked up by its given names and its tail: a surname may have thousands of bearers. */
function lookup(clusters: readonly Named[]): (one: Named) => readonly Named[] {
  const byGiven = grouped(clusters, ({ name }) => name.words[0] ?? '');
  const tails = clusters.flatMap((one) =>
    one.name.words
      .slice(1, -1)
      .slice(0, 3)
      .map((_, i) => ({ one, tail: one.name.words.slice(i + 1).join(' ') })),
  );
  const byTail = grouped(tails, ({ tail }) => tail);
  return ({ name }) => [
    ...new Set([
      ...shortForms(name.words[0] ?? '').flatMap((given) => byGiven.get(given) ?? []),
      ...(byTail.get(name.words.join(' ')) ?? []).map(({ one }) => one),
    ]),
  ];
}

/**
 * Joins the forms of names that are one person's. A form that could be short for two who contradict each other stays alone: an archive that
 * has George W. Bush and George H. W. Bush cannot tell who George Bush is.
 */
export function join(given: readonly Named[]): readonly Joined[] {
  const clusters = [...given].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const place = new Map(clusters.map((one, i) => [one, i]));
  const near = lookup(clusters);
  const root = clusters.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  const told = new Map<Named, Rule>();
  clusters.forEach((one, i) => {
    const fuller = near(one).flatMap((other) => {
      const rule = (place.get(other) ?? 0) > i ? ruleFor(one, other) : null;
      return rule === null ? [] : [{ other, rule }];
    });
    const [first] = fuller;
    const together = fuller.every(({ other }, a) =>
      fuller.every((again, b) => b <= a || ruleFor(other, again.other) !== null || ruleFor(again.other, other) !== null),
    );
    if (first === undefined || !together) return;
    told.set(one, first.rule);
    for (const { other } of fuller) root[find(place.get(other) ?? i)] = find(i);
  });
  const sets = grouped(clusters, (one) => find(place.get(one) ?? 0));
  return [...sets.values()].flatMap((set) => {
    const countries = new Set(set.flatMap(({ country }) => country ?? []));
    // Joined only by way of one that names no country: then that way is no evidence.
    return countries.size > 1 ? set.map((one) => ({ clusters: [one], rules: new Map() })) : [{ clusters: set, rules: told }];
  });
}
