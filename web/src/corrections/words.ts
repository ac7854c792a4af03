import type { Correction, Kept } from '../../../src/archive/corrections/correction.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { flagWords } from '../records/flags.ts';

const list = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : names.map(oneLine).join(', '));

const flagsWords = (flags: Readonly<Record<string, boolean | string | undefined>>): string =>
  Object.entries(flags)
    .flatMap(([flag, value]) =>
      value === undefined ? [] : [typeof value === 'string' ? `a ${value}` : flagWords(flag)[value ? 'set' : 'not']],
    )
    .join(', ');

function done(correction: Correction): string {
  switch (correction.what) {
    case 'merge':
      return `${list(correction.people.map(({ name }) => name))} are one person`;
    case 'split':
      return `${list([...new Set(correction.actors.map(({ name }) => name))])} is another person in ${correction.actors.length === 1 ? 'one article' : `${correction.actors.length} places`}`;
    case 'rename':
      return `${oneLine(correction.person.name)} is called ${oneLine(correction.name)}`;
    case 'accept':
      return 'right as it stands';
    case 'reject':
      return 'quotation' in correction.record ? 'no quotation' : 'no event';
    case 'type':
      return `the type is ${correction.type.toLowerCase()}`;
    case 'flags':
      return flagsWords(correction.flags);
    case 'speaker':
      return `said by ${list(correction.who.map(({ name }) => name))}`;
    case 'actor':
      return `done by ${list(correction.who.map(({ name }) => name))}`;
    case 'recipient':
      return `done to ${list(correction.who.map(({ name }) => name))}`;
  }
}

/** `Quotation 3`, by the id of a record. */
export const recordWords = (record: string): string => {
  const local = record.split(':').at(-1) ?? record;
  return `${local.startsWith('q') ? 'Quotation' : 'Event'} ${local.slice(1)}`;
};

/** A correction in words. @example 'Quotation 3: said by Ann Lee' */
export function correctionWords({ correction, record }: Kept): string {
  const what = done(correction);
  if (!('record' in correction)) return what;
  return `${record === null ? ('quotation' in correction.record ? 'A quotation' : 'An event') : recordWords(record)}: ${what}`;
}
