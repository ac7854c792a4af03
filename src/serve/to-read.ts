import { ReadoutError } from '../error.ts';
import { usualLimits } from '../ingest/limits.ts';
import { type Get, offersOfVisit } from '../ingest/web.ts';
import type { Task } from '../work/task.ts';
import type { ToRead } from './forms/read.ts';
import { several } from './outcome.ts';

/** The one task that an address gives. @throws ReadoutError READOUT_FETCH_…, READOUT_FORMAT_UNSUPPORTED */
async function taskOfAddress(url: string, fetch: Get): Promise<Task> {
  const visit = { address: url, fetched: await fetch(url) };
  const tasks: Task[] = [];
  for await (const task of offersOfVisit(visit, fetch, usualLimits)) {
    tasks.push(task);
    if (tasks.length > 1) throw several(url);
  }
  const [task] = tasks;
  if (task === undefined) throw new ReadoutError('READOUT_INPUT_EMPTY', `${url} holds nothing to read.`, 'Give the address of an article.');
  return task;
}

/** @throws ReadoutError READOUT_FETCH_…, READOUT_FORMAT_UNSUPPORTED */
export async function taskOf(asked: ToRead, fetch: Get): Promise<Task> {
  const why = asked.why ?? false;
  if ('text' in asked || 'html' in asked) {
    const { why: _, ...line } = asked;
    return { kind: 'line', bytes: new TextEncoder().encode(JSON.stringify(line)), uri: null, record: 0, why };
  }
  const task = await taskOfAddress(asked.url, fetch);
  return task.kind === 'problem' ? task : { ...task, why, published: asked.published ?? null };
}
