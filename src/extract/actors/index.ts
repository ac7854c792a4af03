import { runOf } from '../names/index.ts';
import { learnFromAppositions } from './apposition.ts';
import { type ArticleInput, openArticle } from './article.ts';
import { gatherOrganisations } from './gather-organisations.ts';
import { gatherPersons } from './gather-persons.ts';
import { gatherStates } from './gather-states.ts';
import { type Gathering, learnRole, newGathering } from './gathering.ts';
import { noteLeaders } from './leaders.ts';
import { passThrough } from './pass.ts';

export type { ArticleInput } from './article.ts';
export type { Entity } from './entity.ts';
export type { Gathering } from './gathering.ts';
export { inForce } from './in-force.ts';
export { listActors } from './list.ts';
export { pointedTo } from './pointed-to.ts';
export { resolveSpan } from './resolve.ts';

/**
 * Names, descriptions and pronouns of one article gathered into actors. Later stages ask `resolveSpan(gathering, span)` who a phrase means and
 * at the end `listActors` for the actors of the reading.
 */
export function gatherActors(input: ArticleInput, watch?: Gathering['watch']): Gathering {
  const gathering = newGathering(openArticle(input), watch);
  const { article, cast, owner, states } = gathering;
  // States first: "Moscow" and "US" are never persons or organisations.
  gatherStates(article, cast, owner);
  for (const entity of cast.entities) if (entity.kind === 'country') for (const code of entity.countries) states.set(code, entity);
  // Persons before organisations: a lone "Clinton" that the network takes for an organisation belongs to Hillary Clinton.
  gatherPersons(article, cast, owner);
  gatherOrganisations(article, cast, owner);
  // Roles before descriptions: "the spokesman" needs to know who is one. Leaders last, they only fill what the article leaves open.
  for (const entity of cast.entities) {
    for (const role of entity.roles) learnRole(gathering, entity, role);
    if (entity.kind === 'organisation') learnRole(gathering, entity, `sector:${entity.sector ?? ''}`);
  }
  learnFromAppositions(gathering);
  noteLeaders(gathering);
  for (const quotation of article.quotations)
    if (quotation.source !== null) {
      const run = runOf(article.prose.words, quotation.source);
      gathering.sourceAt.fill(1, run.from, run.to);
      const sentence = article.prose.words[run.from]?.sentence ?? -1;
      gathering.sourcesBySentence.set(sentence, [...(gathering.sourcesBySentence.get(sentence) ?? []).slice(-16), quotation.source]);
    }
  passThrough(gathering);
  return gathering;
}
