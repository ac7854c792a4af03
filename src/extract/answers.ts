import { slice } from '../document/span.ts';
import type { Event, Quotation } from '../reading/schema.ts';
import type { Lexicon } from './lexicon/index.ts';
import type { Trace } from './why.ts';

/** Quotations before a denial, and after it, among which the claim is looked for. */
const BACK = 12;
const ON = 3;
/** Events on either side of a denied one among which the claimed one is looked for. */
const EVENTS = 60;
/** Shared words, and their share of the denial's, from which two quotations speak of the same; fewer are enough where the claim names who denies it. */
const SHARED = 3;
const SHARED_IF_NAMED = 2;
const SHARE = 0.5;
/** "dismissed a challenge" denies nothing: these cues deny only where a clause or a claim follows. */
const UNSURE = /^(?:reject|dismiss)/u;
const CLAIM =
  /^\W*(?:that|as|any|the|all|these|such|those|\p{L}+)?\s*(?:that|claims?|accusations?|allegations?|suggestions?|reports?|charges?|notions?|idea)\b/iu;
const COMMON = new Set(
  'that this these those with from have been were will would could should about there their they them then than what when which while after before into over more most some such also only other said says told because between among against under very just being does did doing having made make makes people government country year years time week'.split(
    ' ',
  ),
);

/**
 * Pairs denials with what they deny: "X said A; Y denied A" gives Y's quotation `answers` X's. Rather none than a wrong one: another speaker, and shared words;
 * for events the same type told by another with an actor in common, once denied and once not.
 */
export function pairDenials(
  text: string,
  quotations: readonly Quotation[],
  events: readonly Event[],
  names: ReadonlyMap<string, string>,
  lexicon: Lexicon,
  trace: Trace,
): { quotations: Quotation[]; events: Event[] } {
  const content = quotations.map((quotation) => stems(quotation.content.map((part) => slice(text, part)).join(' ')));
  const answered = new Map<string, string>();
  quotations.forEach((denial, at) => {
    if (!denies(text, denial, lexicon) || denial.speaker === null) return;
    const name = stems(names.get(denial.speaker) ?? '');
    let best: { id: string; shared: readonly string[] } | null = null;
    for (let other = Math.max(0, at - BACK); other <= Math.min(quotations.length - 1, at + ON); other++) {
      const claim = quotations[other] as Quotation;
      if (other === at || claim.speaker === null || claim.denied || claim.stance !== 'statement') continue;
      if (claim.speakers.some((id) => denial.speakers.includes(id)) || overlap(claim, denial)) continue;
      const words = content[other] as ReadonlySet<string>;
      const shared = [...(content[at] as ReadonlySet<string>)].filter((stem) => words.has(stem));
      const named = [...name].some((stem) => words.has(stem));
      // What follows the denial repeats a claim more seldom than what stands before it.
      const wanted = (named ? SHARED_IF_NAMED : SHARED) + (other > at ? 1 : 0);
      if (
        shared.length >= wanted &&
        shared.length >= SHARE * (content[at]?.size ?? 0) &&
        (best === null || shared.length >= best.shared.length)
      )
        best = { id: claim.id, shared };
    }
    if (best === null) return;
    const { id, shared } = best;
    answered.set(denial.id, id);
    trace.note(() => ({
      record: `content@${denial.content[0]?.start ?? 0}`,
      field: 'answers',
      value: `“${shared.join(' ')}”`,
      by: 'rule:denies the same words',
      score: null,
      rejected: [],
    }));
  });
  return {
    quotations: quotations.map((quotation) => ({ ...quotation, answers: answered.get(quotation.id) ?? null })),
    events: events.map((event, at) => ({
      ...event,
      answers:
        (event.quotation === null ? undefined : answered.get(event.quotation)) ??
        claimOf(event, events.slice(Math.max(0, at - EVENTS), at + EVENTS)) ??
        null,
    })),
  };
}

/** The quotation in which another claims the act that this event denies. */
function claimOf(denial: Event, around: readonly Event[]): string | undefined {
  if (!denial.negated || denial.saidBy === null) return undefined;
  const claims = around.filter(
    (claim) =>
      claim.type === denial.type &&
      !claim.negated &&
      !claim.hypothetical &&
      claim.quotation !== null &&
      claim.saidBy !== null &&
      claim.saidBy !== denial.saidBy &&
      claim.actor.some((id) => denial.actor.includes(id)) &&
      claim.recipient.length + denial.recipient.length > 0 &&
      (claim.recipient.some((id) => denial.recipient.includes(id)) ||
        (claim.recipient.length * denial.recipient.length === 0 && claim.actor.includes(denial.saidBy ?? ''))),
  );
  const before = claims.filter(({ trigger }) => trigger.start < denial.trigger.start).at(-1);
  return (before ?? claims[0])?.quotation ?? undefined;
}

function denies(text: string, { cue, content }: Quotation, lexicon: Lexicon): boolean {
  const said = slice(text, content[0] ?? { start: 0, end: 0 });
  return (
    cue !== null &&
    slice(text, cue)
      .toLowerCase()
      .split(/[^a-z]+/u)
      .some((word) => lexicon.cues.get(word)?.kind === 'deny' && (!UNSURE.test(word) || CLAIM.test(said)))
  );
}

const overlap = (a: Quotation, b: Quotation): boolean =>
  a.content.some((one) => b.content.some((other) => one.start < other.end && other.start < one.end));

/** The words that carry what is said, cut down to what their forms share. */
function stems(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/\p{L}{4,30}/gu) ?? [])
    if (!COMMON.has(word)) found.add(word.replace(/(?:ings?|ed|es|s|ions?|ly)$/u, '').slice(0, 8));
  return found;
}
