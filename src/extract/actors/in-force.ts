import type { Pronoun } from '../lexicon/index.ts';
import type { Gathering } from './gathering.ts';
import { type Antecedent, antecedents } from './pronouns.ts';

/** "I" of a quotation that nobody is named beside. */
const SPEAKER: Pronoun = { person: '1', number: 's', gender: null, case: 'subject' };

/** Who is most in the reader's mind at a word, best first, by the weights of a person's pronoun: the one an unnamed speaker is. */
export function inForce(gathering: Gathering, at: number): readonly Antecedent[] {
  const { recent } = gathering;
  let low = 0;
  let high = recent.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((recent[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return antecedents(gathering, SPEAKER, at, recent, low);
}
