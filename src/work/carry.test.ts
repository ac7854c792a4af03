import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { carry } from './carry.ts';
import type { Outcome, Task } from './task.ts';

const task = (record: number, size = 1): Task => ({ kind: 'line', bytes: new Uint8Array(size), uri: null, record });
const outcome = (record: number): Outcome => ({ output: Uint8Array.of(record), documents: 1, problems: [] });
const recordOf = (made: Task) => (made.kind === 'line' ? made.record : -1);

async function* tasks(count: number, size?: number, seen: { read: number } = { read: 0 }) {
  for (let i = 0; i < count; i++) {
    seen.read = i + 1;
    yield task(i, size);
  }
}

describe('carry', () => {
  test('delivers in the order of the tasks, whichever is done first', async () => {
    const delivered: number[] = [];
    const run = async (made: Task) => {
      await setTimeout((recordOf(made) * 7) % 5);
      return outcome(recordOf(made));
    };
    await carry(tasks(50), run, async ({ output }) => void delivered.push(output[0] ?? -1), { tasks: 8, bytes: 1000 });
    expect(delivered).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  test.each([
    ['tasks', { tasks: 4, bytes: 1e9 }, 1, 4],
    ['bytes', { tasks: 1e9, bytes: 300 }, 100, 4],
    ['one task that is larger than the window', { tasks: 4, bytes: 10 }, 100, 1],
  ])('begins no more than the window holds: %s', async (_, window, size, most) => {
    const seen = { read: 0 };
    let delivered = 0;
    let ahead = 0;
    const deliver = async () => {
      await setTimeout(1);
      ahead = Math.max(ahead, seen.read - delivered);
      delivered++;
    };
    await carry(tasks(30, size, seen), async (made) => outcome(recordOf(made)), deliver, window);
    expect(delivered).toBe(30);
    expect(ahead).toBeLessThanOrEqual(most);
  });

  test('delivers before the next task comes', async () => {
    let arrived = () => {};
    const first = new Promise<void>((resolve) => (arrived = resolve));
    async function* slow() {
      yield task(0);
      await first;
    }
    await carry(
      slow(),
      async () => outcome(0),
      async () => arrived(),
      { tasks: 8, bytes: 1000 },
    );
  });

  test('ends with the error of a delivery, a task or the input', async () => {
    const window = { tasks: 2, bytes: 1000 };
    const fail = async () => {
      throw new Error('gone');
    };
    await expect(carry(tasks(9), async () => outcome(0), fail, window)).rejects.toThrow('gone');
    await expect(carry(tasks(9), fail, async () => undefined, window)).rejects.toThrow('gone');
    async function* broken() {
      yield task(0);
      throw new Error('input');
    }
    await expect(
      carry(
        broken(),
        async () => outcome(0),
        async () => undefined,
        window,
      ),
    ).rejects.toThrow('input');
  });
});
