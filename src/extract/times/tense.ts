import { at, type Token, word } from './tokens.ts';

const ahead = new Set([
  'will', 'shall', 'll', 'would', 'could', 'might', 'may', 'should', 'scheduled', 'schedule', 'expected', 'expects', 'expect', 'due', 'plan', 'plans', 'planned', 'planning', 'set', 'upcoming',
  'going', 'until', 'till', 'expire', 'expires', 'deadline', 'payable', 'slated', 'forthcoming', 'proposed', 'anticipated', 'anticipates', 'intends', 'hopes', 'hope', 'likely', 'must', 'by',
  'starting', 'beginning', 'effective', 'tomorrow', 'aims', 'vowed', 'pledged', 'promised', 'invited', 'next', 'extended', 'matures', 'mature', 'maturing', 'awaits', 'awaiting', 'ahead',
]);

const behind = new Set([
  'said', 'told', 'was', 'were', 'did', 'had', 'been', 'has', 'have', 'since', 'met', 'began', 'went', 'came', 'took', 'made', 'got', 'gave', 'held', 'won', 'lost', 'fell', 'rose', 'left', 'sent', 'ago',
  'saw', 'found', 'became', 'wrote', 'spoke', 'ran', 'stood', 'broke', 'cut', 'paid', 'sold', 'bought', 'grew', 'led', 'kept', 'brought', 'built', 'shot', 'struck', 'hit', 'earlier', 'previous',
]);

/** Words ending in -ed that tell nothing of the past. */
const notPast = new Set(['united', 'need', 'red', 'indeed', 'bed', 'seed', 'speed', 'feed', 'hundred', 'armed', 'limited', 'alleged', 'aged', 'shed', 'fed', 'med', 'exceed', 'proceed', 'succeed', 'agreed']);

const reach = 14;

const ends = (tokens: readonly Token[], index: number): boolean => {
  const mark = word(tokens, index);
  if (mark === '\n' || mark === '!' || mark === '?' || mark === ';') return true;
  return mark === '.' && at(tokens, index + 1).capital && word(tokens, index - 1).length > 3;
};

function told(token: Token): 'future' | 'past' | null {
  if (ahead.has(token.word) && !(token.word === 'may' && token.capital)) return 'future';
  if (behind.has(token.word) || (token.word.endsWith('ed') && token.word.length > 3 && !notPast.has(token.word))) return 'past';
  return null;
}

/**
 * Whether the verbs around the expression `[from, to)` look forward or back: the nearest on its left in the sentence ("is due to close Monday"),
 * else the nearest on its right ("On Tuesday, the panel will vote").
 */
export function tenseAround(tokens: readonly Token[], from: number, to: number): 'future' | 'past' | null {
  for (let index = from - 1; index >= from - reach && !ends(tokens, index); index--) {
    const tense = told(at(tokens, index));
    if (tense !== null) return tense;
  }
  for (let index = to; index < to + reach && !ends(tokens, index); index++) {
    const tense = told(at(tokens, index));
    if (tense !== null) return tense;
  }
  return null;
}
