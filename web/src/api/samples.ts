import type { Run } from '../../../src/archive/runs.ts';
import type { Card } from '../../../src/archive/sample/card.ts';
import type { Judgement, Sample, SampleHead } from '../../../src/archive/sample/sample.ts';
import { ask, json, signal } from './client.ts';

export interface ToDraw {
  readonly size: number;
  readonly seed: string;
  readonly by?: 'type' | 'outlet';
  readonly record?: string;
  readonly type?: string;
  readonly outlet?: string;
}

export const drawSample = (asked: ToDraw): Promise<Sample> => ask('/api/samples', json('POST', asked));
export const sampleOf = (id: string, given?: AbortSignal): Promise<Sample> => ask(`/api/samples/${encodeURIComponent(id)}`, signal(given));
export const samplesOf = (given?: AbortSignal): Promise<{ readonly items: readonly SampleHead[] }> =>
  ask('/api/samples?limit=1000', signal(given));
export const judge = (id: number, judgements: readonly Judgement[]): Promise<Card> =>
  ask(`/api/samples/${id}/judgements`, json('POST', { judgements }));
export const forgetSample = (id: number): Promise<Sample> => ask(`/api/samples/${id}`, { method: 'DELETE' });
export const trust = (given?: AbortSignal): Promise<Card> => ask('/api/trust', signal(given));

export interface RunsPage {
  readonly items: readonly Run[];
  readonly all: number;
  readonly next: string | null;
}

export const runsOf = (cursor: string | null, given?: AbortSignal): Promise<RunsPage> =>
  ask(`/api/ledger?${new URLSearchParams({ limit: '50', ...(cursor === null ? {} : { cursor }) })}`, signal(given));
