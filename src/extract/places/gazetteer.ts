import { ReadoutError } from '../../error.ts';

/** What a place is. */
export type PlaceKind =
  | 'country'
  | 'admin1'
  | 'admin2'
  | 'capital'
  | 'seat'
  | 'town'
  | 'part'
  | 'continent'
  | 'region'
  | 'water'
  | 'height'
  | 'building';

/** How a name belongs to its place: its own, one of other languages or ages, cut short ("Vanderburgh" for the county), or capitals ("EU"). */
export const primary = 0;
export const alternate = 1;
export const shortened = 2;
export const acronym = 3;

/** How news print a word: shares small, as a person's name, after a preposition of place (-1: unknown), and how often (logarithm). See data/places-words.tsv. */
export type Shares = readonly [small: number, person: number, placed: number, frequent: number];

interface Head {
  readonly form: number;
  readonly places: number;
  readonly names: number;
  readonly links: number;
  readonly kinds: readonly PlaceKind[];
  readonly countries: readonly string[];
  readonly demonyms: Readonly<Record<string, readonly number[]>>;
  readonly abbreviations: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly givenNames: readonly string[];
  readonly news: Readonly<Record<string, Shares>>;
  readonly sections: Readonly<Record<string, number>>;
}

/** All places by number, in columns; names point to them. Numbers are this file's own, ids are GeoNames'. */
export interface Gazetteer {
  readonly size: number;
  readonly ids: Int32Array;
  /** Ten-thousandths of a degree. */
  readonly lats: Int32Array;
  readonly lons: Int32Array;
  readonly populations: Uint32Array;
  /** The state and the county or district that hold a place: their numbers plus one, 0 for none. */
  readonly admin1: Int32Array;
  readonly admin2: Int32Array;
  readonly demonyms: ReadonlyMap<string, readonly number[]>;
  readonly abbreviations: ReadonlyMap<string, number>;
  readonly weights: ReadonlyMap<string, number>;
  readonly givenNames: ReadonlySet<string>;
  readonly news: ReadonlyMap<string, Shares>;
  kind(place: number): PlaceKind;
  /** ISO 3166 alpha-2, '' for what lies in several countries or none. */
  country(place: number): string;
  name(place: number): string;
  /** The number of the folded name (see fold.ts), -1 where nobody bears it, and whether longer names begin with it and a space. */
  look(folded: string): { readonly name: number; readonly more: boolean };
  /** The places that bear a name, and how. */
  bearers(name: number): readonly { readonly place: number; readonly flag: number }[];
}

const damaged = (what: string, cause?: unknown): ReadoutError =>
  new ReadoutError(
    'READOUT_LEXICON_INVALID',
    `The gazetteer is damaged: ${what}.`,
    'Install Readout again, or make data/gazetteer.br anew with scripts/gazetteer.mjs.',
    cause,
  );

/** 32-bit numbers from their byte planes (the first plane holds the lowest bytes). */
function fromPlanes(bytes: Uint8Array): Uint32Array {
  const length = bytes.length / 4;
  const out = new Uint32Array(length);
  for (let at = 0; at < length; at++) {
    out[at] =
      ((bytes[at] ?? 0) |
        ((bytes[length + at] ?? 0) << 8) |
        ((bytes[2 * length + at] ?? 0) << 16) |
        ((bytes[3 * length + at] ?? 0) << 24)) >>>
      0;
  }
  return out;
}

/** Numbers kept as zigzag steps from one to the next. */
function fromSteps(bytes: Uint8Array): Int32Array {
  const steps = fromPlanes(bytes);
  const out = new Int32Array(steps.length);
  let sum = 0;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] ?? 0;
    sum += (step >>> 1) ^ -(step & 1);
    out[at] = sum;
  }
  return out;
}

/** Where each line of `bytes` begins, and one past the end of the last. */
function lineStarts(bytes: Uint8Array, lines: number): Uint32Array {
  const starts = new Uint32Array(lines + 1);
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && line < lines; at = bytes.indexOf(10, at + 1)) starts[line++] = at + 1;
  starts[lines] = bytes.length + 1;
  return starts;
}

function sums(counts: Uint32Array): Uint32Array {
  const out = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) out[at + 1] = (out[at] ?? 0) + (counts[at] ?? 0);
  return out;
}

/**
 * Opens the unpacked bytes of data/gazetteer.br: four bytes of length, a head in JSON, then the columns that the head lists.
 * Names stay bytes and are found by halving; only what is asked for becomes a string.
 * @throws ReadoutError READOUT_LEXICON_INVALID when the bytes are not such a file.
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  if (bytes.length < 8) throw damaged('it is too short');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  let head: Head;
  try {
    head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
  } catch (error) {
    throw damaged('its head cannot be read', error);
  }
  const sections = new Map<string, Uint8Array>();
  let from = 4 + length;
  for (const [name, size] of Object.entries(head.sections ?? {})) {
    sections.set(name, bytes.subarray(from, from + size));
    from += size;
  }
  if (head.form !== 1 || from !== bytes.length) throw damaged('its parts do not fit their lengths');
  const section = (name: string): Uint8Array => {
    const found = sections.get(name);
    if (!found) throw damaged(`it lacks ${name}`);
    return found;
  };
  const keys = section('keys');
  const keyStarts = lineStarts(keys, head.names);
  const firsts = sums(fromPlanes(section('counts')));
  const links = fromPlanes(section('links'));
  const flags = section('flags');
  const names = section('names');
  const nameStarts = lineStarts(names, head.places);
  const kinds = section('kinds');
  const countries = section('countries');
  const decoder = new TextDecoder();

  /** Below 0 where the key comes before `word`, above where after; 1 too where it only begins with it. */
  const compare = (key: number, word: string): number => {
    const start = keyStarts[key] ?? 0;
    const size = (keyStarts[key + 1] ?? 0) - 1 - start;
    const shared = Math.min(size, word.length);
    for (let at = 0; at < shared; at++) {
      const difference = (keys[start + at] ?? 0) - word.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return size - word.length;
  };
  const beginsWith = (key: number, word: string): boolean => {
    const start = keyStarts[key] ?? 0;
    if (key >= head.names || (keyStarts[key + 1] ?? 0) - 1 - start <= word.length) return false;
    for (let at = 0; at < word.length; at++) if (keys[start + at] !== word.charCodeAt(at)) return false;
    return keys[start + word.length] === 32;
  };
  return {
    size: head.places,
    ids: fromSteps(section('ids')),
    lats: fromSteps(section('lats')),
    lons: fromSteps(section('lons')),
    populations: fromPlanes(section('populations')),
    admin1: fromSteps(section('admin1')),
    admin2: fromSteps(section('admin2')),
    demonyms: new Map(Object.entries(head.demonyms)),
    abbreviations: new Map(Object.entries(head.abbreviations)),
    weights: new Map(Object.entries(head.weights ?? {})),
    givenNames: new Set(head.givenNames ?? []),
    news: new Map(Object.entries(head.news ?? {})),
    kind: (place) => head.kinds[kinds[place] ?? 0] ?? 'town',
    country: (place) => head.countries[countries[place] ?? 0] ?? '',
    name: (place) => decoder.decode(names.subarray(nameStarts[place] ?? 0, (nameStarts[place + 1] ?? 1) - 1)),
    look(folded) {
      let low = 0;
      let high = head.names;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(middle, folded) < 0) low = middle + 1;
        else high = middle;
      }
      const exact = low < head.names && compare(low, folded) === 0;
      return { name: exact ? low : -1, more: beginsWith(exact ? low + 1 : low, folded) };
    },
    bearers(name) {
      const found: { place: number; flag: number }[] = [];
      for (let at = firsts[name] ?? 0; at < (firsts[name + 1] ?? 0); at++) found.push({ place: links[at] ?? 0, flag: flags[at] ?? 0 });
      return found;
    },
  };
}
