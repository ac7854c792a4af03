import type { Lexicon } from '../lexicon/index.ts';
import type { NameType } from './name.ts';
import type { Prose, Run } from './prose.ts';

const ORGANISATION_WORDS = new Set(
  (
    'department ministry university institute committee bureau office council court center centre association society union federation league organization organisation commission authority agency bank board party congress parliament ' +
    'school college church museum library academy foundation fund alliance front army corps police force forces inc corp co ltd llc plc gmbh ag group company corporation holdings partners industries airlines airways motors systems technologies ' +
    'news times post journal tribune herald gazette chronicle globe press radio tv television network magazine daily review observer campaign administration coalition project service services club caucus senate house assembly ' +
    'democrats republicans lawmakers hospital team brigade militia movement taskforce institution trust exchange secretariat embassy consulate treasury registry laboratory studios entertainment media'
  ).split(' '),
);
const PLACE_WORDS = new Set(
  'city county street avenue river lake mountain mountains island islands province region district valley airport square park bridge road highway bay sea ocean beach hill hills hotel tower cosmodrome base village town'.split(
    ' ',
  ),
);

/** What a run of capitals most likely names, from its own words and those beside it. */
export function typeOfRun(prose: Prose, lexicon: Lexicon, run: Run, titled: boolean): NameType {
  if (titled) return 'person';
  const { words } = prose;
  const parts = words.slice(run.from, run.to).filter((word) => word.shape !== 'mark');
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return 'other';
  if (parts.some((word) => ORGANISATION_WORDS.has(word.lower)) && !lexicon.given.has(first.lower)) return 'organisation';
  if (parts.length > 1 && PLACE_WORDS.has(last.lower)) return 'place';
  const next = words[run.to];
  if (next?.shape === 'lower' && PLACE_WORDS.has(next.lower)) return 'place';
  const before = words[run.from - 1];
  if (parts.length === 1 && first.shape === 'caps' && first.text.length <= 6) return 'organisation';
  if (first.text.length === 1 && words[run.from + 1]?.text === '.' && parts.every((word) => word.text.length === 1)) return 'organisation';
  if (parts.length > 1 && lexicon.given.has(first.lower)) return 'person';
  if (before !== undefined && before.lower !== 'the' && lexicon.roles.get(before.lower)?.kind === 'person') return 'person';
  if (before?.lower === 'the') return parts.length > 1 || first.shape === 'caps' ? 'organisation' : 'unknown';
  if (['in', 'at', 'near'].includes(before?.lower ?? '') && parts.length <= 2) return 'place';
  if (parts.length >= 2 && parts.length <= 4) return 'person';
  return parts.length === 1 ? 'unknown' : 'organisation';
}
