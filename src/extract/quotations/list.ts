import type { Quotation } from '../../reading/schema.ts';
import type { Entity } from '../actors/index.ts';
import type { Spoken } from '../speakers/index.ts';

/** The quotations of a reading: what was found, with its speaker by id. Ids are by position in the list; assembling numbers them anew. */
export function listQuotations(spoken: readonly Spoken[], idOf: (entity: Entity) => string | null): Quotation[] {
  const ids = (entities: readonly Entity[]): string[] => entities.flatMap((entity) => idOf(entity) ?? []);
  return spoken.map(({ quotation, speakers, speakerScore, unknown, candidates, via, denied, hedged, hedge }, index) => {
    const named = ids(speakers);
    return {
      id: `q${index + 1}`,
      kind: quotation.kind,
      content: [...quotation.content],
      cue: quotation.cue,
      source: quotation.source,
      speaker: named[0] ?? null,
      speakers: named,
      unknown,
      candidates: ids(candidates),
      via: ids(via),
      stance: quotation.stance,
      denied,
      hedged,
      hedge,
      answers: null,
      score: quotation.score,
      speakerScore: named.length > 0 ? speakerScore : null,
    };
  });
}
