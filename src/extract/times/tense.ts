import { at, reads, type Token, word } from './tokens.ts';

/** Words after which a day or month lies ahead. Learnt from TimeBank's weekdays and months; "by", "next", "plan" and "hope" turned out to tell nothing. */
const ahead = new Set([
  'will',
  'shall',
  'll',
  'would',
  'could',
  'might',
  'may',
  'should',
  'scheduled',
  'expected',
  'expects',
  'expect',
  'due',
  'plans',
  'planned',
  'planning',
  'upcoming',
  'until',
  'till',
  'expire',
  'expires',
  'deadline',
  'payable',
  'slated',
  'forthcoming',
  'proposed',
  'anticipated',
  'anticipates',
  'intends',
  'hopes',
  'likely',
  'must',
  'effective',
  'tomorrow',
  'aims',
  'vowed',
  'pledged',
  'promised',
  'extended',
  'matures',
  'maturing',
  'awaits',
  'awaiting',
  'effect',
  'starts',
  'begins',
  'opens',
  'leaves',
  'arrives',
  'resumes',
  'ends',
  'prepares',
  'preparing',
  'ahead',
]);

/** Verb forms that look back, besides those in -ed. */
const behind = new Set([
  'said',
  'told',
  'was',
  'were',
  'did',
  'had',
  'been',
  'has',
  'have',
  'since',
  'met',
  'began',
  'went',
  'came',
  'took',
  'made',
  'got',
  'gave',
  'held',
  'won',
  'lost',
  'fell',
  'rose',
  'left',
  'sent',
  'ago',
  'saw',
  'found',
  'became',
  'wrote',
  'spoke',
  'ran',
  'stood',
  'broke',
  'cut',
  'paid',
  'sold',
  'bought',
  'grew',
  'led',
  'kept',
  'brought',
  'built',
  'shot',
  'struck',
  'hit',
  'earlier',
  'previous',
  'read',
  'set',
]);

/** Words ending in -ed that tell nothing of the past. */
const notPast = new Set([
  'united',
  'need',
  'red',
  'indeed',
  'bed',
  'seed',
  'speed',
  'feed',
  'hundred',
  'armed',
  'limited',
  'alleged',
  'aged',
  'shed',
  'fed',
  'med',
  'exceed',
  'proceed',
  'succeed',
]);

/** How many tokens away a verb still counts. */
const reach = 14;

const ends = (tokens: readonly Token[], index: number): boolean => {
  const mark = word(tokens, index);
  if (mark === '\n' || mark === '!' || mark === '?' || mark === ';') return true;
  return mark === '.' && at(tokens, index + 1).capital && at(tokens, index + 1).spaced && word(tokens, index - 1).length > 2;
};

function told(tokens: readonly Token[], index: number): 'future' | 'past' | null {
  const token = at(tokens, index);
  if (ahead.has(token.word)) return token.word === 'may' && token.capital ? null : 'future';
  if ((token.word === 'set' || token.word === 'going') && (reads(tokens, index + 1, 'to') || reads(tokens, index + 1, 'for')))
    return 'future';
  if (token.word === 'as' && (reads(tokens, index + 1, 'early', 'as') || reads(tokens, index + 1, 'soon', 'as'))) return 'future';
  if (behind.has(token.word) || (token.word.endsWith('ed') && token.word.length > 3 && !notPast.has(token.word))) return 'past';
  return null;
}

/**
 * Whether the verbs around the expression `[from, to)` look forward or back: the nearest on its left in the sentence ("is due to close Monday"),
 * else the nearest on its right ("On Tuesday, the panel will vote"). "Wednesday's ruling" is past.
 */
export function tenseAround(tokens: readonly Token[], from: number, to: number): 'future' | 'past' | null {
  if ((word(tokens, to) === "'" || word(tokens, to) === '’') && word(tokens, to + 1) === 's') return 'past';
  for (let index = from - 1; index >= from - reach && !ends(tokens, index); index--) {
    const tense = told(tokens, index);
    if (tense !== null) return tense;
  }
  for (let index = to; index < to + reach && !ends(tokens, index); index++) {
    const tense = told(tokens, index);
    if (tense !== null) return tense;
  }
  return null;
}
