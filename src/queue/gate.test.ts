import { expect, test } from 'vitest';
import { Gate } from './gate.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

test('many go together, one that wants to be alone is alone, and nobody waits for ever', async () => {
  const gate = new Gate();
  let [inside, most, alone] = [0, 0, 0];
  const visit = (wantsAlone: boolean) =>
    gate.with(wantsAlone, async () => {
      inside++;
      most = Math.max(most, inside);
      await soon();
      if (wantsAlone) {
        expect(inside).toBe(1);
        alone++;
      }
      inside--;
    });
  await Promise.all(Array.from({ length: 40 }, (_, i) => visit(i % 7 === 3)));
  expect(alone).toBe(6);
  expect(most).toBeGreaterThan(3);
});

test('what fails inside lets the next in', async () => {
  const gate = new Gate();
  await expect(gate.with(true, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.with(true, async () => 7)).toBe(7);
});
