import type { Event } from '../../reading/schema.ts';
import type { Entity } from '../actors/index.ts';
import type { FoundEvent } from './index.ts';

/** The events of a reading, with actors and quotations by id. @param quotationId the id of the quotation at an index */
export function listEvents(
  found: readonly FoundEvent[],
  idOf: (entity: Entity) => string | null,
  quotationId: (index: number) => string,
): Event[] {
  const ids = (entities: readonly Entity[]): string[] => entities.flatMap((entity) => idOf(entity) ?? []);
  return found.map(({ event, actor, recipient, saidBy, via, quotation }) => ({
    ...event,
    actor: ids(actor),
    recipient: ids(recipient),
    quotation: quotation === null ? null : quotationId(quotation),
    saidBy: saidBy && idOf(saidBy),
    via: ids(via),
    answers: null,
  }));
}

/** Everybody whom the events name, so that they stand among the actors. */
export const entitiesOf = (found: readonly FoundEvent[]): Entity[] =>
  found.flatMap(({ actor, recipient, saidBy, via }) => [...actor, ...recipient, ...via, ...(saidBy ? [saidBy] : [])]);
