import type { Appearance, Company, Group } from './appearance.ts';
import { byCountry } from './countries.ts';

/** Words of which every country has its own body: only with a country do they name one. */
const common = new Set(
  `academy administration affairs agency air and armed army assembly association bank board border bureau cabinet central chamber church coast
command commission committee conference congress constitutional council county court customs defence defense democratic department
district education election electoral energy federal federation finance fire force forces foreign government guard health high home
house hospital immigration industry information institute intelligence interior internal international justice labor labour law
leadership legislature local lower ministry military national navy of office opposition palace parliament party police political
presidency presidential press prison prosecutor public republic republican school secretariat security senate service socialist
special state statistics supreme the trade transport treasury tribunal union university upper workers`.split(/\s+/u),
);

export const isCommon = (words: readonly string[]): boolean => words.every((word) => common.has(word));

/** The appearances of one name of an organisation or group. Where a name is everybody's (Supreme Court) only a country makes it one's. */
export function linkOrganisations(words: readonly string[], appearances: readonly Appearance[], company: Company): readonly Group[] {
  const own = isCommon(words) ? appearances.filter(({ country }) => country !== null) : appearances;
  if (own.length === 0) return [];
  const clusters = byCountry(own, company);
  const name = words.join(' ');
  return clusters.map(({ country, members }) => ({
    signature: clusters.length === 1 && !isCommon(words) ? `organisation ${name}` : `organisation ${name} / ${country ?? ''}`,
    members,
  }));
}
