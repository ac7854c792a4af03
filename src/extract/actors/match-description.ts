import type { Role } from '../lexicon/index.ts';
import type { Entity } from './entity.ts';
import { countryOf } from './gather-states.ts';
import type { Gathering } from './gathering.ts';
import type { Part } from './phrase.ts';
import { pointedTo } from './pointed-to.ts';

/** Nouns that may stand for the same office or trade: "the Russian leader" is the president. */
const SYNONYMS: readonly (readonly string[])[] = [
  [
    'leader',
    'president',
    'prime minister',
    'premier',
    'chancellor',
    'king',
    'queen',
    'supreme leader',
    'dictator',
    'ruler',
    'strongman',
    'monarch',
    'emir',
    'head of state',
    'commander-in-chief',
  ],
  ['spokesman', 'spokeswoman', 'spokesperson', 'press secretary'],
  [
    'lawmaker',
    'senator',
    'representative',
    'congressman',
    'congresswoman',
    'legislator',
    'mp',
    'MP',
    'republican',
    'democrat',
    'politician',
  ],
  ['lawyer', 'attorney', 'counsel', 'solicitor', 'barrister'],
  ['judge', 'justice', 'chief justice', 'magistrate'],
  ['candidate', 'nominee', 'frontrunner', 'front-runner', 'contender', 'hopeful'],
  [
    'minister',
    'foreign minister',
    'defense minister',
    'defence minister',
    'finance minister',
    'interior minister',
    'deputy prime minister',
  ],
  ['secretary', 'secretary of state', 'foreign secretary', 'home secretary'],
  ['professor', 'scientist', 'researcher', 'scholar', 'academic', 'expert', 'historian'],
  ['reporter', 'journalist', 'correspondent', 'columnist', 'writer', 'author', 'editor', 'commentator', 'host', 'anchor'],
  ['general', 'commander', 'admiral', 'colonel'],
  ['chief', 'director', 'head', 'chief executive', 'ceo', 'boss'],
  ['chairman', 'chairwoman', 'chair', 'chairperson'],
  ['officer', 'policeman', 'sheriff', 'detective'],
  ['billionaire', 'mogul', 'tycoon', 'businessman'],
  ['pope', 'pontiff'],
  ['prince', 'crown prince'],
  ['activist', 'advocate', 'organizer'],
  ['governor', 'gov'],
  ['executive', 'ceo', 'chief executive'],
  ['adviser', 'advisor', 'aide', 'strategist'],
  ['newspaper', 'paper', 'daily', 'publication', 'outlet', 'news outlet', 'tabloid'],
  ['network', 'channel', 'station', 'broadcaster'],
  ['website', 'site', 'outlet'],
  ['agency', 'news agency', 'bureau'],
  ['committee', 'panel', 'commission', 'subcommittee'],
  ['company', 'firm', 'corporation', 'giant', 'manufacturer', 'business'],
  [
    'group',
    'organization',
    'organisation',
    'movement',
    'association',
    'union',
    'nonprofit',
    'charity',
    'foundation',
    'alliance',
    'watchdog',
  ],
  ['court', 'tribunal', 'supreme court', 'appeals court', 'high court'],
  ['ministry', 'department'],
  ['country', 'nation', 'state', 'government', 'regime'],
  ['university', 'school', 'college', 'institution'],
  ['center', 'centre', 'institute', 'think tank'],
];
const SAME = new Map<string, Set<string>>();
for (const set of SYNONYMS) for (const noun of set) SAME.set(noun, new Set([...(SAME.get(noun) ?? []), ...set]));

/** Nouns that a sector alone can answer: "the newspaper" is any medium just named. */
const BY_SECTOR = new Map<string, readonly string[]>([
  ...[
    'newspaper',
    'paper',
    'outlet',
    'network',
    'channel',
    'station',
    'magazine',
    'site',
    'website',
    'publication',
    'news agency',
    'broadcaster',
  ].map((noun) => [noun, ['MED']] as const),
  ...['company', 'firm', 'corporation', 'giant', 'manufacturer', 'maker'].map((noun) => [noun, ['BUS']] as const),
  ...['agency', 'department', 'bureau', 'service'].map((noun) => [noun, ['GOV', 'COP', 'SPY']] as const),
  ...['group', 'organization', 'organisation', 'movement'].map((noun) => [noun, ['NGO', 'REB', 'IGO']] as const),
  ['party', ['PTY']],
  ['alliance', ['IGO']],
  ['bloc', ['IGO']],
]);
/** Nouns for which any organisation without a better known trade may stand. */
const ANY_ORGANISATION = new Set(['company', 'firm', 'group', 'organization', 'organisation', 'corporation']);

/** Whom the network takes a description to mean with at least this probability may be meant, whatever he is called. */
const POINTED = 0.1;
/** What such a one begins with: less than any whose role is known to fit. */
const BY_POINTER = 1.5;
/** What a probability of 1 adds. */
const BY_PROBABILITY = 4;

export interface Match {
  readonly entity: Entity;
  readonly score: number;
}

/** The best known entity for a definite description, with its rivals; empty where nobody fits. */
export function matchDescription(gathering: Gathering, role: Role, part: Part): readonly Match[] {
  const candidates = new Map<Entity, number>();
  const offer = (list: readonly Entity[] | undefined, score: number): void => {
    for (const entity of (list ?? []).slice(-48)) if ((candidates.get(entity) ?? 0) < score) candidates.set(entity, score);
  };
  offer(gathering.byRole.get(role.noun), 4);
  for (const noun of SAME.get(role.noun) ?? []) offer(gathering.byRole.get(noun), 3);
  if (role.kind === 'organisation') {
    for (const sector of BY_SECTOR.get(role.noun) ?? []) offer(gathering.byRole.get(`sector:${sector}`), 3);
    if (ANY_ORGANISATION.has(role.noun)) offer(gathering.byRole.get('sector:'), 2.5);
  }
  const pointed = pointedTo(gathering, part.head, part.from);
  for (const [entity, p] of pointed) if (p >= POINTED && entity.kind !== 'place') offer([entity], BY_POINTER);
  // "The justices" and "the judges" are their court.
  if (role.plural && (role.noun === 'justice' || role.noun === 'judge'))
    for (const noun of ['supreme court', 'court', 'appeals court']) offer(gathering.byRole.get(noun), 3);
  const matches: Match[] = [];
  for (const [entity, base] of candidates) {
    if ((entity.number === 'p') !== role.plural && entity.kind !== 'organisation' && entity.kind !== 'group') continue;
    if (role.kind === 'person' && !role.plural && entity.kind !== 'person' && entity.kind !== 'unnamed') continue;
    if (role.gender !== null && entity.gender !== null && role.gender !== entity.gender) continue;
    const last = entity.last;
    // Somebody whose title comes later in the text may be meant already: "the president" in the first line, "President Obama" in the third.
    if (last >= part.from || (last < 0 && !(entity.named && base === 4 && role.kind === 'person'))) continue;
    const agrees = agreement(gathering, entity, part);
    if (agrees < 0) continue;
    const distance = last < 0 ? 500 : part.from - last;
    matches.push({
      entity,
      score:
        base +
        agrees -
        Math.min(2.5, distance / 250) +
        Math.min(1.5, entity.seen / 8) +
        (entity.named ? 0.8 : 0) +
        BY_PROBABILITY * (pointed.get(entity) ?? 0),
    });
  }
  return matches.sort((a, b) => b.score - a.score || a.entity.index - b.entity.index);
}

/** Whether the names in the description agree with what is known: -1 they contradict, 0 nothing to say, 3 they fit. */
function agreement(gathering: Gathering, entity: Entity, part: Part): number {
  let score = 0;
  const possessor = part.possessor < 0 ? undefined : gathering.byHead.get(part.possessor)?.entity;
  if (possessor !== undefined) {
    if (possessor === entity) return -1;
    if (entity.linked.has(possessor)) score = 3;
  }
  for (const i of [...part.before, ...part.after]) {
    const name = gathering.article.names[i];
    if (name === undefined) continue;
    const owner = gathering.owner[i];
    if (owner === entity) return -1;
    if (entity.linked.has(owner as Entity)) {
      score = 3;
      continue;
    }
    // Georgia the state of an American.
    if (entity.countries.has('USA') && name.known?.kind === 'country' && name.known.country.iso3 === 'GEO') continue;
    const country = countryOf(name.known) ?? (owner?.kind === 'country' ? ([...owner.countries][0] ?? null) : null);
    if (owner !== null && owner !== undefined && entity.of !== null && entity.of === owner.name) score = 3;
    else if (country !== null && entity.countries.has(country)) score = 3;
    else if (country !== null && entity.countries.size > 0) return -1;
    // "the South Carolina lawmaker": a place that the lexicon does not know contradicts nobody whose home is not told either.
    else if (!entity.named || (entity.of !== null && owner?.kind !== 'place')) return -1;
    else score = Math.max(score, 0);
  }
  return score;
}
