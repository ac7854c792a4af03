import { parseId } from '../../archive/ids.ts';
import type { Archive } from '../../archive/port.ts';
import { ReadoutError } from '../../error.ts';
import { verify } from '../../reading/verify.ts';
import { type Evidence, toldOf } from './evidence.ts';

/** Whether what is claimed holds, and on what that stands. */
export interface Verdict {
  readonly holds: boolean;
  readonly faults: readonly string[];
  readonly document: string;
  readonly slices: readonly Evidence[];
}

/** Every place where words stand in a text, to the character. */
function placesOf(text: string, words: string): readonly Evidence[] {
  const found: Evidence[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < 20; at = text.indexOf(words, at + words.length))
    found.push({ of: 'words', start: at, end: at + words.length, words });
  return found;
}

/**
 * Checks a record or document: its text against its hash, every slice, whether the record is there; and whether words that somebody
 * claims to cite stand in the text to the character. @throws ReadoutError READOUT_RECORD_NOT_FOUND
 */
export async function verdictOn(archive: Archive, id: string, words: string | undefined): Promise<Verdict> {
  const { reading } = await archive.document(id);
  const local = parseId(id)?.local ?? null;
  const told = local === null ? null : toldOf(reading, local);
  if (told === undefined) throw new ReadoutError('READOUT_RECORD_NOT_FOUND', `There is no record ${id}.`, 'search gives ids.');
  const faults = verify(reading).map(({ at, fault }) => `${at}: ${fault}`);
  const cited = words === undefined || words === '' ? [] : placesOf(reading.document.text, words);
  if (words !== undefined && cited.length === 0) faults.push('The words do not stand in the text as they are given.');
  return { holds: faults.length === 0, faults, document: reading.document.id, slices: [...cited, ...(told?.slices ?? [])] };
}
