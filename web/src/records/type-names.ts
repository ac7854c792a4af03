import type { Event } from '../../../src/reading/schema.ts';

/** PLOVER's sixteen in its own order, from cooperation to conflict; a list of our own, so that the page need not carry the schema's code. */
export const eventTypeNames = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const satisfies readonly Event['type'][];

/** Fails to compile when the schema has a type that is missing above. */
export type AllTypesNamed = Event['type'] extends (typeof eventTypeNames)[number] ? true : never;
export const allTypesNamed: AllTypesNamed = true;
