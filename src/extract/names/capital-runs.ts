import { type Prose, possessiveAt, type Run } from './prose.ts';

/** Small words inside names of people. */
const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'la',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'bint',
  'ibn',
  'al',
  'el',
  'ul',
  'da',
  'dos',
  'do',
  'di',
  'du',
  'le',
  'ben',
  'abu',
  'y',
  'ter',
  'zu',
]);
/** Nouns after which `of`, `for`, `on` and `and` go on with the name: "Department of Health and Human Services". */
const ORGANISATION_HEADS = new Set(
  (
    'department ministry university house institute committee bureau office council court center centre association society union federation league organization organisation commission authority agency bank board party ' +
    'congress parliament school college church museum library academy foundation fund alliance front army state republic kingdom conference coalition campaign project service division city town county board board centers ' +
    'chamber secretary minister director daughters sons friends students veterans mothers citizens doctors knights bank college'
  ).split(' '),
);
const JOINERS = new Set(['of', 'for', 'on', 'and', 'the', 'in', '&', 'to']);
/** Words that are capital only because they open a sentence. */
const OPENERS = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my your who what when where why how which whose in on at by for from with without to of as if but and or nor so yet because since ' +
    'while although though after before until during under over about against among between through despite unlike like according also however meanwhile moreover furthermore still then there here now not no yes some many most few both all each every ' +
    'one two three four five six seven eight nine ten another other others such even just only once later earlier today yesterday tomorrow instead indeed perhaps maybe asked speaking citing following added adding said says told ' +
    'more than last next first second third new old former several is are was were be been has have had do does did will would can could may might must should shall let get got well oh ok okay please thank thanks ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'
  ).split(' '),
);
const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter'.split(
    ' ',
  ),
);

const capital = (prose: Prose, at: number): boolean => {
  const shape = prose.words[at]?.shape;
  return shape === 'capital' || shape === 'caps';
};

/** Whether a word at the start of a sentence or quotation proves nothing by its capital. */
export function opensSentence(prose: Prose, at: number): boolean {
  const before = prose.words[at - 1];
  const word = prose.words[at];
  if (before === undefined || word === undefined || before.sentence !== word.sentence) return true;
  return (
    before.shape === 'mark' &&
    /^[“"‘'([:•—–\-.!?]$/u.test(before.text) &&
    !(before.glued && before.text === '-') &&
    !(before.text === '.' && prose.words[at - 2]?.text.length === 1)
  );
}

const usable = (prose: Prose, at: number): boolean => {
  const word = prose.words[at];
  if (word === undefined || !capital(prose, at) || CALENDAR.has(word.lower)) return false;
  // "New York", and not "New evidence".
  if (word.lower === 'new') return capital(prose, at + 1);
  return (
    !OPENERS.has(word.lower) ||
    (word.shape === 'caps' && word.text.length > 1 && !opensSentence(prose, at) && !['THE', 'AND', 'OF'].includes(word.text))
  );
};

/**
 * Runs of capitalised words that look like names: "Kim Jong-un", "U.S. Department of Health and Human Services", "O'Brien".
 * What the network overlooks, and all there is where it is absent.
 */
export function capitalRuns(prose: Prose): readonly Run[] {
  const runs: Run[] = [];
  const { words } = prose;
  for (let at = 0; at < words.length; ) {
    if (!usable(prose, at)) {
      at++;
      continue;
    }
    const to = endOfRun(prose, at);
    runs.push({ from: at, to });
    at = to;
  }
  return runs;
}

function endOfRun(prose: Prose, from: number): number {
  const { words } = prose;
  const sentence = words[from]?.sentence;
  let to = from + 1;
  let heads = ORGANISATION_HEADS.has(words[from]?.lower ?? '');
  for (;;) {
    const next = words[to];
    if (next === undefined || next.sentence !== sentence) return to;
    if (next.text === '.' && next.glued && dotted(prose, to)) {
      to++;
      continue;
    }
    if (next.text === '-' && next.glued && words[to + 1]?.glued && words[to + 1]?.shape !== 'mark') {
      to += 2;
      continue;
    }
    if (possessiveAt(prose, to) > 0) return to;
    if ((next.text === "'" || next.text === '’') && next.glued && words[to + 1]?.glued && capital(prose, to + 1)) {
      to += 2;
      continue;
    }
    if (usable(prose, to) && !(next.glued && words[to - 1]?.text !== '.' && words[to - 1]?.text !== '-')) {
      heads ||= ORGANISATION_HEADS.has(next.lower);
      to++;
      continue;
    }
    const bridge = bridgeAt(prose, to, heads);
    if (bridge === 0) return to;
    to += bridge;
  }
}

/** A dot that belongs to the name: after an initial or `Jr`, `St`, `Sen`. */
function dotted(prose: Prose, at: number): boolean {
  const before = prose.words[at - 1];
  const after = prose.words[at + 1];
  if (before === undefined) return false;
  if (before.text.length === 1 && before.shape !== 'number') return true;
  return (
    /^(?:jr|sr|st|mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|capt|maj|adm|rev|prof|sens|reps|cmdr|messrs|hon|brig|cpl)$/u.test(before.lower) &&
    (after === undefined || after.sentence === before.sentence)
  );
}

/** Number of small words at `at` that lead on to another capital: particles in people's names, `of` and `and` in organisations'. */
function bridgeAt(prose: Prose, at: number, heads: boolean): number {
  for (let length = 1; length <= 3; length++) {
    const word = prose.words[at + length - 1];
    if (word === undefined || word.shape === 'mark') {
      if (word?.text === '-' && length > 1 && word.glued && prose.words[at + length]?.glued && capital(prose, at + length)) return length;
      return 0;
    }
    const particle = PARTICLES.has(word.lower) && word.shape === 'lower';
    if (!particle && !(heads && JOINERS.has(word.lower) && word.shape === 'lower') && word.text !== '&') return 0;
    if (usable(prose, at + length)) return word.lower === 'and' && length === 1 && !heads ? 0 : length;
  }
  return 0;
}
