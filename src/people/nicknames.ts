import type { PersonName } from './name.ts';
import { surnameOf } from './name.ts';

/** Short forms of given names in English news; written by hand. Alone they are no evidence. */
const families = `
abigail abby · albert al · alexander alex sasha · andrew andy drew · anthony tony · barbara barb · benjamin ben · bernard bernie
catherine katherine kate kathy cathy · charles charlie chuck · christopher chris · daniel dan danny · david dave · deborah debbie
donald don · edward ed eddie ted · elizabeth liz beth betsy · eugene gene · francis frank · frederick fred · gerald gerry jerry
gregory greg · harold hal · henry hank · jacob jake · james jim jimmy · jeffrey geoffrey jeff · jennifer jen · jessica jess
john jack johnny · jonathan jon · joseph joe joey · joshua josh · kenneth ken · kimberly kim · lawrence larry · leonard len leo
margaret maggie peggy meg · matthew matt · michael mike mick · mitchell mitch · nancy nan · nathaniel nathan nate · nicholas nick
pamela pam · patricia pat patty · patrick pat · peter pete · philip phil · randall randy · raymond ray · rebecca becky
richard rick rich dick · robert rob bob bobby · ronald ron · samantha sam · samuel sam · stephen steven steve · susan sue
terrence terry · theodore ted teddy · thomas tom tommy · timothy tim · victoria vicky · vincent vince · walter walt · william will bill billy
`
  .split(/[·\n]/u)
  .map((family) => family.trim().split(' '))
  .filter((family) => family.length > 1);

const byName = new Map<string, Set<number>>();
families.forEach((family, number) => {
  for (const name of family) byName.set(name, (byName.get(name) ?? new Set()).add(number));
});

/** Bob Goodlatte and Robert Goodlatte. */
export function isShortForm(one: PersonName, other: PersonName): boolean {
  if (surnameOf(one) !== surnameOf(other) || one.suffix !== other.suffix || one.words[0] === other.words[0]) return false;
  const others = byName.get(other.words[0] ?? '');
  return others !== undefined && [...(byName.get(one.words[0] ?? '') ?? [])].some((family) => others.has(family));
}

/** A given name and all that it may be short for, or be shortened to. */
export const shortForms = (given: string): readonly string[] => [
  given,
  ...[...(byName.get(given) ?? [])].flatMap((family) => families[family] ?? []).filter((name) => name !== given),
];
