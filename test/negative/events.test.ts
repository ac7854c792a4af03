import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paragraphs as paragraphsOf } from '../../src/document/paragraphs.ts';
import { sentences as sentencesOf } from '../../src/document/sentences.ts';
import { triggersOf } from '../../src/extract/events/triggers.ts';
import { prose as proseOf } from '../../src/extract/names/index.ts';
import { eventTypes } from '../../src/reading/schema.ts';
import { read } from '../fixtures/engine.ts';
import { testLexicon } from '../fixtures/lexicon.ts';
import { signalsOf } from '../fixtures/signals.ts';

type Type = (typeof eventTypes)[number];

/** For each type sentences in which its words mean something else, with the word that misleads. */
const negatives: readonly (readonly [Type, string, string])[] = [
  ['AGREE', 'The two friends agreed to disagree about the film.', 'agreed'],
  ['AGREE', 'Her great deal of experience helped the team.', 'deal'],
  ['AGREE', 'The neon sign over the bar was switched off.', 'sign'],
  ['CONSULT', 'Production was raised to meet demand for the new phone.', 'meet'],
  ['CONSULT', 'Climbers reached the summit of Mount Everest at noon.', 'summit'],
  ['SUPPORT', 'The actress won an award for her supporting role.', 'supporting'],
  ['SUPPORT', 'He spent a week on life support after the crash.', 'support'],
  ['CONCEDE', 'The goalkeeper conceded two goals in the first half.', 'conceded'],
  ['CONCEDE', 'The press release described the new phone.', 'release'],
  ['COOPERATE', 'The price of milk rose in the cooperative store.', 'cooperative'],
  ['COOPERATE', 'The share price rose by three per cent.', 'share'],
  ['AID', 'His hearing aid stopped working during the concert.', 'aid'],
  ['AID', 'The hedge fund had a bad year.', 'fund'],
  ['RETREAT', 'Tourists withdrew cash at the airport.', 'withdrew'],
  ['RETREAT', 'The yoga retreat in the hills was fully booked.', 'retreat'],
  ['REQUEST', 'Supply and demand set the price of wheat.', 'demand'],
  ['REQUEST', 'She learnt the trade in a call center.', 'call'],
  ['ACCUSE', 'The campaign ran attack ads on local television.', 'attack'],
  ['ACCUSE', 'He left his phone at the charging station.', 'charging'],
  ['ACCUSE', 'The space probe sent pictures of Saturn.', 'probe'],
  ['REJECT', 'The doctors feared organ rejection after the transplant.', 'rejection'],
  ['REJECT', 'The family lives in a block of flats near the river.', 'block'],
  ['THREATEN', 'The service issued a weather warning for the coast.', 'warning'],
  ['THREATEN', 'Clouds and a threat of rain kept visitors away.', 'threat'],
  ['PROTEST', 'Shares rallied on Friday after strong results.', 'rallied'],
  ['PROTEST', 'March Madness begins next week with sixteen games.', 'March'],
  ['SANCTION', 'The crowd was fired up before the concert.', 'fired'],
  ['SANCTION', 'The player scored from a penalty kick in the last minute.', 'penalty'],
  ['MOBILIZE', 'England won the test match by four wickets.', 'test'],
  ['MOBILIZE', 'The product launch was watched by thousands of fans.', 'launch'],
  ['COERCE', 'He died after a cardiac arrest at home.', 'arrest'],
  ['COERCE', 'The novel captured the imagination of young readers.', 'captured'],
  ['ASSAULT', 'The senators fought a battle of wits over the crossword on Tuesday.', 'battle'],
  ['ASSAULT', 'Parents must strike a balance between work and family, the author writes.', 'strike'],
  ['ASSAULT', 'The war on drugs has been a theme of the series.', 'war'],
  ['ASSAULT', 'The mayor died of a heart attack on Monday.', 'attack'],
  ['MOBILIZE', 'Sun Microsystems launched a new workstation in 1987.', 'Sun'],
];

/** The same words meaning what they say: one of the two must come out, so that the test does not hang on a hair of one network. */
const positives: readonly (readonly [Type, string, string])[] = [
  [
    'AGREE',
    'France and Germany signed a trade deal in Paris on Monday.',
    'The two governments agreed to end the dispute, the ministers said.',
  ],
  ['CONSULT', 'President Macron met Chancellor Merkel in Berlin on Monday.', 'The foreign minister visited Tokyo for talks on Tuesday.'],
  ['SUPPORT', 'The prime minister praised the Ukrainian president on Tuesday.', 'The senator endorsed the governor for president.'],
  ['CONCEDE', 'The president resigned on Friday after weeks of protests.', 'The government apologized to the victims and lifted the ban.'],
  [
    'COOPERATE',
    'The two agencies shared intelligence and cooperated closely.',
    'Spain extradited the former minister to Mexico on Monday.',
  ],
  ['AID', 'The European Union gave Ukraine 500 million euros in humanitarian aid.', 'Germany donated medicine and food to the refugees.'],
  [
    'RETREAT',
    'Russia withdrew its troops from the city of Kherson on Wednesday.',
    'The rebels laid down their arms and surrendered to the army.',
  ],
  ['REQUEST', 'The United Nations urged Israel to stop the strikes.', 'The opposition demanded that the president resign.'],
  ['ACCUSE', 'The minister accused Russia of spying on the parliament.', 'Prosecutors charged the former governor with corruption.'],
  ['REJECT', 'The president rejected the demand of the opposition on Monday.', 'Iran refused to hold talks with the United States.'],
  [
    'THREATEN',
    'North Korea threatened the United States with a nuclear attack.',
    'The general warned the rebels that the army would attack the city.',
  ],
  [
    'PROTEST',
    'Thousands of people marched in Minsk on Sunday to protest against the government.',
    'Protesters blocked roads in Paris on Saturday.',
  ],
  ['SANCTION', 'The United States imposed sanctions on Iran on Thursday.', 'Poland expelled three Russian diplomats.'],
  ['MOBILIZE', 'North Korea tested a ballistic missile on Sunday.', 'The United States deployed 3,000 troops to the border.'],
  [
    'COERCE',
    'Police arrested three journalists in Istanbul on Monday.',
    'A court in Moscow sentenced the opposition leader to nine years in prison.',
  ],
  [
    'ASSAULT',
    'Rebels attacked an army base near Aleppo on Tuesday and killed ten soldiers.',
    'Gunmen killed four police officers in Karachi.',
  ],
];

test('at least two negatives and a positive for each type', () => {
  for (const type of eventTypes) {
    expect(negatives.filter(([of]) => of === type).length).toBeGreaterThanOrEqual(2);
    expect(positives.filter(([of]) => of === type)).toHaveLength(1);
  }
});

describe('no such event', () => {
  test.each(negatives)('%s: %s', async (type, text) => {
    const { events } = await read(text, '2023-09-13');
    expect(events.filter((event) => event.type === type && !event.negated && !event.hypothetical)).toEqual([]);
  });
});

describe('the words of data/not-events.tsv forbid it even where the network sees one', () => {
  test.each(negatives.filter(([, , word]) => word !== 'Sun'))('%s: %s', (type, text, word) => {
    const paragraphs = paragraphsOf(text);
    const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
    const prose = proseOf(text, paragraphs, sentences);
    expect(triggersOf(signalsOf(text, { events: { [type]: [word] } }), prose, testLexicon)).toEqual([]);
  });
});

describe('such an event', () => {
  test.each(positives)('%s: %s', async (type, ...texts) => {
    const events = (await Promise.all(texts.map((text) => read(text, '2023-09-13')))).flatMap((reading) => reading.events);
    expect(events.filter((event) => event.type === type && !event.negated && !event.hypothetical)).not.toEqual([]);
  });
});

test('no row stands twice', () => {
  const rows = readFileSync(new URL('../../data/not-events.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t').slice(0, 3).join('\t'));
  expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
});
