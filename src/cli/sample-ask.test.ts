import { expect, test } from 'vitest';
import type { Judgement, Sample, Verdict } from '../archive/sample/sample.ts';
import { askAll } from './sample-ask.ts';
import { judgementsIn } from './sample-run.ts';

const drawn = (...verdicts: readonly (Verdict | null)[]): Sample =>
  ({
    id: 1,
    items: verdicts.map((verdict, at) => ({
      n: at + 1,
      record: `r${at + 1}`,
      verdict,
      note: null,
      item: null,
      type: 'direct',
      outlet: null,
      weight: 1,
    })),
  }) as unknown as Sample;

/** Presses keys and tells what was kept, and which records were shown. */
async function press(sample: Sample, keys: string) {
  const left = [...keys];
  const kept: Judgement[] = [];
  const shown: string[] = [];
  await askAll(
    sample,
    {
      key: async () => left.shift() ?? null,
      print: async (text) => void shown.push(...(/^(\d+) of/m.exec(text)?.slice(1) ?? [])),
    },
    async (judgement) => void kept.push(judgement),
  );
  return { kept: kept.map(({ n, verdict }) => `${n} ${verdict}`), shown: shown.join(' ') };
}

test.each([
  ['each is asked once', [null, null, null], 'ynu', ['1 right', '2 wrong', '3 unsure'], '1 2 3'],
  ['what has a verdict is passed over', ['right', null, 'wrong', null], 'YN', ['2 right', '4 wrong'], '2 4'],
  ['back and said anew', [null, null], 'ybny', ['1 right', '1 wrong', '2 right'], '1 2 1 2'],
  ['later leaves it open', [null, null, null], 'sy', ['2 right'], '1 2 3'],
  ['other keys ask again', [null], 'x?y', ['1 right'], '1 1 1'],
  ['q stops', [null, null], 'yq', ['1 right'], '1 2'],
  ['Ctrl-C stops', [null, null], '\u0003y', [], '1'],
  ['so does the end of the input', [null, null], '', [], '1'],
] as const)('%s', async (_, verdicts, keys, kept, shown) => {
  expect(await press(drawn(...verdicts), keys)).toEqual({ kept, shown });
});

test('verdicts come as lines, or as the sheet that --json printed', () => {
  const right = { n: 1, verdict: 'right' };
  const wrong = { record: 'abcdef:q1', verdict: 'wrong', note: 'no' };
  expect(judgementsIn(`${JSON.stringify(right)}\n\n${JSON.stringify(wrong)}\n`, 'f')).toEqual([right, wrong]);
  const sheet = {
    id: 3,
    items: [
      { ...right, item: {} },
      { n: 2, verdict: null },
    ],
  };
  expect(judgementsIn(JSON.stringify(sheet), 'f')).toEqual([right]);
  for (const bad of ['nonsense', '{"verdict":"right"}', '{"n":1,"verdict":"maybe"}', '[]'])
    expect(() => judgementsIn(bad, 'f')).toThrowError(expect.objectContaining({ code: 'READOUT_USAGE' }));
});
