import type { Outcome, Task } from './task.ts';

/** How much may be under way at once: tasks begun and not yet delivered, and the bytes of their inputs. */
export interface Window {
  readonly tasks: number;
  readonly bytes: number;
}

const sizeOf = (task: Task): number => (task.kind === 'problem' ? 0 : task.bytes.length);

/**
 * Runs tasks and delivers their outcomes in the order of the tasks, each as soon as it and all before it are done. Reads on only while
 * there is room in the window, so that memory is flat however long the input is and however slow the reader of the output.
 */
export async function carry(
  tasks: AsyncIterable<Task>,
  run: (task: Task) => Promise<Outcome>,
  deliver: (outcome: Outcome) => Promise<void>,
  window: Window,
): Promise<void> {
  const underWay: { readonly outcome: Promise<Outcome>; readonly size: number }[] = [];
  let bytes = 0;
  let done = false;
  let wake = () => {};
  const change = () => new Promise<void>((resolve) => (wake = resolve));

  const begin = async () => {
    for await (const task of tasks) {
      const outcome = run(task);
      // It is awaited below, in its turn; until then a rejection must not count as unhandled.
      outcome.catch(() => undefined);
      underWay.push({ outcome, size: sizeOf(task) });
      bytes += sizeOf(task);
      wake();
      while (underWay.length >= window.tasks || (bytes > window.bytes && underWay.length > 0)) await change();
    }
    done = true;
    wake();
  };
  const end = async () => {
    for (;;) {
      const [first] = underWay;
      if (first === undefined) {
        if (done) return;
        await change();
        continue;
      }
      await deliver(await first.outcome);
      underWay.shift();
      bytes -= first.size;
      wake();
    }
  };
  await Promise.all([begin(), end()]);
}
