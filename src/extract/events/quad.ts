import type { Event } from '../../reading/schema.ts';

/** PLOVER's quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
const quads: Readonly<Record<Event['type'], 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export const quadOf = (type: Event['type']): 1 | 2 | 3 | 4 => quads[type];

/** The sixteen types, in the order of the quad classes; weights by type stand in it. */
export const eventTypes = Object.keys(quads) as readonly Event['type'][];

export const isEventType = (label: string): label is Event['type'] => label in quads;
