import { expect, test } from 'vitest';
import type { Readable } from './task.ts';
import { queuedOf, taskOf } from './task.ts';

const bytes = new TextEncoder().encode('{"text": "a"}');
const tasks: readonly Readable[] = [
  { kind: 'line', bytes, uri: '/news/a.jsonl', record: 7 },
  { kind: 'line', bytes, uri: null, record: 0, published: '2023-01-02' },
  { kind: 'file', bytes, from: 'auto', input: { id: 'a.html', uri: '/news/a.html', record: null } },
  { kind: 'file', bytes, from: 'warc', input: { id: 'https://a.example/', uri: '/crawl.warc.gz', record: 12 }, published: '2023-01-02' },
];

test('a task comes out of the queue as it went in', () => {
  for (const task of tasks) expect(taskOf(queuedOf(task, null))).toEqual(task);
});

test('the date of the run goes along, under the task’s own', () => {
  expect(taskOf(queuedOf(tasks[0] as Readable, '2020-05-05'))).toEqual({ ...tasks[0], published: '2020-05-05' });
  expect(taskOf(queuedOf(tasks[1] as Readable, '2020-05-05'))).toEqual(tasks[1]);
});
