import type { Span } from '../../../document/span.ts';
import type { EventNumber } from '../../../reading/schema.ts';
import type { Amount } from './amounts.ts';

/** Whom one counts. */
const PEOPLE =
  /^(?: (?:more|other|others|of (?:the|its|their|them)|\p{Ll}{2,14}|\p{Lu}\p{L}{2,14})){0,2}? (?:people|persons|civilians|soldiers|troops|officers|policemen|police|men|women|children|boys|girls|students|protesters|protestors|demonstrators|marchers|workers|militants|fighters|rebels|insurgents|terrorists|gunmen|migrants|refugees|residents|villagers|passengers|prisoners|detainees|inmates|hostages|journalists|activists|members|marines|servicemen|personnel|victims|casualties|suspects|supporters|guards|hospitalizations|diplomats|employees|families|bodies|lives|deaths|arrests|injuries)\b/u;
/** What befell them, behind the number and its noun: "20 people were killed", "20 dead", "dozens wounded". */
const AFTER: readonly (readonly [EventNumber['kind'], RegExp])[] = [
  [
    'dead',
    /^[^.;:,“”"]{0,40}?\b(?:were (?:\p{Ll}+ )?killed|was killed|are dead|were dead|dead|died|killed|lives|deaths|were shot dead|have been killed|had been killed|have died|had died|bodies|were executed|beheaded)\b/u,
  ],
  ['wounded', /^[^.;:,“”"]{0,40}?\b(?:wounded|injured|injuries|hurt|hospitali[sz]ed)\b/u],
  ['missing', /^[^.;:,“”"]{0,30}?\b(?:missing|unaccounted for)\b/u],
  ['arrested', /^[^.;:,“”"]{0,40}?\b(?:arrested|detained|arrests|in custody|jailed|imprisoned)\b/u],
  ['abducted', /^[^.;:,“”"]{0,40}?\b(?:kidnapped|abducted|taken hostage)\b/u],
];
/** The same before it: "killed at least 20", "arresting 40 protesters". */
const BEFORE: readonly (readonly [EventNumber['kind'], RegExp])[] = [
  ['dead', /\b(?:kill(?:s|ed|ing)?|deaths? of|killing of|claimed the lives of|death toll (?:to|at|of|was|is)|left)\s+$/u],
  ['wounded', /\b(?:wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)|hurt(?:ing)?)\s+(?:another\s+)?$/u],
  [
    'arrested',
    /\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|jail(?:s|ed|ing)?|arrests? of|detention of|round(?:ed|ing)? up)\s+(?:another\s+)?$/u,
  ],
  ['abducted', /\b(?:kidnap(?:s|ped|ping)?|abduct(?:s|ed|ing)?|kidnapping of|abduction of)\s+(?:another\s+)?$/u],
];
/** Characters around an amount that are asked. */
const REACH = 60;

/** What an amount counts, told by the words beside it in its sentence; null where they tell nothing that belongs to an act. */
export function kindOf(text: string, amount: Amount, sentence: Span): EventNumber['kind'] | null {
  if (amount.other) return null;
  if (amount.currency !== null) return 'money';
  const behind = text.slice(amount.end, Math.min(sentence.end, amount.end + REACH));
  const ahead = text.slice(Math.max(sentence.start, amount.start - REACH), amount.start);
  const nextNumber = /\d|\b(?:and|but|while|another|dozens|scores)\b/u.exec(behind.slice(1));
  // "killed 20 and wounded 30": what stands behind the next number is the next number's.
  const own = nextNumber ? behind.slice(0, nextNumber.index + 1) : behind;
  const told = BEFORE.find(
    ([kind, pattern]) => pattern.test(ahead) && !(kind === 'dead' && /\bleft\s+$/u.test(ahead) && !/\bdead\b/u.test(own)),
  );
  const wounded = AFTER[1]?.[1];
  if (told) return told[0] === 'dead' && /\bleft\s+$/u.test(ahead) && wounded?.test(own) ? 'wounded' : told[0];
  const suffered = AFTER.find(([, pattern]) => pattern.test(own));
  if (suffered) return suffered[0];
  return PEOPLE.test(behind) ? 'people' : null;
}
