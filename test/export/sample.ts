import type { Source } from '../../src/export/archive-form.ts';
import type { Reading } from '../../src/index.ts';
import { fakeReading } from '../archive/fake-reading.ts';

/** Texts with what is hard for forms: quotes, tabs, line ends, markup, characters beyond U+FFFF, a lone surrogate, a formula. */
export const readings: readonly Reading[] = [
  fakeReading({
    text: '\u{1f600} Anna said “we\twill <go> & \u{1f601}\nmaybe win”. Boris accused Carl.\r\nRussia met Anna in Kyiv.',
    url: 'https://a.example/1',
    outlet: '=Daily',
    title: 'A "title", <b>',
    published: '2023-09-13',
  }),
  fakeReading({ text: 'A \ud800 and Anna denied “that \udc00 she was”. Nothing\0 else.' }),
  fakeReading({ text: 'Nobody speaks here.' }),
];

/** A source of readings, with how many have been taken from it. Anna is one person in all of them. */
export function sourceOf(all: Iterable<Reading>): Source & { readonly taken: () => number } {
  let taken = 0;
  const anna = { id: 'who:0123456789abcd', name: 'Anna Bold', kind: 'person', role: null, country: 'RUS' };
  return {
    taken: () => taken,
    async *readings() {
      for (const reading of all) {
        taken++;
        yield reading;
      }
    },
    async *dump() {
      yield '{"archive":1}\n';
    },
    async peopleIn(id) {
      const reading = readings.find(({ document }) => document.id === id);
      return new Map((reading?.actors ?? []).flatMap((actor) => (actor.name === 'Anna' ? [[actor.id, anna]] : [])));
    },
  };
}
