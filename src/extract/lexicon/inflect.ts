import { plural } from './plural.ts';

/** One syllable with a single vowel before its last consonant doubles it: `ban` → `banned`. */
const DOUBLES = /^[^aeiou]*[aeiou][^aeiouwxy]$/u;

/**
 * The forms of a phrase: those of its first word for a verb ("carry out" → "carried out"), of its last for a noun ("air strike" → "air strikes").
 * Irregular ones are the caller's to give.
 */
export function inflect(phrase: string, part: string): readonly string[] {
  if (part === 'n') return [phrase, plural(phrase)];
  if (part !== 'v') return [phrase];
  const blank = phrase.indexOf(' ');
  const verb = blank < 0 ? phrase : phrase.slice(0, blank);
  const rest = blank < 0 ? '' : phrase.slice(blank);
  return [verb, plural(verb), past(verb), present(verb)].map((form) => form + rest);
}

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLES.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function present(verb: string): string {
  if (/[^eoy]e$/u.test(verb)) return `${verb.slice(0, -1)}ing`;
  return DOUBLES.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
