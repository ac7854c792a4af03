import { overlaps, type Span } from '../../document/span.ts';
import type { Candidate } from './candidates.ts';
import { alternate, type Gazetteer, type PlaceKind, shortened } from './gazetteer.ts';
import { joins, type Word } from './words.ts';

/** Takes one feature of a thing to be weighed. */
export type Take = (feature: string, value: number) => void;

/** A name as the network tags it. */
export interface Tag extends Span {
  readonly type: string;
}

/** The tags in order, found by place. */
export interface Tags {
  over(span: Span): readonly Tag[];
}

/** Tags that do not lie over one another, sorted: found by halving. */
export function tagsOf(tags: readonly Tag[]): Tags | null {
  if (tags.length === 0) return null;
  const sorted = tags.filter((tag) => tag.start < tag.end).sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    over(span) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] as Tag).end <= span.start) low = middle + 1;
        else high = middle;
      }
      const found: Tag[] = [];
      for (let at = low; at < sorted.length && (sorted[at] as Tag).start < span.end; at++)
        if (overlaps(sorted[at] as Tag, span)) found.push(sorted[at] as Tag);
      return found;
    },
  };
}

/** What is the same for all candidates of a text. */
export interface Scene {
  readonly words: readonly Word[];
  readonly candidates: readonly Candidate[];
  readonly gazetteer: Gazetteer;
  /** Null where no network has read the text. */
  readonly tags: Tags | null;
  /** Folded words that the text also prints small. */
  readonly small: ReadonlySet<string>;
  /** How many capitalised words stand in a run with a given name before them: "Paris Hilton" makes Hilton a person's name. */
  readonly people: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, readonly Candidate[]>;
  /** Candidates by their first word, and by the word after their last. */
  readonly startingAt: ReadonlyMap<number, readonly Candidate[]>;
  readonly endingAt: ReadonlyMap<number, readonly Candidate[]>;
  /** How much of the text's words are American ("sheriff", "township"), how much British and of the Commonwealth ("councillor", "metres"), from 0 to 1. */
  readonly american: number;
  readonly british: number;
  /** What the mentions of one name have together. */
  readonly shared: ReadonlyMap<string, Shared>;
}

/** How often a name has a qualifier ("Paris, Ohio") or a preposition of place before it. */
export interface Shared {
  readonly mentions: number;
  readonly qualified: number;
  readonly placed: number;
}

const american: ReadonlySet<string> = new Set(
  (
    'sheriff sheriffs county township interstate highway statewide congressman congresswoman sophomore freshman varsity semester downtown ballot republican republicans democrat democrats ' +
    'color center program governor miles felony misdemeanor indicted jurors walmart mart superintendent attorney deputies deputy troopers trooper homeowners football basketball baseball softball coach graduates zoning'
  ).split(' '),
);
const british: ReadonlySet<string> = new Set(
  (
    'councillor councillors cllr constable constabulary metres kilometres kilometre colour centre programme organisation neighbour neighbours labour tory tories mp mps mpp mla rcmp opp nhs premier whilst pupils ' +
    'favour honour defence licence cheque km pensioner magistrates mum lorry fortnight cricket rugby inspector detectives ministry'
  ).split(' '),
);
const placing = new Set(['in', 'at', 'near', 'from', 'to']);

function file<K>(table: Map<K, Candidate[]>, key: K, candidate: Candidate): void {
  const list = table.get(key);
  if (list) list.push(candidate);
  else table.set(key, [candidate]);
}

const wide: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['country', 'admin1', 'admin2', 'region']);

export function sceneOf(words: readonly Word[], candidates: readonly Candidate[], tags: Tags | null, gazetteer: Gazetteer): Scene {
  const small = new Set<string>();
  const people = new Set<string>();
  let americans = 0;
  let britons = 0;
  words.forEach((word, at) => {
    if (!word.capital) small.add(word.folded);
    if (american.has(word.folded)) americans++;
    else if (british.has(word.folded)) britons++;
    const before = words[at - 1];
    if (before?.capital && word.capital && before.gap === ' ' && gazetteer.givenNames.has(before.folded)) people.add(word.folded);
    const initial = words[at - 2];
    if (
      initial &&
      before &&
      word.capital &&
      before.text.length === 1 &&
      gazetteer.givenNames.has(initial.folded) &&
      initial.gap === ' ' &&
      before.gap === '. '
    )
      people.add(word.folded);
  });
  const byKey = new Map<string, Candidate[]>();
  const startingAt = new Map<number, Candidate[]>();
  const endingAt = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    file(byKey, candidate.key, candidate);
    file(startingAt, candidate.from, candidate);
    file(endingAt, candidate.to, candidate);
  }
  const shared = new Map<string, Shared>();
  const scene = {
    words,
    candidates,
    gazetteer,
    tags,
    small,
    people,
    byKey,
    startingAt,
    endingAt,
    shared,
    american: americans / (americans + britons + 1),
    british: britons / (americans + britons + 1),
  };
  for (const [key, mentions] of byKey) {
    let qualified = 0;
    let placed = 0;
    for (const mention of mentions) {
      if (qualifier(scene, mention)) qualified++;
      if (placing.has(words[mention.from - 1]?.text ?? '')) placed++;
    }
    shared.set(key, { mentions: mentions.length, qualified, placed });
  }
  return scene;
}

/** The place that a bearer list means where nothing else is known: the one with most people. */
export function largest(candidate: Candidate, gazetteer: Gazetteer): number {
  let best = -1;
  let most = -1;
  for (const { place, flag } of candidate.bearers) {
    const people = (gazetteer.populations[place] ?? 0) * (flag === 0 ? 1 : 0.1);
    if (people > most) [best, most] = [place, people];
  }
  return best;
}

/** The qualifier after a comma or in brackets: Ohio in "Paris, Ohio". */
export function qualifier(scene: Scene, candidate: Candidate): Candidate | null {
  const gap = scene.words[candidate.to - 1]?.gap ?? '';
  if (gap !== ', ' && gap !== ' (' && gap !== '., ') return null;
  const next = scene.startingAt.get(candidate.to) ?? [];
  return next.reduce<Candidate | null>(
    (best, other) =>
      other.bearers.some(({ place }) => wide.has(scene.gazetteer.kind(place))) && other.to > (best?.to ?? 0) ? other : best,
    null,
  );
}

function neighbour(word: Word | undefined): string {
  if (!word) return '<none>';
  if (/^\d+$/.test(word.text)) return '<number>';
  return word.text.toLowerCase();
}

/** Features by which a candidate is a toponym or not. */
export function detectionFeatures(scene: Scene, candidate: Candidate, take: Take): void {
  const { words, gazetteer } = scene;
  const first = words[candidate.from] as Word;
  const last = words[candidate.to - 1] as Word;
  const before = words[candidate.from - 1];
  const after = words[candidate.to];
  const size = candidate.to - candidate.from;
  const place = largest(candidate, gazetteer);
  const kind = place < 0 ? 'none' : gazetteer.kind(place);
  const flag = candidate.bearers.find((bearer) => bearer.place === place)?.flag ?? 0;
  const sort = candidate.found === 'name' ? kind : candidate.found;
  take('bias', 1);
  take(`sort=${sort}`, 1);
  if (flag === alternate) take('alternate', 1);
  if (flag === shortened) take(`shortened ${sort}`, 1);
  const people = Math.log10((gazetteer.populations[place] ?? 0) + 1);
  if (candidate.found === 'name') take(`people ${wide.has(kind as PlaceKind) ? 'wide' : kind}`, people / 4);
  take('many', Math.log10(candidate.bearers.length + 1));
  take(`size=${Math.min(size, 4)}`, 1);
  if (size === 1) take(`length=${Math.min(first.text.length, 6)}`, 1);
  if (size === 1 && candidate.found === 'name') {
    const news = gazetteer.news.get(first.folded);
    if (news) {
      const [small, person, placed, frequent] = news;
      take('small in news', small);
      take('person in news', person);
      take('frequent in news', frequent);
      take(placed < 0 ? 'placing unknown' : 'placed in news', placed < 0 ? 1 : placed);
    } else take('not in news', 1);
  }
  if (first.shouted && candidate.found !== 'abbreviation') take('shouted', 1);
  if (first.opens) take('opens', 1);
  if (size === 1 && scene.small.has(first.folded)) take('small elsewhere', 1);
  if (candidate.found === 'street' || candidate.found === 'feature') take(`head=${last.folded}`, 1);
  // the words beside
  const joinedBefore = before && joins(before) ? before : undefined;
  const joinedAfter = joins(last) ? after : undefined;
  const gapBefore = before ? before.gap.trim() : '';
  const gapAfter = last.gap.trim();
  take(`before=${joinedBefore ? neighbour(before) : `<${gapBefore}>`}`, 1);
  take(`after=${joinedAfter ? neighbour(after) : `<${gapAfter.charAt(0)}>`}`, 1);
  const second = words[candidate.from - 2];
  if (joinedBefore && second && joins(second)) take(`before2=${neighbour(second)} ${neighbour(before)}`, 1);
  if (joinedAfter && after && words[candidate.to + 1] && joins(after)) take(`after2=${neighbour(words[candidate.to + 1])}`, 1);
  if (joinedBefore?.capital) take(`capital before ${sort === 'country' ? 'country' : ''}`, 1);
  if (joinedAfter?.capital) take(`capital after ${sort === 'country' ? 'country' : ''}`, 1);
  if (before && !joinedBefore && gapBefore === ',' && before.capital) take('after a name and comma', 1);
  if (size === 1 && joinedAfter?.capital) take('person after', gazetteer.news.get(joinedAfter.folded)?.[1] ?? 0);
  // the whole run of capitals that holds the candidate: "University of South Carolina", "Alameda County Medical Center"
  let end = candidate.to;
  while (end < words.length && end - candidate.to < 6 && joins(words[end - 1] as Word) && (words[end] as Word).capital) end++;
  if (end > candidate.to) {
    take(`run ends=${(words[end - 1] as Word).folded}`, 1);
    take(`run after=${Math.min(end - candidate.to, 3)}`, 1);
  }
  if (joinedBefore && before?.text === 'of' && second?.capital) take(`of=${second.folded}`, 1);
  // people
  if (joinedBefore && gazetteer.givenNames.has(joinedBefore.folded)) take('given name before', 1);
  if (size === 1 && gazetteer.givenNames.has(first.folded)) take(joinedAfter?.capital ? 'given name, capital after' : 'given name', 1);
  if (size === 1 && scene.people.has(first.folded)) take("a person's name here", 1);
  // what stands with it
  const below = qualifier(scene, candidate);
  if (below)
    take(
      below.bearers.some(({ place: above }) => candidate.bearers.some((bearer) => holds(gazetteer, above, bearer.place)))
        ? 'qualified'
        : 'comma and a wide name',
      1,
    );
  const above = gapBefore === ',' && before ? (scene.endingAt.get(candidate.from) ?? []).filter((other) => other.bearers.length > 0) : [];
  if (above.length > 0)
    take(
      above.some((other) =>
        other.bearers.some(({ place: inner }) => candidate.bearers.some((bearer) => holds(gazetteer, bearer.place, inner))),
      )
        ? `qualifies ${candidate.found}`
        : 'after a place and comma',
      1,
    );
  const same = scene.shared.get(candidate.key) ?? { mentions: 1, qualified: 0, placed: 0 };
  take('often', Math.log2(same.mentions));
  if (same.qualified > (below ? 1 : 0)) take('qualified elsewhere', 1);
  if (same.placed > (placing.has(before?.text ?? '') ? 1 : 0)) take('in, at elsewhere', 1);
  // longer readings of the same words
  let longer = '';
  for (let start = Math.max(0, candidate.from - 5); start <= candidate.from; start++) {
    for (const other of scene.startingAt.get(start) ?? []) {
      if (other === candidate || other.to < candidate.to) continue;
      if (other.found === 'name') longer = 'name';
      else if (longer === '') longer = 'feature';
    }
  }
  if (longer !== '') take(`inside a longer ${longer}`, 1);
  if (scene.tags !== null) tagFeatures(candidate, scene.tags, sort, take);
}

/** What the network says. Kept apart by name, so that weights with and without it stand in one table. */
function tagFeatures(candidate: Candidate, tags: Tags, sort: string, take: Take): void {
  const hit = tags.over(candidate);
  if (hit.length === 0) take('tag none', 1);
  for (const tag of hit) {
    const how =
      tag.start === candidate.start && Math.abs(tag.end - candidate.end) <= 1
        ? 'exact'
        : tag.start <= candidate.start && candidate.end <= tag.end
          ? tag.start === candidate.start
            ? 'opens'
            : 'inside'
          : candidate.start <= tag.start && tag.end <= candidate.end
            ? 'holds'
            : 'crosses';
    take(`tag ${tag.type} ${how}`, 1);
    if (how === 'exact') take(`tag ${tag.type} exact ${sort}`, 1);
  }
}

/** Whether `outer` holds `inner`, by the tables of states and counties. */
export function holds(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  if (outer === inner) return false;
  if (gazetteer.admin1[inner] === outer + 1 || gazetteer.admin2[inner] === outer + 1) return true;
  return gazetteer.kind(outer) === 'country' && gazetteer.country(outer) === gazetteer.country(inner);
}
