import type { Event } from '../../../src/reading/schema.ts';

// PLOVER's sixteen in its own order, from cooperation to conflict: a list of our own, so that the page need not carry the schema's code, and
// a record, so that the compiler misses a type that is not in it.
const types: Readonly<Record<Event['type'], true>> = {
  AGREE: true,
  CONSULT: true,
  SUPPORT: true,
  CONCEDE: true,
  COOPERATE: true,
  AID: true,
  RETREAT: true,
  REQUEST: true,
  ACCUSE: true,
  REJECT: true,
  THREATEN: true,
  PROTEST: true,
  SANCTION: true,
  MOBILIZE: true,
  COERCE: true,
  ASSAULT: true,
};

export const eventTypeNames = Object.keys(types) as readonly Event['type'][];
