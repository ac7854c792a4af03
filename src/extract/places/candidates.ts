import type { Span } from '../../document/span.ts';
import { acronym, type Gazetteer, shortened } from './gazetteer.ts';
import { joins, type Word } from './words.ts';

/** A stretch that may be a toponym: words `[from, to)`. */
export interface Candidate extends Span {
  readonly from: number;
  readonly to: number;
  /** What ties mentions of one name together. */
  readonly key: string;
  /** name: in the gazetteer · abbreviation: "Ala." · street: "Main Street", "Highway 19" · feature: "Coosa River" · tag: only the network says so */
  readonly found: 'name' | 'abbreviation' | 'street' | 'feature' | 'tag';
  /** Who bears the name. */
  readonly bearers: readonly { readonly place: number; readonly flag: number }[];
}

/** The longest name in words: "Democratic People's Republic of Korea" is six. */
const longest = 6;
/** Names that news use as other words far more often, single and unqualified ("Of", "Along"): function words and days are never places by the gazetteer alone. */
const never = new Set(
  (
    'the a an of in on at by to for from with and or but not no yes he she it we they you i his her its our their this that these those as is are was were be been has have had do does did will would can could may might shall should must if so than then there here when where who what which why how all any some most many more few both each every other one two three four five six seven eight nine ten first second third ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december mr mrs ms dr jr sr president minister police state city county town street road school university college church park lake river north south east west central new old great saint fort mount man men women woman god lord king queen prince bush clinton obama trump same still even only also just like after before during while since until about over under between against through because per via am pm st nd rd th us nice same most much along good best big small long short high low early late'
  ).split(' '),
);
const streets = new Set([
  'street',
  'st',
  'road',
  'rd',
  'avenue',
  'ave',
  'drive',
  'dr',
  'boulevard',
  'blvd',
  'lane',
  'ln',
  'parkway',
  'pkwy',
  'highway',
  'hwy',
  'turnpike',
  'expressway',
  'freeway',
  'bypass',
  'pike',
  'trail',
  'court',
  'way',
  'crescent',
  'close',
  'terrace',
  'circle',
]);
const roads = new Set(['interstate', 'highway', 'route', 'hwy']);
const features = new Set([
  'river',
  'creek',
  'lake',
  'bay',
  'island',
  'islands',
  'mountain',
  'mountains',
  'valley',
  'canyon',
  'forest',
  'park',
  'beach',
  'bridge',
  'airport',
  'township',
  'city',
  'borough',
  'governorate',
  'heights',
  'hills',
  'district',
  'province',
  'peninsula',
  'gulf',
  'harbor',
  'harbour',
  'hospital',
  'university',
  'college',
  'school',
  'church',
  'cemetery',
  'stadium',
  'plaza',
  'square',
  'hall',
  'center',
  'centre',
  'village',
  'county',
  'parish',
  'region',
  'sea',
  'ocean',
  'desert',
  'coast',
  'point',
  'cape',
  'springs',
  'falls',
  'pond',
  'reservoir',
  'dam',
  'mall',
  'station',
  'museum',
]);
/** Readington Township lies where Readington lies. */
const units = new Set(['township', 'county', 'parish', 'province', 'region', 'district', 'village', 'city', 'borough', 'governorate']);
const openers = new Set(['lake', 'mount', 'camp', 'cape']);

/** "U.S." keeps its last dot where a letter alone stands before it. */
function endOf(text: string, words: readonly Word[], from: number, to: number): number {
  const last = words[to - 1];
  if (!last) return 0;
  const before = words[to - 2];
  return last.text.length === 1 && to - from > 1 && before?.gap.startsWith('.') && text.charAt(last.end) === '.' ? last.end + 1 : last.end;
}

/** "EU" and "U.S." are the unions, not the town of Eu in Normandy; "Eu" is not the union. */
function fitting(
  bearers: readonly { readonly place: number; readonly flag: number }[],
  capitals: boolean,
): readonly { readonly place: number; readonly flag: number }[] {
  if (!bearers.some(({ flag }) => flag === acronym)) return bearers;
  return bearers.filter(({ flag }) => (flag === acronym) === capitals);
}

/** Whether `[from, to)` is one run of words that may stand in a name. */
function whole(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) if (!joins(words[at] as Word)) return false;
  return true;
}

function abbreviated(text: string, words: readonly Word[], from: number, gazetteer: Gazetteer): Candidate | null {
  let best: Candidate | null = null;
  const start = (words[from] as Word).start;
  for (let to = from + 1; to <= Math.min(from + 3, words.length); to++) {
    const last = words[to - 1] as Word;
    if (last.end - start > 8) break;
    for (const end of text.charAt(last.end) === '.' ? [last.end, last.end + 1] : [last.end]) {
      const place = gazetteer.abbreviations.get(text.slice(start, end));
      if (place !== undefined)
        best = { start, end, from, to, key: `=${place}`, found: 'abbreviation', bearers: [{ place, flag: shortened }] };
    }
  }
  return best;
}

/** All stretches of the text that the gazetteer, the roads' and features' words or the network's tags take for a toponym; they may overlap. */
export function candidatesOf(text: string, words: readonly Word[], tags: readonly Span[], gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  const taken = new Set<string>();
  const push = (candidate: Candidate): void => {
    const at = `${candidate.from} ${candidate.to}`;
    if (taken.has(at)) return;
    taken.add(at);
    found.push(candidate);
  };
  for (let from = 0; from < words.length; from++) {
    const word = words[from] as Word;
    if (!word.capital) continue;
    const short = abbreviated(text, words, from, gazetteer);
    if (short) push(short);
    let key = '';
    for (let to = from + 1; to <= Math.min(from + longest, words.length); to++) {
      const last = words[to - 1] as Word;
      if (last.folded === '') break;
      key = key === '' ? last.folded : `${key} ${last.folded}`;
      const { name, more } = gazetteer.look(key);
      if (name >= 0 && (last.capital || to - from > 2) && !(to === from + 1 && never.has(key) && word.text !== 'US')) {
        const end = endOf(text, words, from, to);
        const bearers = fitting(gazetteer.bearers(name), word.shouted || word.text.length === 1);
        if (bearers.length > 0) push({ start: word.start, end, from, to, key, found: 'name', bearers });
      }
      if (!more || !joins(last)) break;
    }
    // "Main Street", "Old Lexington Highway", "Coosa River": up to three capitals and the word that says what it is
    if (!word.opens || word.text.length > 3) {
      for (let to = from + 2; to <= Math.min(from + 4, words.length); to++) {
        const last = words[to - 1] as Word;
        if (!last.capital || !joins(words[to - 2] as Word)) break;
        const street = streets.has(last.text.toLowerCase());
        if (street || features.has(last.folded)) {
          const dot = street && /^(?:st|rd|ave|dr|blvd|ln|pkwy|hwy)$/i.test(last.text) && text.charAt(last.end) === '.' ? 1 : 0;
          const bare = units.has(last.folded)
            ? words
                .slice(from, to - 1)
                .map((part) => part.folded)
                .join(' ')
            : '';
          const { name } = bare === '' ? { name: -1 } : gazetteer.look(bare);
          const bearers = name < 0 ? [] : gazetteer.bearers(name).map(({ place }) => ({ place, flag: shortened }));
          push({
            start: word.start,
            end: last.end + dot,
            from,
            to,
            key: `~${text.slice(word.start, last.end).toLowerCase()}`,
            found: street ? 'street' : 'feature',
            bearers,
          });
        }
      }
    }
    const next = words[from + 1];
    if (
      next &&
      /^\d{1,4}[A-Z]?$/u.test(next.text) &&
      (word.gap === ' ' || word.gap === '-') &&
      (roads.has(word.folded) || /^(?:US|I|SR|KY|FM|Rt|Rte|Hwy)$/u.test(word.text))
    ) {
      push({ start: word.start, end: next.end, from, to: from + 2, key: `~${word.folded} ${next.folded}`, found: 'street', bearers: [] });
    }
    if (next?.capital && openers.has(word.folded) && joins(word)) {
      push({ start: word.start, end: next.end, from, to: from + 2, key: `~${word.folded} ${next.folded}`, found: 'feature', bearers: [] });
    }
  }
  tagged(text, words, tags, push);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What the network calls a place and no list holds. */
function tagged(text: string, words: readonly Word[], tags: readonly Span[], push: (candidate: Candidate) => void): void {
  let from = 0;
  for (const tag of [...tags].sort((a, b) => a.start - b.start)) {
    while (from < words.length && (words[from] as Word).end <= tag.start) from++;
    let to = from;
    while (to < words.length && (words[to] as Word).start < tag.end) to++;
    if (to <= from || !whole(words, from, to)) continue;
    const { start } = words[from] as Word;
    const last = (words[to - 1] as Word).end;
    const end = tag.end === last + 1 && text.charAt(last) === '.' ? tag.end : last;
    push({ start, end, from, to, key: `~${text.slice(start, last).toLowerCase()}`, found: 'tag', bearers: [] });
  }
}
