import type { Asked } from '../../../src/archive/corrections/asked.ts';
import type { Kept } from '../../../src/archive/corrections/correction.ts';
import { ask, json, signal } from './client.ts';
import type { Identity } from './forms.ts';

export type ToCorrect = Asked & { readonly note?: string | null };

/** Somebody over all documents, as a list of them has it. */
export type Somebody = Identity & { readonly documents: number; readonly stories: number };

interface KeptPage {
  readonly items: readonly Kept[];
  readonly next: string | null;
}

export const makeCorrection = (asked: ToCorrect): Promise<Kept> => ask('/api/corrections', json('POST', asked));
export const undoCorrection = (id: number): Promise<Kept> => ask(`/api/corrections/${id}`, { method: 'DELETE' });

/** All standing corrections, or those of one document's records, the oldest first. */
export async function correctionsOf(document: string | null, given?: AbortSignal): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  const params = new URLSearchParams({ limit: '1000', ...(document === null ? {} : { document }) });
  for (;;) {
    const page: KeptPage = await ask(`/api/corrections?${params}`, signal(given));
    kept.push(...page.items);
    if (page.next === null) return kept;
    params.set('cursor', page.next);
  }
}

export const peopleNamed = (name: string, given?: AbortSignal): Promise<{ readonly items: readonly Somebody[] }> =>
  ask(`/api/actors?${new URLSearchParams({ name, limit: '12' })}`, signal(given));
