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

export const personOf = (id: string, given?: AbortSignal): Promise<Person> => ask(`/api/actors/${encodeURIComponent(id)}`, signal(given));

export const timeline = (params: URLSearchParams, given?: AbortSignal): Promise<TimelinePage> =>
  ask(`/api/timeline?${params}`, signal(given));
