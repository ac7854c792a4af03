import { describe, expect, test } from 'vitest';
import { read } from '../fixtures/engine.ts';

/** What is said in a text, intents left out. */
async function said(text: string): Promise<string[]> {
  const { quotations, document } = await read(text, '2023-09-13');
  return quotations
    .filter(({ stance }) => stance !== 'intent')
    .map(({ content }) => content.map(({ start, end }) => document.text.slice(start, end)).join(' … '));
}

describe('nobody says anything', () => {
  test.each([
    ['scare quotes', 'The so-called “smart” bombs fell on the outskirts of the town, and the road was closed for two days.'],
    ['a title', 'The film “The Third Man” was shown again in Vienna on Friday, seventy years after its premiere.'],
    ['a book', 'Her novel “A Long Way Home” has sold two million copies since it came out in March.'],
    ['a name in marks', 'The ship, nicknamed “Old Faithful”, left the harbour at dawn with forty people on board.'],
    ['feet and inches', 'The suspect is 6\'2" tall and weighs 180 pounds; he was last seen near the station.'],
    ['inches', 'Workers laid a 36" pipe under the river and a 12" line beside it.'],
    ['minutes of arc', 'The wreck lies at 54°12\'30" north, in eighty metres of water.'],
    ['plain report', 'Rain fell over most of the country on Tuesday. Two roads were closed and a bridge was damaged.'],
    ['contractions', "The workers' union didn't meet on Monday; it's the members' holiday and the hall wasn't open."],
    ['years', "The party won the elections of '92 and '96, and lost that of '00."],
  ])('%s', async (_, text) => {
    expect(await said(text)).toEqual([]);
  });
});

describe('somebody does', () => {
  test.each([
    ['direct', '“We will not sign the treaty,” the president said on Tuesday.', 'We will not sign the treaty'],
    ['indirect', 'The president said on Tuesday that her country would not sign the treaty.', 'her country would not sign the treaty'],
    ['according to', 'According to the police, two men were arrested near the border.', 'two men were arrested near the border'],
    ['belief', 'Experts believe that the deal will be signed by the end of the year.', 'the deal will be signed by the end of the year'],
    ['denial', 'The minister denied that he had met the ambassador.', 'he had met the ambassador'],
  ])('%s', async (_, text, content) => {
    expect((await said(text)).join(' | ')).toContain(content);
  });
});
