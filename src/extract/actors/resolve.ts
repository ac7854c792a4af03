import type { Span } from '../../document/span.ts';
import { type Run, runOf, textOf } from '../names/index.ts';
import { describe } from './describe.ts';
import { addMention, type Entity, newEntity } from './entity.ts';
import { stateOf } from './gather-states.ts';
import { type Gathering, learnRole } from './gathering.ts';
import { roleEndingAt } from './nouns.ts';
import { fold } from './person-name.ts';
import { type Part, partsOf } from './phrase.ts';

/** Who a phrase means: one entity a member, none twice. Somebody never named becomes an entity of kind `unnamed`. */
export function resolveSpan(gathering: Gathering, span: Span): readonly Entity[] {
  return resolveRun(gathering, runOf(gathering.article.prose.words, span));
}

export function resolveRun(gathering: Gathering, run: Run): readonly Entity[] {
  const found: Entity[] = [];
  for (const part of partsOf(gathering.article, run)) {
    const entity = resolvePart(gathering, part);
    if (entity !== null && !found.includes(entity)) found.push(entity);
  }
  return found;
}

function resolvePart(gathering: Gathering, part: Part): Entity | null {
  if (part.kind === 'pronoun') return gathering.byHead.get(part.head)?.entity ?? null;
  const state = nation(gathering, part);
  if (state !== null) return state;
  const tagged = handle(gathering, part);
  if (tagged !== null) return tagged;
  if (part.kind === 'noun') return describe(gathering, part).entity;
  const owner = gathering.owner[part.name];
  if (!owner && roleEndingAt(gathering.article, part.head)?.kind === 'person') return describe(gathering, part).entity;
  const type = gathering.article.names[part.name]?.type;
  // "Senate Republicans" are not the party; "Russians" not the state.
  if (owner && !(owner.kind === 'organisation' && owner.sector === 'PTY' && part.before.length > 0)) return owner;
  return people(gathering, part, type === 'people');
}

/** "Ukrainian assertions", "the Russians say": who speaks so speaks for the state. */
function nation(gathering: Gathering, part: Part): Entity | null {
  const known = gathering.article.names[part.name]?.known;
  if (part.kind !== 'name' || known?.kind !== 'country' || known.form !== 'adjective') return null;
  const plural = gathering.article.prose.lowers[part.head]?.endsWith('s') ?? false;
  if (plural && gathering.article.prose.lowers[part.from] !== 'the') return null;
  return stateOf(gathering.cast, gathering.states, known.country);
}

/** A handle is the name written together: "@realDonaldTrump", "MartinOMalley". */
function handle(gathering: Gathering, part: Part): Entity | null {
  const { prose } = gathering.article;
  const text = prose.texts[part.head] ?? '';
  if (prose.texts[part.head - 1] !== '@' && !/\p{Ll}\p{Lu}/u.test(text)) return null;
  const joined = fold(text);
  for (const entity of gathering.cast.entities.slice(0, 400)) {
    if (!entity.named || entity.kind === 'place') continue;
    const letters = fold(entity.name).replace(/[^\p{L}\p{N}]/gu, '');
    if (letters.length > 3 && (joined.includes(letters) || (joined.length > 5 && letters.startsWith(joined)))) return entity;
  }
  return null;
}

/** People by where they are from or what they belong to: "Russians", "House Republicans". */
function people(gathering: Gathering, part: Part, bare: boolean): Entity {
  const text = textOf(gathering.article.prose, part);
  const key = `people:${text.toLowerCase().replace(/^the\s+/u, '')}`;
  const known = gathering.byRole.get(key)?.[0];
  const entity = known ?? newEntity(gathering.cast, 'group', text, { number: 'p', named: !bare || part.before.length === 0 });
  if (known === undefined) learnRole(gathering, entity, key);
  addMention(gathering.cast, entity, part, part.head, 'name');
  return entity;
}
