import type { Appearance } from './appearance.ts';

/** Offices that one person at a time holds in a country: with the surname and the country they name somebody. */
const offices = new Set([
  'attorney general',
  'chancellor',
  'chief justice',
  'defence minister',
  'defence secretary',
  'defense minister',
  'defense secretary',
  'emperor',
  'first lady',
  'first minister',
  'foreign minister',
  'foreign secretary',
  'homeland security secretary',
  'king',
  'pope',
  'president',
  'prime minister',
  'queen',
  'secretary of defense',
  'secretary of state',
  'secretary-general',
  'supreme leader',
  'vice president',
]);

const spelling: Readonly<Record<string, string>> = {
  'defense secretary': 'secretary of defense',
  'defence secretary': 'secretary of defense',
  'defence minister': 'defense minister',
  premier: 'prime minister',
};

/** Office and country; null where the role is none that names one person. @example officeOf({ role: 'President', country: 'USA' }) // 'president USA' */
export function officeOf({ role, country }: Pick<Appearance, 'role' | 'country'>): string | null {
  if (role === null || country === null) return null;
  const plain = role.toLowerCase();
  const office = spelling[plain] ?? plain;
  return offices.has(office) ? `${office} ${country}` : null;
}

/** A role that one article in twenty gives somebody is a slip of the reading. */
const LEAST_SHARE = 0.2;

/** The offices that appearances have often enough to be believed. */
export function officesOf(appearances: readonly Appearance[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const appearance of appearances) {
    if (appearance.role !== null) all++;
    const office = officeOf(appearance);
    if (office !== null) counts.set(office, (counts.get(office) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= all * LEAST_SHARE).map(([office]) => office));
}
