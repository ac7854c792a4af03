import type { Leader } from '../lexicon/index.ts';
import type { Gathering } from './gathering.ts';
import { learnRole } from './gathering.ts';
import { personName, samePerson } from './person-name.ts';

const REGULAR_MARGIN = 1;

/** Whether somebody held the office in the article's year, or at any time where the year is not known. */
const inOffice = (leader: Leader, year: number | null): boolean =>
  year === null || (leader.from - REGULAR_MARGIN <= year && year <= leader.to);

/**
 * Known leaders among the persons: role, state and gender that the article itself need not tell. A full name suffices; a surname alone
 * only where just one leader of that name was in office then ("Clinton" alone may be two).
 */
export function noteLeaders(gathering: Gathering): void {
  const { lexicon, year } = gathering.article;
  const bySurname = new Map<string, Leader[]>();
  for (const leader of lexicon.leaders) {
    const words = personName(leader.name).words;
    for (const key of new Set([words.at(-1) ?? '', words[0] ?? ''])) bySurname.set(key, [...(bySurname.get(key) ?? []), leader]);
  }
  for (const entity of gathering.cast.entities) {
    if (entity.kind !== 'person') continue;
    const cut = personName(entity.name);
    const near = [
      ...(bySurname.get(cut.words.at(-1) ?? '') ?? []),
      ...(cut.words.length > 1 ? (bySurname.get(cut.words[0] ?? '') ?? []) : []),
    ];
    const full = near.filter((leader) =>
      cut.words.length > 1
        ? samePerson(personName(leader.name), cut)
        : personName(leader.name).words.at(-1) === cut.words[0] && inOffice(leader, year),
    );
    if (new Set(full.map((leader) => leader.name)).size !== 1) continue;
    for (const leader of full) {
      entity.gender = leader.gender ?? entity.gender;
      if (gathering.article.lexicon.countries.has(leader.country)) {
        // The state that a leader leads comes before those that the article names beside him.
        const others = [...entity.countries].filter((code) => code !== leader.country);
        entity.countries.clear();
        for (const code of [leader.country, ...others]) entity.countries.add(code);
      }
      entity.sector ??= 'GOV';
      if (inOffice(leader, year)) learnRole(gathering, entity, leader.role);
    }
  }
}
