import { slice } from '../../document/span.ts';
import type { Event, Quotation, Reading } from '../../reading/schema.ts';
import { surroundings, wordsOf } from '../rows.ts';
import { terms } from '../terms.ts';

/** How it is said that an accusation is not true. Who refused a question or ruled a fence out has denied nothing. */
const DENIES =
  /^(?:den(?:y|ies|ied|ying|ial|ials)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disavow(?:s|ed|ing)?|contest(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|debunk(?:s|ed|ing)?)$/u;
/** What points back at something that was said before: "denied the claim", "denied it", "denied any wrongdoing". */
const BACK =
  /\b(?:claims?|accusations?|allegations?|charges?|criticisms?|reports?|assertions?|rumou?rs?|wrongdoing|it|that|this|them|those|so|something|anything|involvement|responsibility)\b/iu;

/** In characters of the text: so near before the denial is what it points back at, and so near is what it speaks of in the same words. */
const [NEAR, FAR] = [500, 4000];
const SAME_WORDS = 2;
/** Common words of four letters and more, which two sentences share by chance. */
const common = new Set(
  `about after also been before being could does doing from have having into just like more most much only other over said says should some
  such than that their them then there these they this those through very well were what when where which while will with would your`
    .trim()
    .split(/\s+/),
);

/** What a text speaks of: its longer words, by how they begin, since one says "colluded" and the other "collusion". */
const topics = (text: string, without: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(terms(text).flatMap((term) => (term.length < 4 || common.has(term) || without.has(term) ? [] : [term.slice(0, 5)])));

const deniesIt = ({ document: { text } }: Reading, { cue }: Quotation): boolean =>
  cue !== null && terms(slice(text, cue)).some((term) => DENIES.test(term));

/** An accusation that a denial answers: made by somebody else against who denies, and spoken of in the same words, or pointed back at from near. */
export function accusation(reading: Reading, denial: Quotation): Event | undefined {
  if (!deniesIt(reading, denial)) return undefined;
  const { text } = reading.document;
  const start = denial.content[0]?.start ?? 0;
  const words = wordsOf(text, denial);
  const isBack = words.length < 80 && BACK.test(words);
  const known = (event: Event) =>
    new Set(reading.actors.filter(({ id }) => [...event.actor, ...event.recipient].includes(id)).flatMap(({ name }) => terms(name)));
  const candidates = reading.events.flatMap((event) => {
    const { type, negated, recipient, actor, trigger, quotation } = event;
    const distance = start - trigger.start;
    if (type !== 'ACCUSE' || negated || quotation === denial.id || distance <= 0 || distance > FAR) return [];
    if (!recipient.some((id) => denial.speakers.includes(id)) || actor.some((id) => denial.speakers.includes(id))) return [];
    const around = surroundings(text, trigger);
    const names = known(event);
    const own = topics(words, names);
    const shared = [...topics(slice(text, around), names)].filter((topic) => own.has(topic)).length;
    const pointed = around.end >= start || (isBack && distance <= NEAR);
    return shared >= SAME_WORDS || pointed ? [{ event, shared, distance }] : [];
  });
  return candidates.sort((a, b) => b.shared - a.shared || a.distance - b.distance)[0]?.event;
}
