import { grouped } from '../../people/grouped.ts';
import type { Reading } from '../../reading/schema.ts';
import type { Driver } from '../driver.ts';
import { itemsOf } from '../find.ts';
import type { Item, Query } from '../query.ts';
import { readingOf } from '../reading.ts';
import { terms } from '../terms.ts';
import { accusation } from './accusation.ts';
import { distinct, partsOf, type Seen, seen } from './load.ts';
import { firstPrinted } from './timeline.ts';

/** Why a denial is taken for one of a claim. */
export const claimReasons = {
  answers: 'it answers the claim in the same article',
  accused: 'it is by whom the article says to be accused',
  act: 'the same act by the same actors upon the same recipients, told and denied within a month',
} as const;

/** Somebody's claim and its denial. */
export interface Claim {
  readonly claim: Item;
  readonly denial: Item;
  readonly reason: (typeof claimReasons)[keyof typeof claimReasons];
  /** How many texts have the denial in these words, and how many independent origins they have. */
  readonly documents: number;
  readonly origins: number;
}

export interface Claims {
  readonly claims: readonly Claim[];
  readonly all: number;
}

interface Pair {
  readonly claim: { readonly document: number; readonly local: string };
  readonly denial: Seen;
  readonly reason: keyof typeof claimReasons;
}

const USUAL = 20;
/** Days between a claim and its denial. */
const MONTH = 31;

/** The pairs within an article. */
function within(reading: Reading, denials: readonly Seen[]): readonly Pair[] {
  return denials.flatMap((denial): readonly Pair[] => {
    const record = [...reading.quotations, ...reading.events].find(({ id }) => id === denial.local);
    if (record === undefined) return [];
    const { document } = denial;
    if (record.answers != null) return [{ claim: { document, local: record.answers }, denial, reason: 'answers' }];
    const accused = 'content' in record && record.denied ? accusation(reading, record) : undefined;
    return accused === undefined ? [] : [{ claim: { document, local: accused.id }, denial, reason: 'accused' }];
  });
}

/** What is done by whom to whom; null where that is not known to the name. */
function actOf(event: Seen): string | null {
  const [actors, recipients] = [partsOf(event, 'a'), partsOf(event, 'r')];
  if (actors.length === 0 || recipients.length === 0 || [...actors, ...recipients].some(({ kind }) => kind === 'unnamed')) return null;
  const ids = (some: typeof actors) => [...new Set(some.map(({ id }) => id))].sort().join(' ');
  return `${event.type} ${ids(actors)} > ${ids(recipients)}`;
}

const days = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

/** The pairs over articles: an act that one tells and another, or the same, denies. */
async function across(driver: Driver, denials: readonly Seen[]): Promise<readonly Pair[]> {
  const events = denials.filter(({ type, date }) => type !== null && date !== '');
  if (events.length === 0) return [];
  const told = grouped(await seen(driver, { sort: 'event', negated: false }), actOf);
  return events.flatMap((denial): readonly Pair[] => {
    const act = actOf(denial);
    const claims = act === null ? [] : (told.get(act) ?? []).filter(({ date }) => date !== '' && days(date, denial.date) <= MONTH);
    const claim = firstPrinted(claims);
    return claim === undefined ? [] : [{ claim, denial, reason: 'act' }];
  });
}

/** Claims and their denials; the filters are for the denial. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
export async function claims(driver: Driver, query: Query): Promise<Claims> {
  const denials = await seen(driver, { ...query, negated: true });
  const pairs: Pair[] = [];
  for (const [document, some] of grouped(denials, (one) => one.document)) pairs.push(...within(await readingOf(driver.db, document), some));
  const paired = new Set(pairs.map(({ denial }) => denial));
  pairs.push(
    ...(await across(
      driver,
      denials.filter((one) => !paired.has(one)),
    )),
  );
  const found: { readonly pair: Pair; readonly denial: Item; readonly key: string }[] = [];
  for (const pair of pairs) {
    const [denial] = await itemsOf(driver, [pair.denial]);
    if (denial !== undefined) found.push({ pair, denial, key: `${pair.reason} ${terms(denial.words).join(' ')}` });
  }
  const all = [...grouped(found, ({ key }) => key).values()];
  const shown: Claim[] = [];
  for (const some of all.slice(0, query.limit ?? USUAL)) {
    const lead = firstPrinted(some.map(({ pair }) => pair.denial));
    const one = some.find(({ pair }) => pair.denial === lead);
    const [claim] = one === undefined ? [] : await itemsOf(driver, [{ ...one.pair.claim, date: one.pair.denial.date }]);
    if (one === undefined || claim === undefined) continue;
    shown.push({
      claim,
      denial: one.denial,
      reason: claimReasons[one.pair.reason],
      documents: distinct(some, ({ pair }) => pair.denial.document),
      origins: distinct(some, ({ pair }) => pair.denial.story),
    });
  }
  return { claims: shown, all: all.length };
}
