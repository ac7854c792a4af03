import { expect, it } from 'vitest';
import { weaknesses } from './examples.ts';
import type { GoldArticle } from './gold.ts';
import { judge } from './judge.ts';

const article = (id: string, title: string): GoldArticle => ({
  id,
  text: `Words of ${title} about an attack.`,
  title,
  published: null,
  outlet: 'x',
  agency: false,
  actors: [],
  quotations: [{ kind: 'indirect', content: [[0, 5]], cue: null, source: null, speaker: null }],
  events: [],
});
const nothing = { document: { text: '' }, actors: [], quotations: [], events: [] } as unknown as Parameters<typeof judge>[1];
const judged = [article('press-1', 'Press'), article('wikinews-1', 'Wikinews'), article('not-wikinews-1', 'Other')];

it('the text of the press is counted and never shown', () => {
  const missed = weaknesses(judged.map((one) => judge(one, nothing))).filter(({ times }) => times > 0);
  expect(missed).toEqual([
    {
      what: 'Quotations that it does not see, or less than half of',
      times: 3,
      of: 'of 3 in the gold',
      examples: ['- … **Words** of Wikinews about an attack.… is indirect (*Wikinews*)'],
    },
  ]);
});
