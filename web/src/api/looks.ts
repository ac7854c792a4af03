import type { Claim } from '../../../src/archive/looks/claims.ts';
import type { Lineage, Print } from '../../../src/archive/looks/lineage.ts';
import type { Edge, Node } from '../../../src/archive/looks/network.ts';
import type { PlaceSeen } from '../../../src/archive/looks/places.ts';
import type { Moment } from '../../../src/archive/looks/timeline.ts';
import type { Item } from '../../../src/archive/query.ts';
import { ask, signal } from './client.ts';
import type { Identity } from './forms.ts';

/** An actor of one document that is taken for the person, and why. */
export interface Link {
  readonly actor: string;
  readonly name: string;
  readonly role: string | null;
  readonly document: Item['document'];
  readonly reason: string;
}

export interface Person extends Identity {
  readonly documents: number;
  readonly stories: number;
  readonly items: readonly Link[];
  readonly all: number;
  readonly next: string | null;
}

export interface TimelinePage {
  readonly items: readonly Moment[];
  readonly all: number;
  readonly next: string | null;
}

export type LineagePage = Omit<Lineage, 'prints'> & {
  readonly items: readonly Print[];
  readonly all: number;
  readonly next: string | null;
};

export interface NetworkPage {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly all: number;
  readonly next: string | null;
}

export interface ClaimsPage {
  readonly items: readonly Claim[];
  readonly all: number;
  readonly next: string | null;
}

export interface PlacesPage {
  readonly items: readonly PlaceSeen[];
  readonly nowhere: number;
  readonly all: number;
  readonly next: string | null;
}

export const places = (params: URLSearchParams, given?: AbortSignal): Promise<PlacesPage> => ask(`/api/places?${params}`, signal(given));

export const lineageOf = (record: string, given?: AbortSignal): Promise<LineagePage> =>
  ask(`/api/records/${encodeURIComponent(record)}/lineage?limit=100`, signal(given));

export const network = (params: URLSearchParams, given?: AbortSignal): Promise<NetworkPage> => ask(`/api/network?${params}`, signal(given));

export const claims = (params: URLSearchParams, given?: AbortSignal): Promise<ClaimsPage> => ask(`/api/claims?${params}`, signal(given));

export const personOf = (id: string, given?: AbortSignal): Promise<Person> => ask(`/api/actors/${encodeURIComponent(id)}`, signal(given));

export const timeline = (params: URLSearchParams, given?: AbortSignal): Promise<TimelinePage> =>
  ask(`/api/timeline?${params}`, signal(given));
