import { ReadoutError } from '../../error.ts';
import type { Driver } from '../driver.ts';
import { itemsOf } from '../find.ts';
import { parseId } from '../ids.ts';
import type { Item } from '../query.ts';
import { documentRow } from '../show.ts';
import { terms } from '../terms.ts';
import { distinct, partsOf, type Seen, seen, seenBy } from './load.ts';
import { byPrinting, firstPrinted } from './timeline.ts';
import { type Change, changeOf } from './wording.ts';

/** One text that has it. */
export interface Print {
  readonly item: Item;
  /** Against the first printing. */
  readonly change: 'first' | Change;
  /** Whether it is put into another's mouth. */
  readonly otherSpeaker: boolean;
  /** Texts of one number are near copies of one article. */
  readonly origin: number;
  /** In how many places this very text was printed. */
  readonly printings: number;
}

/** A quotation or event across outlets. */
export interface Lineage {
  readonly id: string;
  /** All places where it was printed. */
  readonly articles: number;
  readonly documents: number;
  /** Independent origins: "14 articles, 3 origins". */
  readonly origins: number;
  readonly outlets: readonly string[];
  /** The oldest first. */
  readonly prints: readonly Print[];
}

/** So many words in a row find a wording again, and so many such rows are looked for. */
const ROW = 5;
const ROWS = 8;
const MOST = 1000;
/** A day told from another day: time zones, and papers that print on the morrow. */
const DAYS = 3;

/** Rows of words spread over a quotation, so that it is found by what a cut has left. */
function rowsOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length <= ROW) return [words];
  const last = words.length - ROW;
  const starts = new Set(Array.from({ length: ROWS }, (_, i) => Math.round((i * last) / (ROWS - 1))));
  return [...starts].map((start) => words.slice(start, start + ROW));
}

async function sameWords(driver: Driver, words: readonly string[]): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const row of rowsOf(words)) {
    const rows = await driver.db
      .selectFrom('records')
      .select('id')
      .where('kind', 'is not', null)
      .where(driver.words.found([{ columns: ['words'], phrases: [row] }]))
      .orderBy('code')
      .orderBy('seq')
      .limit(MOST)
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return [...found];
}

const act = (event: Seen): string =>
  JSON.stringify([
    event.type,
    event.negated,
    ...(['a', 'r'] as const).map((part) => [...new Set(partsOf(event, part).map(({ id }) => id))].sort()),
  ]);

async function sameAct(driver: Driver, event: Seen): Promise<readonly Seen[]> {
  const known = [...partsOf(event, 'a', 'r')].some(({ kind }) => kind !== 'unnamed');
  if (!known || event.date === '' || event.type === null) return [event];
  const day = Date.parse(event.date);
  const all = await seen(driver, { sort: 'event', type: event.type });
  return all.filter((one) => act(one) === act(event) && Math.abs(Date.parse(one.date) - day) <= DAYS * 86_400_000);
}

async function printingsOf(driver: Driver, some: readonly Seen[]): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const { document } of some) {
    if (counts.has(document)) continue;
    const rows = await driver.db.selectFrom('printings').select('id').where('document', '=', document).execute();
    counts.set(document, rows.length);
  }
  return counts;
}

const speakersOf = (one: Seen) => new Set(partsOf(one, 's').map(({ id }) => id));

/** A quotation or event wherever it was printed: first, cut, altered, and from how many origins. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
export async function lineage(driver: Driver, id: string): Promise<Lineage> {
  const { id: document, sha } = await documentRow(driver.db, id);
  const local = parseId(id)?.local ?? '';
  const row = await driver.db
    .selectFrom('records')
    .select('id')
    .where('document', '=', document)
    .where('local', '=', local)
    .executeTakeFirst();
  const [own] = row === undefined ? [] : await seenBy(driver, [row.id]);
  const [item] = own === undefined ? [] : await itemsOf(driver, [own]);
  if (own === undefined || item === undefined)
    throw new ReadoutError('READOUT_RECORD_NOT_FOUND', `The document has no record “${id}”.`, `See readout show ${sha.slice(0, 12)}.`);
  const words = terms(item.words);
  const candidates = own.type !== null ? await sameAct(driver, own) : await seenBy(driver, await sameWords(driver, words));
  const like = await Promise.all(candidates.map(async (one) => ({ one, item: (await itemsOf(driver, [one]))[0] })));
  const found = like.flatMap(({ one, item: other }) =>
    other !== undefined && (one.id === own.id || own.type !== null || changeOf(words, terms(other.words)) !== null)
      ? [{ one, item: other }]
      : [],
  );
  const first = firstPrinted(found.map(({ one }) => one)) ?? own;
  const firstWords = terms(found.find(({ one }) => one === first)?.item.words ?? item.words);
  const places = await printingsOf(
    driver,
    found.map(({ one }) => one),
  );
  const stories = [...new Set(found.map(({ one }) => one.story))];
  const inOrder = [...found].sort((a, b) => byPrinting(a.one, b.one));
  const origins = new Map<string, number>();
  for (const { one } of inOrder) origins.set(one.story, origins.get(one.story) ?? origins.size + 1);
  const mouths = speakersOf(first);
  const prints = inOrder.map(({ one, item: other }): Print => {
    const speakers = speakersOf(one);
    return {
      item: other,
      change: one === first ? 'first' : own.type !== null ? 'same' : (changeOf(firstWords, terms(other.words)) ?? 'altered'),
      otherSpeaker: mouths.size > 0 && speakers.size > 0 && ![...speakers].some((speaker) => mouths.has(speaker)),
      origin: origins.get(one.story) ?? 0,
      printings: places.get(one.document) ?? 1,
    };
  });
  return {
    id: own.id,
    articles: [...places.values()].reduce((sum, count) => sum + count, 0),
    documents: distinct(found, ({ one }) => one.document),
    origins: stories.length,
    outlets: [...new Set(found.flatMap(({ one }) => one.outlet ?? []))].sort(),
    prints,
  };
}
