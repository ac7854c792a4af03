import { expect, test } from 'vitest';
import type { Reading } from '../../reading/schema.ts';
import { accusation } from './accusation.ts';

/** A reading of which accusations (`who accused whom`) and one quotation (`who CUE [words]`) are known. */
function read(
  text: string,
  cue: string,
  speaker: string,
  accused: readonly (readonly [verb: string, by: string, whom: string])[],
): Reading {
  const words = text.slice(text.indexOf('[') + 1, text.indexOf(']'));
  const plain = text.replace(/[[\]]/g, '');
  const at = (part: string) => ({ start: plain.indexOf(part), end: plain.indexOf(part) + part.length });
  const names = [...new Set([speaker, ...accused.flatMap(([, by, whom]) => [by, whom])])];
  return {
    document: { text: plain },
    actors: names.map((name) => ({ id: name, name })),
    quotations: [{ id: 'q1', cue: at(cue), content: [at(words)], speakers: [speaker] }],
    events: accused.map(([verb, by, whom], i) => ({
      ...{ id: `e${i + 1}`, type: 'ACCUSE', negated: false, quotation: null, trigger: at(verb), actor: [by], recipient: [whom] },
    })),
  } as unknown as Reading;
}
const found = (reading: Reading) => accusation(reading, reading.quotations[0] as Reading['quotations'][number])?.id;
const between = 'Nobody else spoke of it that day, and the reporters went home in the rain. '.repeat(12);

test.each<[string, string | undefined, Reading]>([
  [
    'in the same sentence',
    'e1',
    read('Officials accuse Moscow of meddling in the vote, [something] Moscow denies.', 'denies', 'Moscow', [
      ['accuse', 'Officials', 'Moscow'],
    ]),
  ],
  [
    'pointing back from near',
    'e1',
    read('Tyson accused Fairfax of assault. Fairfax denied [the accusation].', 'denied', 'Fairfax', [['accused', 'Tyson', 'Fairfax']]),
  ],
  [
    'in the same words from far',
    'e1',
    read(`Lee accused Cruz of taking money from the port. ${between} Cruz denied [that the port had given him money].`, 'denied', 'Cruz', [
      ['accused', 'Lee', 'Cruz'],
    ]),
  ],
  [
    'of two the one that it speaks of',
    'e1',
    read(
      'Lee accused Cruz of taking money from the port. May blamed Cruz for the storm. Cruz denied [that the port gave him money].',
      'denied',
      'Cruz',
      [
        ['accused', 'Lee', 'Cruz'],
        ['blamed', 'May', 'Cruz'],
      ],
    ),
  ],
  [
    'not of something else from far',
    undefined,
    read(`Lee accused Cruz of taking money. ${between} Cruz denied [that a fence was ever planned].`, 'denied', 'Cruz', [
      ['accused', 'Lee', 'Cruz'],
    ]),
  ],
  [
    'not what is refused',
    undefined,
    read('Lee accused Cruz of lies. Cruz refused [to answer it].', 'refused', 'Cruz', [['accused', 'Lee', 'Cruz']]),
  ],
  ['not of oneself', undefined, read('Cruz blamed Cruz for it. Cruz denied [that].', 'denied', 'Cruz', [['blamed', 'Cruz', 'Cruz']])],
  ['not of another', undefined, read('Lee accused May of lies. Cruz denied [that].', 'denied', 'Cruz', [['accused', 'Lee', 'May']])],
])('a denial answers an accusation: %s', (_, wanted, reading) => {
  expect(found(reading)).toBe(wanted);
});
