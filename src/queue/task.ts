import type { Offer } from '../archive/port.ts';
import { keyOfOffer } from '../archive/put.ts';
import type { Queued } from '../archive/queue/queue.ts';
import { offerOf } from '../ingest/run.ts';
import type { Task } from '../work/task.ts';

/** A task that has something to read. */
export type Readable = Exclude<Task, { kind: 'problem' }>;

/** What a queue keeps of a task besides its bytes and its place. */
type About =
  | { readonly kind: 'line'; readonly record: number; readonly published?: string }
  | {
      readonly kind: 'file';
      readonly from: string;
      readonly id: string | null;
      readonly record: number | null;
      readonly published?: string;
    };

/** @param usual date of publication of the run, which goes along: a worker knows nothing of the run */
export function queuedOf(task: Readable, usual: string | null): Queued {
  const published = task.published ?? usual;
  const own = published === null ? {} : { published };
  const about: About =
    task.kind === 'line'
      ? { kind: 'line', record: task.record, ...own }
      : { kind: 'file', from: task.from, id: task.input.id, record: task.input.record, ...own };
  const offer = offerOf(task);
  return { ...offer, key: keyOfOffer(offer), about: JSON.stringify(about) };
}

export function taskOf({ uri, original, about }: Offer & { readonly about: string }): Readable {
  const told = JSON.parse(about) as About;
  const own = told.published === undefined ? {} : { published: told.published };
  if (told.kind === 'line') return { kind: 'line', bytes: original, uri, record: told.record, ...own };
  return { kind: 'file', bytes: original, from: told.from, input: { id: told.id, uri, record: told.record }, ...own };
}
