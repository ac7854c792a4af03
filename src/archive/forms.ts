import { irregular, isIrregular } from './irregular.ts';

// A search for a word finds its other forms. They are made here, out of the word that is asked for, and not kept beside every word of the
// archive: nothing has to be made anew when a rule gets better, and every store finds the same (docs/decisions/014-finding-words.md).

/** Words that end as if they were a form of another, or have no forms that are worth looking for. */
const alone = new Set(
  `about above across after against all almost along already also although always among and another any anything because before below beside
  besides between beyond both but can could during each either else enough even evening ever every everything few for from hers herself him
  himself his how however indeed into its itself just less lest like many may might mine more most much must neither never news next none nor
  nothing now nowadays off often once only onto other others ought ours ourselves out over own perhaps plus quite rather series several shall
  she should since some something somewhat soon species such than that the their theirs them themselves then there these they this those
  though through throughout thus till together too toward towards under unless until unlike upon very versus via well what whatever when where
  whereas whether which while who whom whose why will with within without would yes yet you your yours yourself`
    .trim()
    .split(/\s+/),
);

const vowel = /[aeiouy]/;
/** One vowel between consonants, as in stop and plan: its last letter is doubled, and what has it single had an e: hoped, planed. */
const isShort = (word: string): boolean => /^[^aeiouy]*[aeiouy][^aeiouywx]$/.test(word);
const endsSingle = (word: string): boolean => /[^aeiouy][aeiouy][^aeiouywx]$/.test(word);

/** What may stand before -ed and -ing. @example stems('stopp') // ['stop'] */
function stems(rest: string): readonly string[] {
  if (rest.length < 2 || !vowel.test(rest)) return [];
  if (/([^aeiouy])\1$/.test(rest)) return /(?:ll|ss|ff|zz)$/.test(rest) ? [rest, rest.slice(0, -1)] : [rest.slice(0, -1)];
  if (isShort(rest)) return [`${rest}e`];
  return /[cgsvuz]$/.test(rest) && !/(?:ss|ng)$/.test(rest) ? [`${rest}e`, rest] : [rest, `${rest}e`];
}

/** The words of which one may be a form by rule, itself among them. */
function lemmas(word: string): readonly string[] {
  const found = [word];
  const { length } = word;
  if (length > 4 && word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  else if (length > 4 && /(?:ss|sh|ch|x|zz|o)es$/.test(word)) found.push(word.slice(0, -2), word.slice(0, -1));
  else if (length > 3 && /[^siu]s$/.test(word)) found.push(word.slice(0, -1));
  if (length > 4 && word.endsWith('ied')) found.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith('eed')) found.push(...(length > 4 ? [word.slice(0, -1)] : []));
  else if (length > 3 && word.endsWith('ed')) found.push(...stems(word.slice(0, -2)));
  if (length > 4 && word.endsWith('ying')) found.push(word.slice(0, -3), `${word.slice(0, -4)}ie`);
  else if (length > 4 && word.endsWith('ing')) found.push(...stems(word.slice(0, -3)));
  return found.filter((lemma) => lemma.length > 1);
}

const plural = (word: string): string =>
  /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`;

/** Its forms by rule; of words of more than one syllable both, since their stress decides: visited, admitted. */
function inflected(word: string): readonly string[] {
  const plurals = word.endsWith('o') ? [`${word}s`, `${word}es`] : [plural(word)];
  const doubled = endsSingle(word) || isShort(word) ? [`${word}${word.at(-1)}`] : [];
  const before = isShort(word) ? doubled : [word, ...doubled];
  if (/(?:[^eoy])e$/.test(word))
    return [word, ...plurals, `${word}d`, `${word.endsWith('ie') ? `${word.slice(0, -2)}y` : word.slice(0, -1)}ing`];
  if (word.endsWith('e')) return [word, ...plurals, `${word}d`, `${word}ing`];
  if (/[^aeiou]y$/.test(word)) return [word, ...plurals, `${word.slice(0, -1)}ied`, `${word}ing`];
  return [word, ...plurals, ...before.flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}

/**
 * A term with its other forms: plurals and singulars, past and present. A few that are no words at all are among them: they stand nowhere.
 * @example forms('accused') // ['accused', 'accuse', 'accuses', 'accusing', …]
 */
export function forms(term: string): readonly string[] {
  if (alone.has(term) || !/^[a-z]{3,30}$/.test(term))
    return irregular(term).length === 0 ? [term] : [...new Set([term, ...irregular(term).flat()])];
  const own = irregular(term).flat();
  // What is a form of an irregular word is none by rule as well: `lives` is no form of liv.
  const byRule = lemmas(term).flatMap((lemma) =>
    isIrregular(lemma) ? irregular(lemma).flat() : own.length > 0 && lemma !== term ? [] : inflected(lemma),
  );
  return [...new Set([term, ...own, ...byRule])];
}
